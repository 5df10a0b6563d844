import { z } from 'zod';
import { severities } from '../../kernel/severity';
import { flag, select } from '../../platform/database';

const row = z
  .object({
    id: z.string(),
    issue_key: z.string(),
    status_id: z.string(),
    status_name: z.string(),
    status_category: z.string(),
    open: flag,
    severity: z.enum(severities).nullable().catch(null),
    detected_in: z.string().nullable(),
    security_level: z.string().nullable(),
    assignee: z.string().nullable(),
    created_at: z.string(),
    resolved_at: z.string().nullable(),
  })
  .transform((r) => ({
    id: r.id,
    key: r.issue_key,
    statusId: r.status_id,
    status: r.status_name,
    category: r.status_category,
    open: r.open,
    severity: r.severity,
    detectedIn: r.detected_in,
    securityLevel: r.security_level,
    assignee: r.assignee,
    createdAt: r.created_at,
    resolvedAt: r.resolved_at,
  }));

/** What charts need of a defect as it is now. */
export type ChartRow = z.output<typeof row>;

/** Rows of this size stay well below 4 MiB a response. */
const perPage = 4000;

/** All defects of a project in the order of their ids, without those that the app cannot see any more. */
export async function chartRowsOf(projectId: string): Promise<ChartRow[]> {
  const query = `SELECT id, issue_key, status_id, status_name, status_category, open, severity, detected_in, security_level, assignee,
    created_at, resolved_at FROM defects WHERE project_id = ? AND removed = 0 AND lost = 0 AND id > ? ORDER BY id LIMIT ${perPage}`;
  const found: ChartRow[] = [];
  for (let after = ''; ; after = found.at(-1)?.id ?? '') {
    const rows = await select(row, query, [projectId, after]);
    for (const one of rows) found.push(one);
    if (rows.length < perPage) return found;
  }
}
