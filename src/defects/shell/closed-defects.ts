import { z } from 'zod';
import type { Instant } from '../../kernel/instant';
import { severities } from '../../kernel/severity';
import { marks, select } from '../../platform/database';
import { doneCategory } from '../defect';

const row = z
  .object({
    id: z.string(),
    severity: z.enum(severities).nullable().catch(null),
    security_level: z.string().nullable(),
    created_at: z.string(),
    ended_at: z.string(),
  })
  .transform((r) => ({
    ...{ id: r.id, severity: r.severity, securityLevel: r.security_level, createdAt: r.created_at, endedAt: r.ended_at },
  }));

/** A closed defect with nothing but what says how long it took. */
export type ClosedDefect = z.output<typeof row>;

/** Rows of this size stay well below 4 MiB a response. */
const perPage = 15_000;
const columns = 'd.id, d.severity, d.security_level, d.created_at';
const closed = 'd.project_id = ? AND d.removed = 0 AND d.lost = 0 AND d.open = 0';
const page = `AND d.id > ? ORDER BY d.id LIMIT ${perPage}`;
const resolved = `SELECT ${columns}, d.resolved_at AS ended_at FROM defects d WHERE ${closed} AND d.resolved_at > ? ${page}`;
/** The end of its last status that was not done; one that never had another was done from its creation on. */
const ended = `SELECT ${columns}, COALESCE(MAX(s.to_at), d.created_at) AS ended_at
  FROM defects d LEFT JOIN spans s ON s.defect_id = d.id AND s.read_at = d.read_at AND s.kind = 'status'
    AND (s.value IS NULL OR s.value NOT IN (SELECT t.id FROM statuses t WHERE t.category = '${doneCategory}'))
  WHERE ${closed} AND d.resolved_at IS NULL AND d.id > ?
  GROUP BY ${columns} HAVING ended_at > ? ORDER BY d.id LIMIT ${perPage}`;

/**
 * The defects of a project that are done and ended after a moment, in no order. The end is the resolution date; where Jira keeps none, since
 * when the defect has been in done statuses.
 */
export async function closedSince(projectId: string, since: Instant): Promise<ClosedDefect[]> {
  const [dated, undated] = await Promise.all([
    everyPage((after) => select(row, resolved, [projectId, since, after])),
    everyPage((after) => select(row, ended, [projectId, after, since])),
  ]);
  return [...dated, ...undated];
}

const doneRow = z
  .object({ id: z.string(), security_level: z.string().nullable(), resolved_at: z.string().nullable() })
  .transform((r) => ({ id: r.id, securityLevel: r.security_level, doneAt: r.resolved_at }));
const perQuery = 500;

/** Those of these defects that are done, and since when; null where Jira keeps no resolution date. */
export async function doneAmong(ids: readonly string[]): Promise<z.output<typeof doneRow>[]> {
  const found: z.output<typeof doneRow>[] = [];
  for (let start = 0; start < ids.length; start += perQuery) {
    const some = ids.slice(start, start + perQuery);
    const query = `SELECT id, security_level, resolved_at FROM defects
      WHERE id IN (${marks(some)}) AND removed = 0 AND lost = 0 AND open = 0`;
    found.push(...(await select(doneRow, query, some)));
  }
  return found;
}

async function everyPage(read: (after: string) => Promise<ClosedDefect[]>): Promise<ClosedDefect[]> {
  const found: ClosedDefect[] = [];
  for (let after = ''; ; after = found.at(-1)?.id ?? '') {
    const rows = await read(after);
    found.push(...rows);
    if (rows.length < perPage) return found;
  }
}
