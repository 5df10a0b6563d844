import { overtaken } from '../defects';
import {
  countChange,
  fixVersionsOf,
  markLost,
  projectsOfDefects,
  readIssues,
  removeDefects,
  removeTickets,
  statusCategories,
  storedStamps,
  storeDefects,
  storeStatuses,
  storeTickets,
} from '../defects/shell';
import type { ReadIssues } from '../defects/shell';
import { readClock } from '../platform/clock';
import { ok, readStatuses } from '../platform/jira';
import type { JiraOutcome } from '../platform/jira';
import type { Instant } from '../kernel/instant';
import { indexDuplicates } from './index-duplicates';
import type { ReadingContext } from './reading-context';

/** A reading that another one beat is repeated so often; then nothing of it may be relied on. */
const mostRounds = 3;

/**
 * Reads up to 100 issues from Jira and stores what they say. A reading that began later keeps this one out, even where it saw an earlier
 * state of an issue, because Jira was slow to answer this one: such issues are read again.
 * @param deleted ids of which Jira said that they were deleted; others that it does not answer count as they were last seen, because
 * an issue that was hidden from the app must not open a gate
 * @returns ids of the versions whose defects may have changed, before and after
 */
export async function storeIssues(
  projectId: string,
  ids: readonly string[],
  deleted: ReadonlySet<string>,
  context: ReadingContext,
): Promise<JiraOutcome<Set<string>>> {
  const touched = new Set<string>();
  let wanted = ids;
  for (let round = 0; round < mostRounds; round += 1) {
    const stored = await storeOnce(projectId, wanted, deleted, context);
    if (stored.kind !== 'ok') return stored;
    for (const versionId of stored.value.touched) touched.add(versionId);
    wanted = stored.value.overtaken;
    if (wanted.length === 0) return ok(touched);
  }
  return { kind: 'failed', because: 'Other readings of the same issues came in between again and again.' };
}

interface Stored {
  /** Ids of versions. */
  readonly touched: ReadonlySet<string>;
  /** Ids of issues of which the store has an earlier state than was read. */
  readonly overtaken: readonly string[];
}

async function storeOnce(
  projectId: string,
  ids: readonly string[],
  deleted: ReadonlySet<string>,
  context: ReadingContext,
): Promise<JiraOutcome<Stored>> {
  const readAt = readClock();
  const read = await readIssues(ids, context.types, context.fields);
  if (read.kind !== 'ok') return read;
  const known = await knowStatuses(read.value);
  if (known.kind !== 'ok') return known;
  const [before, homes] = [await fixVersionsOf(ids), await projectsOfDefects(ids)];
  const { defects, tickets } = read.value;
  await storeDefects(defects, readAt);
  await storeTickets(tickets, readAt);
  await removeOthers(read.value, deleted, readAt);
  await indexDuplicates(projectId, read.value, homes);
  const projects = new Set([
    projectId,
    ...defects.map(({ defect }) => defect.projectId),
    ...tickets.map((ticket) => ticket.projectId),
  ]);
  for (const id of projects) await countChange(id);
  return ok({
    touched: new Set([...before, ...defects.flatMap(({ defect }) => defect.fixVersionIds)]),
    overtaken: overtaken([...defects.map(({ defect }) => defect), ...tickets], await storedStamps(ids)),
  });
}

async function removeOthers(read: ReadIssues, deleted: ReadonlySet<string>, readAt: Instant): Promise<void> {
  const away = [...read.others, ...read.missing.filter((id) => deleted.has(id))];
  const defectIds = new Set(read.defects.map(({ defect }) => defect.id));
  const ticketIds = new Set(read.tickets.map((ticket) => ticket.id));
  await removeDefects([...away, ...ticketIds], readAt);
  await removeTickets([...away, ...defectIds], readAt);
  const hidden = read.missing.filter((id) => !deleted.has(id));
  const stored = hidden.length === 0 ? [] : await storedStamps(hidden);
  await markLost(stored.filter((stamp) => !stamp.removed).map((stamp) => stamp.id));
}

/** The changelog names statuses without their categories: where one is new, all of the site are read once. */
async function knowStatuses(read: ReadIssues): Promise<JiraOutcome<null>> {
  const named = new Set(read.defects.flatMap(({ history }) => history.status.flatMap((span) => span.value ?? [])));
  const known = await statusCategories();
  if ([...named].every((id) => known.has(id))) return ok(null);
  const statuses = await readStatuses();
  if (statuses.kind !== 'ok') return statuses;
  const site = statuses.value.map((status) => ({ id: status.id, name: status.name, category: status.statusCategory.key }));
  const found = new Set(site.map((status) => status.id));
  // A status that the site does not have any more is remembered as unknown, so that it is not looked for again with every issue.
  const gone = [...named].filter((id) => !found.has(id)).map((id) => ({ id, name: '', category: 'undefined' }));
  await storeStatuses([...site, ...gone]);
  return ok(null);
}
