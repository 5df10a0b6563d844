import { z } from 'zod';
import type { Instant } from '../../kernel/instant';
import { marks, select } from '../../platform/database';
import type { OwnedDefect } from '../ownership';

/** A defect with what decides who owns it, as it was read last. */
export interface StoredOwned extends OwnedDefect {
  readonly id: string;
  readonly projectId: string;
  /** The last change of its components since it was created; null where there was none. */
  readonly componentSince: Instant | null;
}

const row = z.object({ id: z.string(), project_id: z.string(), assignee: z.string().nullable(), created_at: z.string() });
const componentRow = z.object({ defect_id: z.string(), name: z.string() });
const changeRow = z.object({ defect_id: z.string(), since: z.string().nullable() });
const perQuery = 500;

/** Defects by their ids, in no order; those that are removed are missing. */
export async function ownedDefects(ids: readonly string[]): Promise<StoredOwned[]> {
  const found: StoredOwned[] = [];
  for (let start = 0; start < ids.length; start += perQuery) {
    const some = ids.slice(start, start + perQuery);
    const list = marks(some);
    const [defects, named, changed] = await Promise.all([
      select(row, `SELECT id, project_id, assignee, created_at FROM defects WHERE removed = 0 AND id IN (${list})`, some),
      select(
        componentRow,
        `SELECT c.defect_id, c.name FROM defects d STRAIGHT_JOIN defect_components c ON c.defect_id = d.id AND c.read_at = d.read_at
         WHERE d.id IN (${list})`,
        some,
      ),
      // What began with the defect was no change.
      select(
        changeRow,
        `SELECT s.defect_id, MAX(CASE WHEN s.to_at IS NOT NULL THEN s.to_at WHEN s.from_at > d.created_at THEN s.from_at END) AS since
         FROM defects d STRAIGHT_JOIN spans s ON s.defect_id = d.id AND s.kind = 'component' AND s.read_at = d.read_at
         WHERE d.id IN (${list}) GROUP BY s.defect_id`,
        some,
      ),
    ]);
    const components = new Map<string, string[]>();
    for (const { defect_id, name } of named) components.set(defect_id, [...(components.get(defect_id) ?? []), name]);
    const since = new Map(changed.map((one) => [one.defect_id, one.since]));
    for (const { id, project_id, assignee } of defects)
      found.push({
        ...{ id, projectId: project_id, assignee, components: (components.get(id) ?? []).sort() },
        componentSince: since.get(id) ?? null,
      });
  }
  return found;
}
