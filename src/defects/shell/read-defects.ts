import { z } from 'zod';
import type { Instant } from '../../kernel/instant';
import { severities } from '../../kernel/severity';
import { flag, integer, marks, select } from '../../platform/database';
import { historyKinds } from '../history';
import type { DefectHistory } from '../history';
import type { Span } from '../timeline';

const row = z
  .object({
    id: z.string(),
    project_id: z.string(),
    issue_key: z.string(),
    summary: z.string(),
    status_name: z.string(),
    status_category: z.string(),
    open: flag,
    severity: z.enum(severities).nullable().catch(null),
    tier: z.string().nullable(),
    security_level: z.string().nullable(),
    created_at: z.string(),
  })
  .transform((r) => ({
    id: r.id,
    projectId: r.project_id,
    key: r.issue_key,
    summary: r.summary,
    status: r.status_name,
    category: r.status_category,
    open: r.open,
    severity: r.severity,
    tier: r.tier,
    securityLevel: r.security_level,
    createdAt: r.created_at,
  }));

/** What screens and gates need of a stored defect. */
export type StoredDefect = z.output<typeof row>;

const columns = [
  'id',
  'project_id',
  'issue_key',
  'summary',
  'status_name',
  'status_category',
  'open',
  'severity',
  'tier',
  'security_level',
  'created_at',
]
  .map((column) => `d.${column}`)
  .join(', ');
const ofVersion = `FROM defect_versions v JOIN defects d ON d.id = v.defect_id AND d.read_at = v.read_at WHERE v.kind = 'fix' AND d.removed = 0`;

/** Defects whose fix version this is, open or not; oldest first. */
export async function defectsOfVersion(versionId: string): Promise<StoredDefect[]> {
  return (await defectsByVersion([versionId], '')).get(versionId) ?? [];
}

/** Open defects per fix version, each version of the list having its own, perhaps empty, entry. */
export function openDefectsOf(versionIds: readonly string[]): Promise<Map<string, StoredDefect[]>> {
  return defectsByVersion(versionIds, 'AND d.open = 1');
}

/** Done defects per fix version, in the same way. */
export function doneDefectsOf(versionIds: readonly string[]): Promise<Map<string, StoredDefect[]>> {
  return defectsByVersion(versionIds, 'AND d.open = 0');
}

/** A page of this size keeps well below 4 MiB a response; in the order of the index nothing has to be sorted in 16 MiB. */
const perPage = 2000;

async function defectsByVersion(versionIds: readonly string[], which: string): Promise<Map<string, StoredDefect[]>> {
  const withVersion = z.looseObject({ version_id: z.string() }).transform((r, context) => {
    const defect = row.safeParse(r);
    if (defect.success) return { versionId: r.version_id, defect: defect.data };
    context.addIssue({ code: 'custom', message: defect.error.message });
    return z.NEVER;
  });
  const found = new Map<string, StoredDefect[]>(versionIds.map((id) => [id, []]));
  let [lastVersion, lastDefect] = ['', ''];
  let left = versionIds;
  while (left.length > 0) {
    const rows = await select(
      withVersion,
      `SELECT v.version_id, ${columns} FROM defect_versions v STRAIGHT_JOIN defects d ON d.id = v.defect_id AND d.read_at = v.read_at
       WHERE v.version_id IN (${marks(left)}) AND v.kind = 'fix' AND (v.version_id > ? OR v.defect_id > ?) AND d.removed = 0 ${which}
       ORDER BY v.version_id, v.kind, v.defect_id LIMIT ${perPage}`,
      [...left, lastVersion, lastDefect],
    );
    for (const { versionId, defect } of rows) found.get(versionId)?.push(defect);
    const last = rows.at(-1);
    if (rows.length < perPage || last === undefined) break;
    [lastVersion, lastDefect] = [last.versionId, last.defect.id];
    left = left.filter((id) => id >= last.versionId);
  }
  for (const defects of found.values()) defects.sort(oldestFirst);
  return found;
}

function oldestFirst(a: StoredDefect, b: StoredDefect): number {
  if (a.createdAt !== b.createdAt) return a.createdAt < b.createdAt ? -1 : 1;
  return a.id < b.id ? -1 : 1;
}

export async function defectById(id: string): Promise<StoredDefect | null> {
  const rows = await select(row, `SELECT ${columns} FROM defects d WHERE d.id = ? AND d.removed = 0`, [id]);
  return rows[0] ?? null;
}

/** Stored defects by id; those that the store does not know are missing. @param ids at most a few hundred */
export async function defectsById(ids: readonly string[]): Promise<StoredDefect[]> {
  if (ids.length === 0) return [];
  return select(row, `SELECT ${columns} FROM defects d WHERE d.removed = 0 AND d.id IN (${marks(ids)})`, ids);
}

const endRow = z
  .object({ id: z.string(), issue_key: z.string(), open: flag, resolved_at: z.string().nullable(), updated_at: z.string() })
  .transform((r) => ({ id: r.id, key: r.issue_key, doneAt: r.open ? null : (r.resolved_at ?? r.updated_at) }));

/** Which of these defects are done, and since when; those that the store does not know are missing. */
export async function defectEnds(ids: readonly string[]): Promise<Map<string, z.output<typeof endRow>>> {
  if (ids.length === 0) return new Map();
  const query = `SELECT id, issue_key, open, resolved_at, updated_at FROM defects WHERE removed = 0 AND id IN (${marks(ids)})`;
  return new Map((await select(endRow, query, ids)).map((end) => [end.id, end]));
}

