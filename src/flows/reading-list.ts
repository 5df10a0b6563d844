import { addToRead, nameProject, noteSearched } from '../defects/shell';
import type { Reading } from '../defects/shell';
import { verdictsOfProject } from '../gates/shell';
import { readClock } from '../platform/clock';
import { eachIdPage, ok, readProject } from '../platform/jira';
import type { JiraOutcome } from '../platform/jira';
import { evaluateVersions } from './evaluate-versions';
import { trackedTypeIds } from './outdated-issues';
import { onBudget } from './reading-budget';
import type { OnBudget } from './reading-budget';
import type { ReadingContext } from './reading-context';
import { rereadVersions } from './read-versions';

/** About what listing costs: the project, its versions, and a page for every 5,000 issues. */
const usualCost = 50;

/** The first part of a reading: the project, its versions, and which issues there are to read. Safe to do again. */
export async function listIssues(reading: Reading, context: ReadingContext): Promise<OnBudget<null>> {
  const listed = await onBudget(context.pointsPerHour, usualCost, () => list(reading.id, context));
  if (listed.kind === 'done' && listed.outcome.kind === 'ok') await noteSearched(reading, listed.points, readClock());
  return listed;
}

async function list(projectId: string, context: ReadingContext): Promise<JiraOutcome<null>> {
  const jira = await readProject(projectId);
  if (jira.kind !== 'ok') return jira;
  await nameProject(jira.value, readClock());
  const versions = await rereadVersions(projectId);
  if (versions.kind !== 'ok') return versions;
  const held = await holdWhileReading(projectId);
  if (held.kind !== 'ok') return held;
  const types = trackedTypeIds(jira.value, context);
  if (types.length === 0) return ok(null);
  const jql = `project = ${projectId} AND issuetype in (${types.join(', ')}) ORDER BY id`;
  return eachIdPage(jql, (ids) => addToRead(projectId, ids));
}

/** Where verdicts stand already, they say nothing of what is read anew: they are unknown until the end. */
async function holdWhileReading(projectId: string): Promise<JiraOutcome<null>> {
  const verdicts = await verdictsOfProject(projectId);
  if (verdicts.length === 0) return ok(null);
  return evaluateVersions({ projectId, versions: 'all', now: readClock(), stampAnew: false });
}
