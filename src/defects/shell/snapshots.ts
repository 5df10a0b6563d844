import { day as dayLength, plus } from '../../kernel/instant';
import type { Instant } from '../../kernel/instant';
import { write } from '../../platform/database';
import { ageBands } from '../age-bands';

/**
 * Counts a project's defects as they stand, per version (`*` for all of the project), severity, status category, age band and security
 * level, and keeps the counts as those of a day (UTC). Taken again on the same day it replaces what was counted before.
 */
export async function takeSnapshot(projectId: string, now: Instant): Promise<void> {
  const day = now.slice(0, 10);
  const age = `CASE WHEN d.open = 0 THEN 'done' ${ageBands.map((days) => `WHEN d.created_at > ? THEN '<${days}'`).join(' ')} ELSE '>=${ageBands.at(-1)}' END`;
  const cuts = ageBands.map((days) => plus(now, -days * dayLength));
  const counted = `COALESCE(d.severity, 'none') AS severity, d.status_category, ${age} AS age_band, COALESCE(d.security_level, '') AS security_level, COUNT(*) AS n`;
  const grouped = 'GROUP BY version_id, d.severity, d.status_category, age_band, d.security_level';
  const into = 'INSERT INTO snapshots (project_id, day, version_id, severity, status_category, age_band, security_level, n)';
  await write('DELETE FROM snapshots WHERE project_id = ? AND day = ?', [projectId, day]);
  await write(
    `${into} SELECT ?, ?, '*' AS version_id, ${counted} FROM defects d WHERE d.project_id = ? AND d.removed = 0 ${grouped}
     ON DUPLICATE KEY UPDATE n = VALUES(n)`,
    [projectId, day, ...cuts, projectId],
  );
  await write(
    `${into} SELECT ?, ?, v.version_id, ${counted} FROM defects d
     JOIN defect_versions v ON v.defect_id = d.id AND v.read_at = d.read_at AND v.kind = 'fix'
     WHERE d.project_id = ? AND d.removed = 0 ${grouped} ON DUPLICATE KEY UPDATE n = VALUES(n)`,
    [projectId, day, ...cuts, projectId],
  );
}
