import { z } from 'zod';
import { flag, insertRows, marks, select, write } from '../../platform/database';

const row = z
  .object({
    id: z.string(),
    project_id: z.string(),
    name: z.string(),
    start_date: z.string().nullable(),
    release_date: z.string().nullable(),
    released: flag,
    archived: flag,
  })
  .transform(({ id, project_id, name, start_date, release_date, released, archived }) => ({
    id,
    projectId: project_id,
    name,
    startDate: start_date,
    releaseDate: release_date,
    released,
    archived,
  }));

/** A release: a version of Jira. Dates are calendar days. */
export type StoredVersion = z.output<typeof row>;

const columns = ['id', 'project_id', 'name', 'start_date', 'release_date', 'released', 'archived'] as const;
const all = `SELECT ${columns.join(', ')} FROM versions`;

export async function versionById(id: string): Promise<StoredVersion | null> {
  const rows = await select(row, `${all} WHERE id = ?`, [id]);
  return rows[0] ?? null;
}

/** Versions of a project in the order in which they are to be released. */
export function versionsOf(projectId: string): Promise<StoredVersion[]> {
  return select(row, `${all} WHERE project_id = ? ORDER BY release_date IS NULL, release_date, name`, [projectId]);
}

/** Versions that have gates to answer: not archived, and unreleased or with a release ticket that is not done. */
export function versionsToJudge(projectId: string): Promise<StoredVersion[]> {
  return select(
    row,
    `${all} WHERE project_id = ? AND archived = 0 AND (released = 0 OR id IN
     (SELECT tv.version_id FROM ticket_versions tv JOIN release_tickets t ON t.id = tv.ticket_id AND t.read_at = tv.read_at
      WHERE t.removed = 0 AND t.status_category <> 'done')) ORDER BY release_date IS NULL, release_date, name`,
    [projectId],
  );
}

/** Unreleased versions whose release page does not link to their readiness yet. */
export function versionsWithoutLink(projectId: string): Promise<StoredVersion[]> {
  return select(row, `${all} WHERE project_id = ? AND archived = 0 AND released = 0 AND linked = 0`, [projectId]);
}

export async function noteLinked(projectId: string, versionId: string): Promise<void> {
  await write('UPDATE versions SET linked = 1 WHERE id = ? AND project_id = ?', [versionId, projectId]);
}

export interface VersionsChange {
  readonly changed: readonly string[];
  readonly removed: readonly string[];
}

/** Makes the stored versions of a project what Jira says they are. @returns ids of those that changed or went */
export async function storeVersions(projectId: string, versions: readonly StoredVersion[]): Promise<VersionsChange> {
  const stored = new Map((await versionsOf(projectId)).map((version) => [version.id, version]));
  const changed = versions.filter((version) => JSON.stringify(stored.get(version.id)) !== JSON.stringify(version));
  const removed = [...stored.keys()].filter((id) => !versions.some((version) => version.id === id));
  const values = changed.map((v) => [
    v.id,
    v.projectId,
    v.name,
    v.startDate,
    v.releaseDate,
    Number(v.released),
    Number(v.archived),
  ]);
  const updates = columns.slice(1).map((column) => `${column} = VALUES(${column})`);
  await insertRows('versions', columns, values, `ON DUPLICATE KEY UPDATE ${updates.join(', ')}`);
  if (removed.length > 0)
    await write(`DELETE FROM versions WHERE project_id = ? AND id IN (${marks(removed)})`, [projectId, ...removed]);
  return { changed: changed.map((version) => version.id), removed };
}
