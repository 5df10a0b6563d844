import { z } from 'zod';
import { select } from '../../platform/database';

const row = z
  .object({
    id: z.string(),
    project_id: z.string(),
    issue_key: z.string(),
    status_name: z.string(),
    status_category: z.string(),
    security_level: z.string().nullable(),
  })
  .transform((r) => ({
    id: r.id,
    projectId: r.project_id,
    key: r.issue_key,
    status: r.status_name,
    category: r.status_category,
    securityLevel: r.security_level,
  }));

export type StoredTicket = z.output<typeof row>;

const columns = ['id', 'project_id', 'issue_key', 'status_name', 'status_category', 'security_level']
  .map((column) => `t.${column}`)
  .join(', ');

export async function ticketById(id: string): Promise<StoredTicket | null> {
  const rows = await select(row, `SELECT ${columns} FROM release_tickets t WHERE t.id = ? AND t.removed = 0`, [id]);
  return rows[0] ?? null;
}

/** Release tickets whose fix version this is. */
export function ticketsOfVersion(versionId: string): Promise<StoredTicket[]> {
  return select(
    row,
    `SELECT ${columns} FROM ticket_versions v JOIN release_tickets t ON t.id = v.ticket_id AND t.read_at = v.read_at
     WHERE v.version_id = ? AND t.removed = 0 ORDER BY t.issue_key`,
    [versionId],
  );
}

/** Fix versions of a release ticket. */
export async function versionsOfTicket(ticketId: string): Promise<string[]> {
  const query = `SELECT v.version_id FROM ticket_versions v JOIN release_tickets t ON t.id = v.ticket_id AND t.read_at = v.read_at WHERE t.id = ? AND t.removed = 0`;
  return (await select(z.object({ version_id: z.string() }), query, [ticketId])).map((r) => r.version_id);
}

/** Whether a project has a release ticket that is not done. */
export async function hasOpenTicket(projectId: string): Promise<boolean> {
  const query = `SELECT id FROM release_tickets WHERE project_id = ? AND removed = 0 AND status_category <> 'done' LIMIT 1`;
  return (await select(z.object({ id: z.string() }), query, [projectId])).length > 0;
}

const comingRow = z
  .object({ id: z.string(), version_id: z.string(), status_name: z.string() })
  .transform((r) => ({ id: r.id, versionId: r.version_id, status: r.status_name }));

/** Release tickets of a project with their status, once for each of their releases that is still to come. */
export function ticketsOfComing(projectId: string): Promise<z.output<typeof comingRow>[]> {
  return select(
    comingRow,
    `SELECT t.id, tv.version_id, t.status_name FROM versions v JOIN ticket_versions tv ON tv.version_id = v.id
     JOIN release_tickets t ON t.id = tv.ticket_id AND t.read_at = tv.read_at
     WHERE v.project_id = ? AND v.released = 0 AND v.archived = 0 AND t.removed = 0 ORDER BY t.id`,
    [projectId],
  );
}
