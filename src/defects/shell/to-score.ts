import { z } from 'zod';
import { severities } from '../../kernel/severity';
import { marks, select } from '../../platform/database';

const row = z
  .object({
    id: z.string(),
    severity: z.enum(severities).nullable().catch(null),
    users_affected: z.coerce.number().nullable(),
    workaround: z.string().nullable(),
    detected_in: z.string().nullable(),
    created_at: z.string(),
  })
  .transform((r) => ({
    id: r.id,
    severity: r.severity,
    usersAffected: r.users_affected,
    workaround: r.workaround,
    detectedIn: r.detected_in,
    createdAt: r.created_at,
  }));

/** What a score needs of a defect's own fields. */
export type DefectFields = z.output<typeof row>;

const columns = 'SELECT id, severity, users_affected, workaround, detected_in, created_at FROM defects WHERE';
const perQuery = 500;
const perPage = 5000;

/** Open defects of a project. @param ids null for all of them; those that are done or removed are left out */
export async function openDefectFields(projectId: string, ids: readonly string[] | null): Promise<DefectFields[]> {
  const found: DefectFields[] = [];
  if (ids !== null) {
    for (let start = 0; start < ids.length; start += perQuery) {
      const some = ids.slice(start, start + perQuery);
      const query = `${columns} id IN (${marks(some)}) AND project_id = ? AND removed = 0 AND open = 1`;
      found.push(...(await select(row, query, [...some, projectId])));
    }
    return found;
  }
  for (let after = ''; ;) {
    const query = `${columns} project_id = ? AND id > ? AND removed = 0 AND open = 1 ORDER BY id LIMIT ${perPage}`;
    const page = await select(row, query, [projectId, after]);
    found.push(...page);
    const last = page.at(-1);
    if (last === undefined || page.length < perPage) return found;
    after = last.id;
  }
}
