import { dirtyIssues, issuesOfProject, noteCounted } from '../defects/shell';
import type { StoredProject } from '../defects/shell';
import type { Instant } from '../kernel/instant';
import { readClock } from '../platform/clock';
import { issuesPerFetch, ok, readProject, searchIds } from '../platform/jira';
import type { JiraOutcome } from '../platform/jira';
import { removeStrayDocuments } from '../triage/shell';
import { evaluateVersions } from './evaluate-versions';
import { trackedTypeIds, typeIds, typesAreGone } from './outdated-issues';
import { readingContext } from './reading-context';
import type { ReadingContext } from './reading-context';
import { removeVanished } from './remove-vanished';
import { repairing } from './repair';
import { stopLineFor } from './stop-line';
import { storeIssues } from './store-issues';

const mostUnderway = 10_000;

/**
 * The full count: every defect and release ticket of a project, done ones too, by its id in Jira and in the store. What only Jira has is
 * read; what only the store has is looked at, and handled as docs/decisions/008 says. One point per 5,000 issues, and what differs.
 */
export async function countProject(project: StoredProject): Promise<JiraOutcome<null>> {
  const start = readClock();
  const context = await readingContext(start);
  if (context.kind !== 'ok') return context;
  // With damaged settings nobody knows what a defect is; the page of the settings says so.
  const known = context.value;
  if (known === null) return ok(null);
  const differing = await inOneOnly(project.id, known);
  if (differing.kind !== 'ok') return differing;
  const ids = differing.value;
  const run = { projectId: project.id, net: 'daily', start } as const;
  const read = await repairing(run, ids, () => readAll(project.id, ids, known, start));
  if (read.kind !== 'ok') return read;
  await removeStrayDocuments(project.id);
  await noteCounted(project.id, start);
  if (ids.length === 0) return ok(null);
  return evaluateVersions({ projectId: project.id, versions: 'all', now: readClock(), stampAnew: false });
}

/** Ids that only one of Jira and the store has, without those whose event is known to be on its way. */
async function inOneOnly(projectId: string, context: ReadingContext): Promise<JiraOutcome<string[]>> {
  const jira = await readProject(projectId);
  if (jira.kind !== 'ok') return jira;
  const types = trackedTypeIds(jira.value, context);
  const listed =
    types.length === 0 ? ok([]) : await searchIds(`project = ${projectId} AND issuetype in (${types.join(', ')}) ORDER BY id`);
  if (listed.kind !== 'ok') return listed;
  const stored = await issuesOfProject(projectId);
  const defects = stored.filter(({ tracked }) => tracked === 'defect');
  if (defects.length > 0 && typeIds(jira.value, context.types.defectTypes).length === 0) return typesAreGone;
  const [inJira, inStore] = [new Set(listed.value), new Set(stored.map(({ id }) => id))];
  const differing = [...listed.value.filter((id) => !inStore.has(id)), ...[...inStore].filter((id) => !inJira.has(id))];
  if (differing.length === 0) return ok([]);
  const underway = new Set((await dirtyIssues(projectId, mostUnderway)).map((issue) => issue.issueId));
  return ok(differing.filter((id) => !underway.has(id)));
}

async function readAll(
  projectId: string,
  ids: readonly string[],
  context: ReadingContext,
  start: Instant,
): Promise<JiraOutcome<null>> {
  for (let n = 0; n < ids.length; n += issuesPerFetch) {
    const some = ids.slice(n, n + issuesPerFetch);
    const read = await storeIssues(projectId, some, new Set(), context);
    if (read.kind !== 'ok') return read;
    await stopLineFor(projectId, some, readClock());
  }
  const asked = new Set(ids);
  const unanswered = (await issuesOfProject(projectId))
    .filter(({ id, tracked, readAt }) => tracked === 'release-ticket' && asked.has(id) && readAt < start)
    .map(({ id }) => id);
  return removeVanished(projectId, readClock(), unanswered);
}
