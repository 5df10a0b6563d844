import { z } from 'zod';
import { select } from '../../platform/database';

const named = z.object({ id: z.string(), name: z.string() });
/** A work type or a component, by its id. */
export type NamedKind = z.output<typeof named>;

const ofProject = 'd.project_id = ? AND d.removed = 0 AND d.lost = 0';
/** What a defect names now counts only where its own row was written by the same reading. */
const withComponents = `defects d STRAIGHT_JOIN defect_components c ON c.defect_id = d.id AND c.read_at = d.read_at`;

/** The work types and the components that defects of a project have, each by name. */
export async function kindsOf(projectId: string): Promise<{ types: NamedKind[]; components: NamedKind[] }> {
  const [types, components] = await Promise.all([
    select(named, `SELECT d.type_id AS id, MAX(d.type_name) AS name FROM defects d WHERE ${ofProject} GROUP BY d.type_id`, [
      projectId,
    ]),
    select(
      named,
      `SELECT c.component_id AS id, MAX(c.name) AS name FROM ${withComponents} WHERE ${ofProject} GROUP BY c.component_id`,
      [projectId],
    ),
  ]);
  return { types: byName(types), components: byName(components) };
}

function byName(kinds: readonly NamedKind[]): NamedKind[] {
  return [...kinds].sort((a, b) => a.name.localeCompare(b.name, 'en') || Number(a.id) - Number(b.id));
}

const ofDefect = z.object({ id: z.string(), kind: z.string() });
/** Rows of this size stay well below 4 MiB a response. */
const perPage = 20_000;

/** Id of the work type of each defect of a project, by the defect's id. */
export async function typesOfDefects(projectId: string): Promise<Map<string, string>> {
  const query = `SELECT d.id, d.type_id AS kind FROM defects d WHERE ${ofProject} AND d.id > ? ORDER BY d.id LIMIT ${perPage}`;
  const types = new Map<string, string>();
  for (let after = ''; ;) {
    const rows = await select(ofDefect, query, [projectId, after]);
    for (const { id, kind } of rows) types.set(id, kind);
    after = rows.at(-1)?.id ?? '';
    if (rows.length < perPage) return types;
  }
}

/** Ids of the components of each defect of a project, by the defect's id; one without any is missing. */
export async function componentsOfDefects(projectId: string): Promise<Map<string, string[]>> {
  const query = `SELECT d.id, c.component_id AS kind FROM ${withComponents}
    WHERE ${ofProject} AND (d.id > ? OR d.id = ? AND c.component_id > ?) ORDER BY d.id, c.component_id LIMIT ${perPage}`;
  const components = new Map<string, string[]>();
  for (let after = { id: '', kind: '' }; ;) {
    const rows = await select(ofDefect, query, [projectId, after.id, after.id, after.kind]);
    for (const { id, kind } of rows) components.set(id, [...(components.get(id) ?? []), kind]);
    after = rows.at(-1) ?? after;
    if (rows.length < perPage) return components;
  }
}
