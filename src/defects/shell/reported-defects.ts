import { z } from 'zod';
import type { Instant } from '../../kernel/instant';
import { marks, select } from '../../platform/database';
import type { NamedVersions } from '../packed-facts';

const idRow = z.object({ defect_id: z.string() });

/** Ids of the defects that name a version, as affected or as fix version. */
export async function defectsNaming(versionId: string): Promise<string[]> {
  const query = `SELECT DISTINCT v.defect_id FROM defect_versions v JOIN defects d ON d.id = v.defect_id AND d.read_at = v.read_at
    WHERE v.version_id = ? AND d.removed = 0 AND d.lost = 0`;
  return (await select(idRow, query, [versionId])).map(({ defect_id }) => defect_id);
}

/** When and where a defect was found, and which versions it names. */
export interface ReportedDefect extends NamedVersions {
  readonly id: string;
  readonly createdAt: Instant;
  readonly detectedIn: string | null;
}

const defectRow = z.object({ id: z.string(), created_at: z.string(), detected_in: z.string().nullable() });
const nameRow = z.object({ defect_id: z.string(), version_id: z.string(), kind: z.enum(['fix', 'affects']) });
const perQuery = 300;

/** Those of these defects that are there. */
export async function reportedDefects(ids: readonly string[]): Promise<ReportedDefect[]> {
  const found = new Map<string, ReportedDefect & { affects: string[]; fix: string[] }>();
  for (let start = 0; start < ids.length; start += perQuery) {
    const some = ids.slice(start, start + perQuery);
    const defects = `SELECT id, created_at, detected_in FROM defects WHERE removed = 0 AND lost = 0 AND id IN (${marks(some)})`;
    for (const { id, created_at, detected_in } of await select(defectRow, defects, some))
      found.set(id, { id, createdAt: created_at, detectedIn: detected_in, affects: [], fix: [] });
    const names = `SELECT v.defect_id, v.version_id, v.kind FROM defects d STRAIGHT_JOIN defect_versions v ON v.defect_id = d.id AND v.read_at = d.read_at
      WHERE d.id IN (${marks(some)})`;
    for (const { defect_id, version_id, kind } of await select(nameRow, names, some))
      found.get(defect_id)?.[kind].push(version_id);
  }
  return [...found.values()];
}
