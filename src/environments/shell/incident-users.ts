import { z } from 'zod';
import { json, select } from '../../platform/database';

/** How many users an incident reached, and the key of the issue that stands for it. */
const bodySchema = z.object({ incident: z.string(), issue: z.string(), usersAffected: z.number() });
type IncidentWithUsers = z.output<typeof bodySchema>;

const row = z.object({ fact_id: z.string(), body: json(z.json()) });

/** A few hundred bytes each: an answer of so many stays below Forge SQL's 4 MiB. */
const perQuery = 2000;

/** Every incident of a project that tells both how many users it reached and which issue stands for it; the others are never fetched. */
export async function incidentsWithUsers(projectId: string): Promise<IncidentWithUsers[]> {
  // A quotation mark inside a text is escaped, so that no title looks like one of these members.
  const query = `SELECT fact_id, body FROM facts WHERE project_id = ? AND kind = 'incident' AND fact_id > ?
    AND body NOT LIKE '%"issue":null%' AND body NOT LIKE '%"usersAffected":null%' ORDER BY fact_id LIMIT ${perQuery}`;
  const found: IncidentWithUsers[] = [];
  for (let after: string | undefined = ''; after !== undefined;) {
    const page: z.output<typeof row>[] = await select(row, query, [projectId, after]);
    for (const { body } of page) {
      const incident = bodySchema.safeParse(body);
      if (incident.success) found.push(incident.data);
    }
    after = page.length < perQuery ? undefined : page.at(-1)?.fact_id;
  }
  return found;
}
