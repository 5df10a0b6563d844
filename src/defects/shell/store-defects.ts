import { z } from 'zod';
import type { Instant } from '../../kernel/instant';
import { insertRows, marks, select, write } from '../../platform/database';
import type { Defect } from '../defect';
import type { DefectHistory } from '../history';
import type { Span } from '../timeline';
import { newerWins } from './newer-wins';

export interface ReadDefect {
  readonly defect: Defect;
  readonly history: DefectHistory;
}

const columns = [
  'id',
  'project_id',
  'issue_key',
  'summary',
  'type_id',
  'type_name',
  'status_id',
  'status_name',
  'status_category',
  'open',
  'severity_raw',
  'severity',
  'tier',
  'users_affected',
  'workaround',
  'detected_in',
  'security_level',
  'created_at',
  'resolved_at',
  'removed',
  'lost',
  'updated_at',
  'read_at',
] as const;

/**
 * Stores defects as they were read at `readAt` (a moment before Jira was asked). Their versions and spans are written first and hold
 * only once the defect's own row carries the same `readAt`; what it no longer needs is removed last. Safe to repeat, and safe
 * beside an older reading that is still under way.
 */
export async function storeDefects(read: readonly ReadDefect[], readAt: Instant): Promise<void> {
  if (read.length === 0) return;
  const again = 'ON DUPLICATE KEY UPDATE read_at = VALUES(read_at)';
  await insertRows(
    'defect_versions',
    ['version_id', 'defect_id', 'kind', 'read_at'],
    read.flatMap(({ defect }) => versionRows(defect, readAt)),
    again,
  );
  await insertRows(
    'spans',
    ['defect_id', 'kind', 'read_at', 'n', 'value', 'label', 'from_at', 'to_at'],
    read.flatMap(({ defect, history }) => [
      ...spanRows(defect.id, 'status', history.status, readAt),
      ...spanRows(defect.id, 'severity', history.severity, readAt),
    ]),
    'ON DUPLICATE KEY UPDATE value = VALUES(value), label = VALUES(label), from_at = VALUES(from_at), to_at = VALUES(to_at)',
  );
  await insertRows(
    'defects',
    columns,
    read.map(({ defect }) => defectRow(defect, readAt)),
    newerWins(columns.slice(1)),
  );
  await removeOutdated(read.map(({ defect }) => defect.id));
}

function versionRows(defect: Defect, readAt: Instant): string[][] {
  return [
    ...defect.fixVersionIds.map((version) => [version, defect.id, 'fix', readAt]),
    ...defect.affectsVersionIds.map((version) => [version, defect.id, 'affects', readAt]),
  ];
}

function spanRows(id: string, kind: string, spans: readonly Span[], readAt: Instant): (string | number | null)[][] {
  return spans.map((span, n) => [id, kind, readAt, n, span.value, span.label, span.from, span.to]);
}

function defectRow(d: Defect, readAt: Instant): (string | number | null)[] {
  return [
    ...[
      d.id,
      d.projectId,
      d.key,
      d.summary,
      d.type.id,
      d.type.name,
      d.status.id,
      d.status.name,
      d.status.category,
      Number(d.open),
    ],
    ...[d.severityRaw, d.severity, d.tier, d.usersAffected, d.workaround, d.detectedIn, d.securityLevel],
    ...[d.createdAt, d.resolvedAt, 0, 0, d.updatedAt, readAt],
  ];
}

async function removeOutdated(ids: readonly string[]): Promise<void> {
  for (const child of ['defect_versions', 'spans']) {
    const older = `${child}.read_at < defects.read_at AND ${child}.defect_id IN (${marks(ids)})`;
    await write(`DELETE ${child} FROM ${child} JOIN defects ON defects.id = ${child}.defect_id WHERE ${older}`, ids);
  }
}

/**
 * Takes defects out of every count: they were deleted or are of another work type now. A mark stays for an hour, so that a reading
 * from before does not bring them back.
 */
export async function removeDefects(ids: readonly string[], readAt: Instant): Promise<void> {
  if (ids.length === 0) return;
  const gone = `removed = 1, open = 0, lost = 0, summary = '', read_at = ?`;
  await write(`UPDATE defects SET ${gone} WHERE read_at <= ? AND id IN (${marks(ids)})`, [readAt, readAt, ...ids]);
  await removeOutdated(ids);
}

/** Defects that the app can see no more although nobody said that they were deleted: they count as they were last seen. */
export async function markLost(ids: readonly string[]): Promise<void> {
  if (ids.length > 0) await write(`UPDATE defects SET lost = 1 WHERE removed = 0 AND id IN (${marks(ids)})`, ids);
}

/** Removes what a whole reading of a project, begun at `startedAt`, did not find. */
export async function removeUnread(projectId: string, startedAt: Instant): Promise<void> {
  const rows = await select(
    z.object({ id: z.string() }),
    'SELECT id FROM defects WHERE project_id = ? AND removed = 0 AND read_at < ?',
    [projectId, startedAt],
  );
  await removeDefects(
    rows.map((row) => row.id),
    startedAt,
  );
  await write('UPDATE release_tickets SET removed = 1, read_at = ? WHERE project_id = ? AND removed = 0 AND read_at < ?', [
    startedAt,
    projectId,
    startedAt,
  ]);
}

/** Forgets the marks of what was removed before `before`. */
export async function forgetRemoved(before: Instant): Promise<void> {
  await write('DELETE FROM defects WHERE removed = 1 AND read_at < ?', [before]);
  await write('DELETE FROM release_tickets WHERE removed = 1 AND read_at < ?', [before]);
}
