import { z } from 'zod';
import type { Instant } from '../../kernel/instant';
import { severities } from '../../kernel/severity';
import type { Severity } from '../../kernel/severity';
import { integer, marks, select } from '../../platform/database';
import type { DefectHistory } from '../history';
import { historiesOf } from './read-defects';

const defectRow = z
  .object({
    id: z.string(),
    issue_key: z.string(),
    tier: z.string().nullable(),
    security_level: z.string().nullable(),
    created_at: z.string(),
  })
  .transform((r) => ({ id: r.id, key: r.issue_key, tier: r.tier, securityLevel: r.security_level, createdAt: r.created_at }));

const perQuery = 500;

/**
 * Defects that ever had this fix version, each with its history. Found by the index of spans, whatever the size of the project.
 * @param others ids of defects that are given beside them
 */
export async function defectsOnceIn(
  versionId: string,
  others: readonly string[] = [],
): Promise<(z.output<typeof defectRow> & { history: DefectHistory })[]> {
  const once = await select(
    z.object({ defect_id: z.string() }),
    `SELECT DISTINCT s.defect_id FROM spans s JOIN defects d ON d.id = s.defect_id AND d.read_at = s.read_at
     WHERE s.kind = 'fix' AND s.value = ? AND d.removed = 0`,
    [versionId],
  );
  const ids = [...new Set([...once.map((r) => r.defect_id), ...others])];
  const defects: z.output<typeof defectRow>[] = [];
  for (let start = 0; start < ids.length; start += perQuery) {
    const some = ids.slice(start, start + perQuery);
    const query = `SELECT id, issue_key, tier, security_level, created_at FROM defects WHERE removed = 0 AND id IN (${marks(some)})`;
    defects.push(...(await select(defectRow, query, some)));
  }
  const histories = await historiesOf(ids);
  return defects.flatMap((defect) => {
    const history = histories.get(defect.id);
    return history === undefined ? [] : [{ ...defect, history }];
  });
}

const escapedRow = z
  .object({ severity: z.enum(severities).nullable().catch(null), security_level: z.string().nullable(), n: integer })
  .transform((r): { severity: Severity | null; level: string | null; count: number } => ({
    severity: r.severity,
    level: r.security_level,
    count: r.n,
  }));

/** How many defects name a version as affected and were reported after a moment, per severity and security level. */
export function escapedFrom(versionId: string, after: Instant): Promise<z.output<typeof escapedRow>[]> {
  return select(
    escapedRow,
    `SELECT d.severity, d.security_level, COUNT(*) AS n FROM defect_versions v JOIN defects d ON d.id = v.defect_id AND d.read_at = v.read_at
     WHERE v.version_id = ? AND v.kind = 'affects' AND d.removed = 0 AND d.created_at > ? GROUP BY d.severity, d.security_level`,
    [versionId, after],
  );
}
