import { z } from 'zod';
import type { Instant } from '../../kernel/instant';
import { insertRows, marks, select, write } from '../../platform/database';
import type { Defect } from '../defect';
import { historyKinds } from '../history';
import type { DefectHistory } from '../history';
import { chunkOf } from '../history-columns';
import { defectChildren } from './defect-children';
import { newerWins } from './newer-wins';

export interface ReadDefect {
  readonly defect: Defect;
  readonly history: DefectHistory;
}

const columns = [
  'id',
  'project_id',
  'issue_key',
  'chunk',
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
  'assignee',
  'created_at',
  'resolved_at',
  'removed',
  'removed_at',
  'lost',
  'updated_at',
  'read_at',
] as const;

/**
 * Stores defects as they were read at `readAt` (a moment before Jira was asked). What belongs to them is written first and hold
 * only once the defect's own row carries the same `readAt`; what it no longer needs is removed last. Safe to repeat, and safe
 * beside an older reading that is still under way.
 */
export async function storeDefects(read: readonly ReadDefect[], readAt: Instant): Promise<void> {
  if (read.length === 0) return;
  await insertVersions(read, readAt);
  await insertComponents(read, readAt);
  await insertLinks(read, readAt);
  await insertSpans(read, readAt);
  await insertRows(
    'defects',
    columns,
    read.map(({ defect }) => defectRow(defect, readAt)),
    newerWins(columns.slice(1)),
  );
  await removeOutdated(read.map(({ defect }) => defect.id));
}

const again = 'ON DUPLICATE KEY UPDATE read_at = VALUES(read_at)';

async function insertVersions(read: readonly ReadDefect[], readAt: Instant): Promise<void> {
  const rows = read.flatMap(({ defect }) => [
    ...defect.fixVersionIds.map((version) => [version, defect.id, 'fix', readAt]),
    ...defect.affectsVersionIds.map((version) => [version, defect.id, 'affects', readAt]),
  ]);
  await insertRows('defect_versions', ['version_id', 'defect_id', 'kind', 'read_at'], rows, again);
}

async function insertComponents(read: readonly ReadDefect[], readAt: Instant): Promise<void> {
  const rows = read.flatMap(({ defect }) => defect.components.map(({ id, name }) => [defect.id, id, name, readAt]));
  await insertRows('defect_components', ['defect_id', 'component_id', 'name', 'read_at'], rows, again);
}

async function insertLinks(read: readonly ReadDefect[], readAt: Instant): Promise<void> {
  const rows = read.flatMap(({ defect }) =>
    defect.links.map(({ id, type, direction, other }) => [defect.id, id, type, direction, other.id, other.key, readAt]),
  );
  const names = ['defect_id', 'link_id', 'type', 'direction', 'other_id', 'other_key', 'read_at'];
  await insertRows('defect_links', names, rows, again);
}

async function insertSpans(read: readonly ReadDefect[], readAt: Instant): Promise<void> {
  const rows = read.flatMap(({ defect, history }) =>
    historyKinds.flatMap((kind) =>
      history[kind].map((span, n) => [defect.id, kind, readAt, n, span.value, span.label, span.from, span.to]),
    ),
  );
  await insertRows(
    'spans',
    ['defect_id', 'kind', 'read_at', 'n', 'value', 'label', 'from_at', 'to_at'],
    rows,
    'ON DUPLICATE KEY UPDATE value = VALUES(value), label = VALUES(label), from_at = VALUES(from_at), to_at = VALUES(to_at)',
  );
}

function defectRow(d: Defect, readAt: Instant): (string | number | null)[] {
  return [
    ...[
      d.id,
      d.projectId,
      d.key,
      chunkOf(d.key),
      d.summary,
      d.type.id,
      d.type.name,
      d.status.id,
      d.status.name,
      d.status.category,
      Number(d.open),
    ],
    ...[d.severityRaw, d.severity, d.tier, d.usersAffected, d.workaround, d.detectedIn, d.securityLevel, d.assigneeId],
    ...[d.createdAt, d.resolvedAt, 0, null, 0, d.updatedAt, readAt],
  ];
}

/** Forge SQL counts writes, so that only tables with something to remove are asked to. */
async function removeOutdated(ids: readonly string[]): Promise<void> {
  const outdated = (child: string) =>
    `FROM ${child} JOIN defects ON defects.id = ${child}.defect_id
     WHERE ${child}.read_at < defects.read_at AND ${child}.defect_id IN (${marks(ids)})`;
  const rows = await select(
    z.object({ child: z.enum(defectChildren) }),
    defectChildren.map((child) => `(SELECT '${child}' AS child ${outdated(child)} LIMIT 1)`).join(' UNION ALL '),
    defectChildren.flatMap(() => ids),
  );
  for (const { child } of rows) await write(`DELETE ${child} ${outdated(child)}`, ids);
}

const perRemoval = 500;

/**
 * Takes defects out of every count, and with them what they say of people and what people wrote: they were deleted or are of another
 * work type now. A mark stays for an hour, so that a reading from before does not bring them back.
 */
export async function removeDefects(ids: readonly string[], readAt: Instant): Promise<void> {
  const words = `summary = '', assignee = NULL, severity_raw = NULL, tier = NULL, workaround = NULL, detected_in = NULL`;
  for (let start = 0; start < ids.length; start += perRemoval) {
    const some = ids.slice(start, start + perRemoval);
    const gone = `removed = 1, removed_at = ?, open = 0, lost = 0, ${words}, read_at = ?`;
    await write(`UPDATE defects SET ${gone} WHERE read_at <= ? AND id IN (${marks(some)})`, [readAt, readAt, readAt, ...some]);
    await removeOutdated(some);
  }
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
  await write(
    'UPDATE release_tickets SET removed = 1, removed_at = ?, read_at = ? WHERE project_id = ? AND removed = 0 AND read_at < ?',
    [startedAt, startedAt, projectId, startedAt],
  );
}

/** Forgets the marks of what was removed before `before`, and what a reading that died beside the removal left of it. */
export async function forgetRemoved(before: Instant): Promise<void> {
  for (const child of defectChildren) await forgetRowsOf('defects', child, 'defect_id', before);
  await forgetRowsOf('release_tickets', 'ticket_versions', 'ticket_id', before);
  await write('DELETE FROM defects WHERE removed_at < ?', [before]);
  await write('DELETE FROM release_tickets WHERE removed_at < ?', [before]);
}

/** Rows read since then belong to a newer reading that is about to bring their owner back. */
async function forgetRowsOf(owner: string, child: string, ownerId: string, before: Instant): Promise<void> {
  await write(
    `DELETE ${child} FROM ${owner} JOIN ${child} ON ${child}.${ownerId} = ${owner}.id
     WHERE ${owner}.removed_at < ? AND ${child}.read_at < ?`,
    [before, before],
  );
}
