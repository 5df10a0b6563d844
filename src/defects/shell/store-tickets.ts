import type { Instant } from '../../kernel/instant';
import { insertRows, marks, write } from '../../platform/database';
import type { ReleaseTicket } from '../release-ticket';
import { newerWins } from './newer-wins';

const columns = [
  'id',
  'project_id',
  'issue_key',
  'status_name',
  'status_category',
  'security_level',
  'removed',
  'removed_at',
  'updated_at',
  'read_at',
] as const;

/** Stores release tickets as they were read at `readAt`; as `storeDefects`, the ticket's own row is what makes it hold. */
export async function storeTickets(tickets: readonly ReleaseTicket[], readAt: Instant): Promise<void> {
  if (tickets.length === 0) return;
  const versions = tickets.flatMap((ticket) => ticket.versionIds.map((version) => [version, ticket.id, readAt]));
  await insertRows(
    'ticket_versions',
    ['version_id', 'ticket_id', 'read_at'],
    versions,
    'ON DUPLICATE KEY UPDATE read_at = VALUES(read_at)',
  );
  const rows = tickets.map((t) => [
    t.id,
    t.projectId,
    t.key,
    t.status.name,
    t.status.category,
    t.securityLevel,
    0,
    null,
    t.updatedAt,
    readAt,
  ]);
  await insertRows('release_tickets', columns, rows, newerWins(columns.slice(1)));
  await removeOutdated(tickets.map((ticket) => ticket.id));
}

async function removeOutdated(ids: readonly string[]): Promise<void> {
  await write(
    `DELETE ticket_versions FROM ticket_versions JOIN release_tickets ON release_tickets.id = ticket_versions.ticket_id
     WHERE ticket_versions.read_at < release_tickets.read_at AND ticket_versions.ticket_id IN (${marks(ids)})`,
    ids,
  );
}

export async function removeTickets(ids: readonly string[], readAt: Instant): Promise<void> {
  if (ids.length === 0) return;
  await write(
    `UPDATE release_tickets SET removed = 1, removed_at = ?, read_at = ? WHERE read_at <= ? AND id IN (${marks(ids)})`,
    [readAt, readAt, readAt, ...ids],
  );
  await removeOutdated(ids);
}
