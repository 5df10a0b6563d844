import { z } from 'zod';
import { sha256 } from '../../kernel/hash';
import { expanded, compressed } from '../../platform/compress';
import { integer, select, write } from '../../platform/database';
import { dayCounts, trendDays } from '../day-counts';
import type { CountedDefect, DayCounts } from '../day-counts';
import { defectsOfVersion, historiesOf } from './read-defects';
import type { StoredDefect } from './read-defects';
import { statusCategories } from './statuses';

const byDay = z.array(z.array(z.number()));
const countsSchema = z.object({
  firstDay: z.number(),
  days: z.number(),
  levels: z.array(z.object({ level: z.string().nullable(), open: byDay, done: byDay, late: byDay })),
});
const row = z.object({
  stamp: z.string(),
  body: z.string().transform((body): DayCounts => countsSchema.parse(JSON.parse(expanded(body)))),
});

/** Which defects are late when. */
interface LateRules {
  /** The same for the same rules only; at most 40 characters. */
  readonly stamp: string;
  readonly isLate: (defect: StoredDefect) => CountedDefect['isLate'];
}

/**
 * How the defects of a version stood at the end of each of the last days, up to yesterday. What is kept is handed out while it rests on
 * the defects as they are stored now, the rules and the day; else it is counted again from the histories and kept.
 * @param today days since 1970
 */
export async function dayCountsOf(
  { projectId, versionId }: { readonly projectId: string; readonly versionId: string },
  rules: LateRules,
  today: number,
): Promise<DayCounts> {
  // Looked at before the defects are: what changes in between is counted again the next time, never overlooked.
  const [members, categories] = await Promise.all([membersStamp(versionId), statusCategories()]);
  const done = sha256(JSON.stringify([...categories].sort(([a], [b]) => (a < b ? -1 : 1)))).slice(0, 16);
  const stamp = `${today} ${rules.stamp} ${done} ${members}`;
  const query = 'SELECT stamp, body FROM day_counts WHERE project_id = ? AND version_id = ? AND stamp = ?';
  const [kept] = await select(row, query, [projectId, versionId, stamp]);
  if (kept !== undefined) return kept.body;
  const defects = await defectsOfVersion(versionId);
  const histories = await historiesOf(defects.map(({ id }) => id));
  const counted = dayCounts(
    defects.map((defect) => ({
      securityLevel: defect.securityLevel,
      history: histories.get(defect.id) ?? { status: [], severity: [] },
      isLate: rules.isLate(defect),
    })),
    { firstDay: today - trendDays + 1, days: trendDays - 1 },
    (status) => categories.get(status) ?? null,
  );
  await write(
    `INSERT INTO day_counts (project_id, version_id, body, stamp) VALUES (?, ?, ?, ?)
     ON DUPLICATE KEY UPDATE body = VALUES(body), stamp = VALUES(stamp)`,
    [projectId, versionId, compressed(JSON.stringify(counted)), stamp],
  );
  return counted;
}

/** Lets go of what is kept of versions that are not there any more. @param versionIds those that are */
export async function forgetOtherDayCounts(projectId: string, versionIds: readonly string[]): Promise<void> {
  const kept = await select(z.object({ version_id: z.string() }), 'SELECT version_id FROM day_counts WHERE project_id = ?', [
    projectId,
  ]);
  for (const { version_id } of kept.filter((one) => !versionIds.includes(one.version_id)))
    await write('DELETE FROM day_counts WHERE project_id = ? AND version_id = ?', [projectId, version_id]);
}

const stampRow = z.object({ n: integer, mixed: z.string().nullable() });

/** A text that changes whenever a defect of the version is read anew, comes, or goes. */
async function membersStamp(versionId: string): Promise<string> {
  const [found] = await select(
    stampRow,
    `SELECT COUNT(*) AS n, CAST(BIT_XOR(CRC32(CONCAT(d.id, ' ', d.read_at))) AS CHAR) AS mixed
     FROM defect_versions v STRAIGHT_JOIN defects d ON d.id = v.defect_id AND d.read_at = v.read_at
     WHERE v.version_id = ? AND v.kind = 'fix' AND d.removed = 0`,
    [versionId],
  );
  return `${found?.n ?? 0} ${found?.mixed ?? 0}`;
}
