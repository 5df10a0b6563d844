import { z } from 'zod';
import { marks, select } from '../../platform/database';

const seenRow = z.object({ at: z.string(), build: z.string().nullable(), version: z.string().nullable() });

/** Where some subjects were seen first, oldest first. Failures that passed when they were tried again do not count. */
export function firstSeen(projectId: string, subjects: readonly string[]): Promise<z.output<typeof seenRow>[]> {
  if (subjects.length === 0) return Promise.resolve([]);
  const query = `SELECT at, build, version FROM sightings WHERE project_id = ? AND subject IN (${marks(subjects)}) AND times > flaky
    ORDER BY at LIMIT 20`;
  return select(seenRow, query, [projectId, ...subjects]);
}

const linkRow = z
  .object({ type: z.string(), other_id: z.string(), other_key: z.string() })
  .transform((r) => ({ type: r.type, id: r.other_id, key: r.other_key }));

/** Issues of which Jira's links say that they caused the defect. Every site names its links as it likes: what speaks of causes counts. */
export async function causesOf(defectId: string): Promise<{ readonly id: string; readonly key: string }[]> {
  const query = `SELECT l.type, l.other_id, l.other_key FROM defects d JOIN defect_links l ON l.defect_id = d.id AND l.read_at = d.read_at
    WHERE d.id = ? AND l.direction = 'inward' LIMIT 200`;
  const links = await select(linkRow, query, [defectId]);
  return links.filter(({ type }) => /caus|problem|regress|introduc/i.test(type)).map(({ id, key }) => ({ id, key }));
}

const versionRow = z.object({ version_id: z.string() });

/** Ids of the releases that Jira names as affected. */
export async function affectsVersionsOf(defectId: string): Promise<string[]> {
  const query = `SELECT v.version_id FROM defects d JOIN defect_versions v ON v.defect_id = d.id AND v.read_at = d.read_at
    WHERE d.id = ? AND v.kind = 'affects'`;
  return (await select(versionRow, query, [defectId])).map((row) => row.version_id);
}
