import { z } from 'zod';
import { select } from '../../platform/database';

const row = z
  .object({
    id: z.string(),
    detected_in: z.string().nullable(),
    created_at: z.string(),
    ended_at: z.string(),
  })
  .transform((r) => ({ id: r.id, detectedIn: r.detected_in, createdAt: r.created_at, endedAt: r.ended_at }));

/** A defect that is done. */
export type EndedDefect = z.output<typeof row>;

const perPage = 5000;

/** All defects of a project that are done, in the order of their ids. */
export async function endedDefects(projectId: string): Promise<EndedDefect[]> {
  const found: EndedDefect[] = [];
  for (let after = ''; ;) {
    const query = `SELECT id, detected_in, created_at, COALESCE(resolved_at, updated_at) AS ended_at FROM defects
      WHERE project_id = ? AND id > ? AND removed = 0 AND open = 0 ORDER BY id LIMIT ${perPage}`;
    const page = await select(row, query, [projectId, after]);
    found.push(...page);
    const last = page.at(-1);
    if (last === undefined || page.length < perPage) return found;
    after = last.id;
  }
}

/** Ids of the defects of a project that were reported after the release of a version that they name as affected. */
export async function reportedAfterRelease(projectId: string): Promise<Set<string>> {
  const query = `SELECT DISTINCT d.id FROM versions r JOIN defect_versions v ON v.version_id = r.id AND v.kind = 'affects'
    JOIN defects d ON d.id = v.defect_id AND d.read_at = v.read_at
    WHERE r.project_id = ? AND r.released = 1 AND r.release_date < SUBSTRING(d.created_at, 1, 10) AND d.removed = 0`;
  return new Set((await select(z.object({ id: z.string() }), query, [projectId])).map(({ id }) => id));
}
