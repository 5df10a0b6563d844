import { z } from 'zod';
import { select } from '../../platform/database';

const row = z.object({ defect_id: z.string(), version_id: z.string(), kind: z.enum(['fix', 'affects']) });

/** Ids of the versions that a defect names, as it is now. */
export interface NamedVersions {
  readonly affects: readonly string[];
  readonly fix: readonly string[];
}

/** Rows of this size stay well below 4 MiB a response; no defect names so many versions. */
const perPage = 20_000;

/** Which versions the defects of a project name, by the id of the defect; those that name none are left out. */
export async function versionsNamedIn(projectId: string): Promise<Map<string, NamedVersions>> {
  const query = `SELECT v.defect_id, v.version_id, v.kind FROM defects d JOIN defect_versions v ON v.defect_id = d.id AND v.read_at = d.read_at
    WHERE d.project_id = ? AND d.removed = 0 AND d.lost = 0 AND d.id > ? ORDER BY d.id LIMIT ${perPage}`;
  const named = new Map<string, { affects: string[]; fix: string[] }>();
  for (let after = ''; ;) {
    const rows = await select(row, query, [projectId, after]);
    const isLast = rows.length < perPage;
    // The last defect of a full page may go on behind it: the next page reads all of it.
    const cut = isLast ? null : (rows.at(-1)?.defect_id ?? null);
    for (const { defect_id, version_id, kind } of rows) {
      if (defect_id === cut) break;
      const one = named.get(defect_id) ?? { affects: [], fix: [] };
      one[kind].push(version_id);
      named.set(defect_id, one);
      after = defect_id;
    }
    if (isLast) return named;
  }
}