const versionRow = z.object({ version_id: z.string() });

/** Ids of the open defects of a project, without those that the app cannot see any more. */
export async function openDefectIds(projectId: string): Promise<string[]> {
  const query = 'SELECT id FROM defects WHERE project_id = ? AND removed = 0 AND open = 1 AND lost = 0';
  return (await select(z.object({ id: z.string() }), query, [projectId])).map((r) => r.id);
}

/** Ids of the defects of a project that Jira does not answer any more, although nobody said that they were deleted. */
export async function lostDefectIds(projectId: string): Promise<string[]> {
  const query = 'SELECT id FROM defects WHERE project_id = ? AND removed = 0 AND lost = 1';
  return (await select(z.object({ id: z.string() }), query, [projectId])).map((r) => r.id);
}

/** Projects in which defects were stored last, by id. */
export async function projectsOfDefects(ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const query = `SELECT id, project_id FROM defects WHERE id IN (${marks(ids)})`;
  const rows = await select(z.object({ id: z.string(), project_id: z.string() }), query, ids);
  return new Map(rows.map((r) => [r.id, r.project_id]));
}

/** Fix versions of stored defects, all together. */
export async function fixVersionsOf(defectIds: readonly string[]): Promise<string[]> {
  const rows = await select(
    versionRow,
    `SELECT DISTINCT v.version_id ${ofVersion} AND v.defect_id IN (${marks(defectIds)})`,
    defectIds,
  );
  return rows.map((r) => r.version_id);
}

/** Ids of the issues, defects and release tickets alike, that name one of these versions. */
export async function issuesNaming(versionIds: readonly string[]): Promise<string[]> {
  const query = `SELECT defect_id AS id FROM defect_versions WHERE version_id IN (${marks(versionIds)})
    UNION SELECT ticket_id AS id FROM ticket_versions WHERE version_id IN (${marks(versionIds)})`;
  return (await select(z.object({ id: z.string() }), query, [...versionIds, ...versionIds])).map((r) => r.id);
}

const countRow = z.object({
  version_id: z.string(),
  status_category: z.string(),
  security_level: z.string().nullable(),
  n: integer,
});

/** How many defects each version has per status category and security level. */
export async function progressOf(
  versionIds: readonly string[],
): Promise<{ versionId: string; category: string; securityLevel: string | null; count: number }[]> {
  const query = `SELECT v.version_id, d.status_category, d.security_level, COUNT(*) AS n ${ofVersion} AND v.version_id IN (${marks(versionIds)})
    GROUP BY v.version_id, d.status_category, d.security_level`;
  return (await select(countRow, query, versionIds)).map((r) => ({
    versionId: r.version_id,
    category: r.status_category,
    securityLevel: r.security_level,
    count: r.n,
  }));
}

export interface StoredStamp {
  readonly id: string;
  readonly tracked: 'defect' | 'release-ticket';
  readonly updatedAt: Instant;
  readonly removed: boolean;
}

const stampRow = z.object({
  id: z.string(),
  tracked: z.enum(['defect', 'release-ticket']),
  updated_at: z.string(),
  removed: flag,
});

/** When stored issues had last been updated, those removed a short while ago too. */
export async function storedStamps(ids: readonly string[]): Promise<StoredStamp[]> {
  const list = marks(ids);
  const query = `SELECT id, 'defect' AS tracked, updated_at, removed FROM defects WHERE id IN (${list})
    UNION ALL SELECT id, 'release-ticket' AS tracked, updated_at, removed FROM release_tickets WHERE id IN (${list})`;
  const rows = await select(stampRow, query, [...ids, ...ids]);
  return rows.map((r) => ({ id: r.id, tracked: r.tracked, updatedAt: r.updated_at, removed: r.removed }));
}

const spanRow = z.object({
  defect_id: z.string(),
  n: integer,
  kind: z.enum(historyKinds),
  value: z.string().nullable(),
  label: z.string().nullable(),
  from_at: z.string(),
  to_at: z.string().nullable(),
});

/** Histories of stored defects by id. */
export async function historiesOf(defectIds: readonly string[]): Promise<Map<string, DefectHistory>> {
  const found = new Map<string, Record<keyof DefectHistory, Span[]>>();
  // A hundred spans each still fit a response of 4 MiB; they are sorted here, because a sort there has 16 MiB.
  const perQuery = 200;
  for (let start = 0; start < defectIds.length; start += perQuery) {
    const ids = defectIds.slice(start, start + perQuery);
    const query = `SELECT s.defect_id, s.kind, s.n, s.value, s.label, s.from_at, s.to_at FROM spans s JOIN defects d ON d.id = s.defect_id AND d.read_at = s.read_at
      WHERE s.defect_id IN (${marks(ids)})`;
    for (const r of (await select(spanRow, query, ids)).sort((a, b) => a.n - b.n)) {
      const history = found.get(r.defect_id) ?? { status: [], severity: [], assignee: [], fix: [], affects: [], component: [] };
      history[r.kind].push({ value: r.value, label: r.label, from: r.from_at, to: r.to_at });
      found.set(r.defect_id, history);
    }
  }
  return found;
}
