import { z } from 'zod';
import type { Instant } from '../../kernel/instant';
import { select } from '../../platform/database';

const row = z.object({ defect_id: z.string(), first: z.string() });

/** Rows of this size stay well below 4 MiB a response. */
const perPage = 20_000;

/** When somebody was assigned to a defect for the first time after its creation, by its id; of all defects of a project that ever had that. */
export async function firstAssignments(projectId: string): Promise<Map<string, Instant>> {
  const query = `SELECT d.id AS defect_id, MIN(s.from_at) AS first FROM defects d
    JOIN spans s ON s.defect_id = d.id AND s.kind = 'assignee' AND s.read_at = d.read_at
    WHERE d.project_id = ? AND d.removed = 0 AND d.id > ? AND s.value IS NOT NULL AND s.from_at > d.created_at
    GROUP BY d.id ORDER BY d.id LIMIT ${perPage}`;
  const found = new Map<string, Instant>();
  for (let after = ''; ;) {
    const rows = await select(row, query, [projectId, after]);
    for (const { defect_id, first } of rows) found.set(defect_id, first);
    const last = rows.at(-1);
    if (rows.length < perPage || last === undefined) return found;
    after = last.defect_id;
  }
}
