import { lostDefectIds, removeDefects, removeTickets } from '../defects/shell';
import type { Instant } from '../kernel/instant';
import { appSeesEveryLevel, ok } from '../platform/jira';
import type { JiraOutcome } from '../platform/jira';

/**
 * Takes out defects that Jira does not answer any more although no event said that they were deleted: only where nothing of the project
 * can be hidden from the app, so that hiding an issue never opens a gate (docs/decisions/008). No point where none is missing.
 * @param tickets ids of release tickets that Jira did not answer just now
 */
export async function removeVanished(
  projectId: string,
  now: Instant,
  tickets: readonly string[] = [],
): Promise<JiraOutcome<null>> {
  const lost = await lostDefectIds(projectId);
  if (lost.length + tickets.length === 0) return ok(null);
  const everything = await appSeesEveryLevel(projectId);
  if (everything.kind !== 'ok') return everything;
  if (everything.value) {
    await removeDefects(lost, now);
    await removeTickets(tickets, now);
  }
  return ok(null);
}
