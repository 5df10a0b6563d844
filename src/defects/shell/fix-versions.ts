import { z } from 'zod';
import { marks, select } from '../../platform/database';

const row = z.object({ defect_id: z.string(), version_id: z.string() });
const perQuery = 300;

/** Ids of the fix versions of each of these defects; every one has its entry, perhaps an empty one. */
export async function fixVersionsByDefect(defectIds: readonly string[]): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>(defectIds.map((id) => [id, []]));
  for (let start = 0; start < defectIds.length; start += perQuery) {
    const some = defectIds.slice(start, start + perQuery);
    const query = `SELECT v.defect_id, v.version_id FROM defects d STRAIGHT_JOIN defect_versions v ON v.defect_id = d.id AND v.read_at = d.read_at
      WHERE d.id IN (${marks(some)}) AND v.kind = 'fix'`;
    for (const { defect_id, version_id } of await select(row, query, some)) found.get(defect_id)?.push(version_id);
  }
  return found;
}
