import { readStatuses } from '../../platform/jira';
import { knownStatuses, storeStatuses } from './statuses';
import type { KnownStatus } from './statuses';

/** Every status of the site as Jira names it now, by id; what was known of them where Jira does not answer. One point. */
export async function siteStatuses(): Promise<Map<string, KnownStatus>> {
  const read = await readStatuses();
  if (read.kind !== 'ok') return knownStatuses();
  const statuses = read.value.map(({ id, name, statusCategory }) => ({ id, name, category: statusCategory.key }));
  await storeStatuses(statuses);
  return new Map(statuses.map((status) => [status.id, status]));
}
