import { isNamed } from '../defects';
import { openDefectIds, storedStamps } from '../defects/shell';
import type { StoredProject } from '../defects/shell';
import { between, minute } from '../kernel/instant';
import type { Instant } from '../kernel/instant';
import { ok, searchIds, searchStamps } from '../platform/jira';
import type { JiraOutcome, JiraProject } from '../platform/jira';
import type { ReadingContext } from './reading-context';

/** JQL search lags behind, and clocks differ: each reading looks back so much further than the one before reached, in minutes. */
const overlap = 2;

/** Nothing may be concluded from a search then: the defects are still there under another name. */
export const typesAreGone = {
  kind: 'failed',
  because: 'The work type of the stored defects was renamed or removed; the settings must name the new one.',
} as const;

/**
 * Issues that the store has not as Jira has them: those updated since a moment, and those that only one of the two counts as an open
 * defect (no event came, or a status changed its category). Two points, and one for each issue updated.
 */
export async function outdatedIssues(
  project: StoredProject,
  jira: JiraProject,
  context: ReadingContext,
  time: { readonly since: Instant | null; readonly now: Instant },
): Promise<JiraOutcome<string[]>> {
  const defectTypes = typeIds(jira, context.types.defectTypes);
  const open = await openDefectIds(project.id);
  if (defectTypes.length === 0 && open.length > 0) return typesAreGone;
  const types = trackedTypeIds(jira, context);
  if (types.length === 0) return ok([]);
  // Relative time, so that nobody's time zone matters.
  const minutes = Math.max(0, Math.ceil(between(time.since ?? time.now, time.now) / minute)) + overlap;
  const updated = await searchStamps(
    `project = ${project.id} AND issuetype in (${types.join(', ')}) AND updated >= -${minutes}m`,
  );
  if (updated.kind !== 'ok') return updated;
  const stored = new Map((await storedStamps(updated.value.map(({ id }) => id))).map((stamp) => [stamp.id, stamp.updatedAt]));
  const older = updated.value.filter((issue) => (stored.get(issue.id) ?? '') < issue.updated).map(({ id }) => id);
  const differing = await openInOneOnly(project.id, defectTypes, open);
  return differing.kind === 'ok' ? ok([...new Set([...older, ...differing.value])]) : differing;
}

async function openInOneOnly(
  projectId: string,
  defectTypes: readonly string[],
  open: readonly string[],
): Promise<JiraOutcome<string[]>> {
  if (defectTypes.length === 0) return ok([]);
  const listed = await searchIds(
    `project = ${projectId} AND issuetype in (${defectTypes.join(', ')}) AND statusCategory != Done`,
  );
  if (listed.kind !== 'ok') return listed;
  const [inStore, inJira] = [new Set(open), new Set(listed.value)];
  return ok([...open.filter((id) => !inJira.has(id)), ...listed.value.filter((id) => !inStore.has(id))]);
}

/** Ids of the project's work types that the settings name: a name that the site does not have would make a search fail. */
export function trackedTypeIds(project: JiraProject, { types }: ReadingContext): string[] {
  return typeIds(project, [...types.defectTypes, ...types.releaseTypes]);
}

/** Ids of the project's work types with one of these names. */
export function typeIds(project: JiraProject, names: readonly string[]): string[] {
  return project.issueTypes.filter(({ name }) => isNamed(names, name)).map(({ id }) => id);
}
