import { z } from 'zod';
import type { Instant } from '../../kernel/instant';
import { select } from '../../platform/database';

const row = z
  .object({ issue_id: z.string(), first: z.string(), last: z.string() })
  .transform(({ issue_id, first, last }) => ({ issueId: issue_id, first, last }));

/** A day (UTC) on which a defect was seen: its first and its last sighting. */
export interface SightingMoments {
  readonly issueId: string;
  readonly first: Instant;
  readonly last: Instant;
}

const columns = 'MIN(s.at) AS first, MAX(s.at) AS last';
/** Rows of this size stay well below 4 MiB a response. */
const perPage = 20_000;

/**
 * When the defects of a project were seen since a moment, by themselves or by the failures that they stand for; a row for each defect, day
 * and way of seeing it, oldest first. Failures that passed when they were tried again do not count. At most 100,000 rows, the oldest.
 */
export async function sightingMoments(projectId: string, since: Instant): Promise<SightingMoments[]> {
  const byFailures = `SELECT f.issue_id, ${columns} FROM failures f JOIN sightings s ON s.project_id = f.project_id AND s.subject = f.subject
    WHERE f.project_id = ? AND f.issue_id IS NOT NULL AND f.state IN ('filed', 'known') AND s.at >= ? AND s.times > s.flaky
    GROUP BY f.issue_id, SUBSTRING(s.at, 1, 10)`;
  const byThemselves = `SELECT SUBSTRING(s.subject, 8) AS issue_id, ${columns} FROM sightings s
    WHERE s.project_id = ? AND s.subject LIKE 'defect:%' AND s.at >= ? AND s.times > s.flaky GROUP BY s.subject, SUBSTRING(s.at, 1, 10)`;
  const found = [...(await allOf(byFailures, projectId, since)), ...(await allOf(byThemselves, projectId, since))];
  return found.sort((a, b) => (a.first < b.first ? -1 : a.first > b.first ? 1 : 0));
}

async function allOf(query: string, projectId: string, since: Instant): Promise<SightingMoments[]> {
  const found: SightingMoments[] = [];
  for (let page = 0; page < 5; page += 1) {
    const rows = await select(row, `${query} ORDER BY first, issue_id LIMIT ${perPage} OFFSET ${page * perPage}`, [
      projectId,
      since,
    ]);
    for (const one of rows) found.push(one);
    if (rows.length < perPage) break;
  }
  return found;
}
