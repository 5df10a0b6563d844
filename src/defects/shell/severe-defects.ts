import { z } from 'zod';
import type { Instant } from '../../kernel/instant';
import { severities } from '../../kernel/severity';
import type { Severity } from '../../kernel/severity';
import { marks, select } from '../../platform/database';
import { doneCategory } from '../defect';
import { reportedDefects } from './reported-defects';
import type { ReportedDefect } from './reported-defects';

/** An open defect of some severity, and since when it has been that. */
export interface SevereDefect extends ReportedDefect {
  readonly key: string;
  readonly severity: Severity | null;
  readonly securityLevel: string | null;
  /** When it was reported, raised to its severity, or opened again: the last of them. */
  readonly severeSince: Instant;
}

const row = z.object({
  ...{ id: z.string(), issue_key: z.string(), severity: z.enum(severities).nullable().catch(null) },
  ...{ security_level: z.string().nullable(), created_at: z.string() },
  ...{ raised_at: z.string().nullable(), reopened_at: z.string().nullable() },
});
const perQuery = 300;
const spanOf = 'FROM spans s WHERE s.defect_id = d.id AND s.read_at = d.read_at';

/** Those of these defects that are open and have one of the severities; null stands for a missing one. */
export async function severeDefects(ids: readonly string[], wanted: readonly (Severity | null)[]): Promise<SevereDefect[]> {
  const found: SevereDefect[] = [];
  for (let start = 0; start < ids.length; start += perQuery) {
    const some = ids.slice(start, start + perQuery);
    const query = `SELECT d.id, d.issue_key, d.severity, d.security_level, d.created_at,
        (SELECT MAX(s.from_at) ${spanOf} AND s.kind = 'severity' AND s.to_at IS NULL) AS raised_at,
        (SELECT MAX(s.to_at) ${spanOf} AND s.kind = 'status'
          AND s.value IN (SELECT t.id FROM statuses t WHERE t.category = '${doneCategory}')) AS reopened_at
      FROM defects d WHERE d.id IN (${marks(some)}) AND d.removed = 0 AND d.lost = 0 AND d.open = 1`;
    const rows = (await select(row, query, some)).filter(({ severity }) => wanted.includes(severity));
    const reported = new Map((await reportedDefects(rows.map(({ id }) => id))).map((one) => [one.id, one]));
    for (const { id, issue_key, severity, security_level, created_at, raised_at, reopened_at } of rows) {
      const where = reported.get(id);
      const severeSince = [created_at, raised_at ?? '', reopened_at ?? ''].sort().at(-1) ?? created_at;
      if (where !== undefined) found.push({ ...where, key: issue_key, severity, securityLevel: security_level, severeSince });
    }
  }
  return found;
}

/**
 * Ids of the open defects of a project with one of these severities that changed in Jira since a moment: among them are all that were
 * reported, raised or opened again since. Those that changed last, where there are more than `most`.
 * @param wanted null stands for a missing severity
 */
export async function severeChangedSince(
  projectId: string,
  wanted: readonly (Severity | null)[],
  since: Instant,
  most: number,
): Promise<string[]> {
  const unwanted = ['', ...severities].filter((severity) => !wanted.some((one) => (one ?? '') === severity));
  const query = `SELECT id FROM defects WHERE project_id = ? AND removed = 0 AND lost = 0 AND open = 1 AND updated_at >= ?
    ${unwanted.length === 0 ? '' : `AND COALESCE(severity, '') NOT IN (${marks(unwanted)})`} ORDER BY updated_at DESC LIMIT ${most}`;
  return (await select(z.object({ id: z.string() }), query, [projectId, since, ...unwanted])).map(({ id }) => id);
}
