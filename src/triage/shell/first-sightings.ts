import { z } from 'zod';
import type { Instant } from '../../kernel/instant';
import { select } from '../../platform/database';

const row = z
  .object({
    ...{ issue_id: z.string(), at: z.string(), environment: z.string() },
    ...{ version: z.string().nullable(), build: z.string().nullable() },
  })
  .transform(({ issue_id, ...rest }) => ({ issueId: issue_id, ...rest }));

/** Where and in what a defect was seen first. */
export interface FirstSighting {
  readonly issueId: string;
  readonly at: Instant;
  readonly environment: string;
  readonly version: string | null;
  readonly build: string | null;
}

/** Rows of this size stay well below 4 MiB a response. */
const perPage = 10_000;

/**
 * The first sighting of each defect of a project, of the defect itself or of the failures that it stands for, by the issue's id. Failures
 * that passed when they were tried again do not count.
 */
export async function firstSightings(projectId: string): Promise<Map<string, FirstSighting>> {
  const firsts = (which: string) => `SELECT project_id, subject, MIN(at) AS at FROM sightings
    WHERE project_id = ? AND ${which} AND times > flaky GROUP BY project_id, subject`;
  const theSighting =
    'JOIN sightings s ON s.project_id = m.project_id AND s.subject = m.subject AND s.at = m.at AND s.times > s.flaky';
  const byFailures = `SELECT f.issue_id, s.at, s.environment, s.version, s.build FROM (${firsts("subject NOT LIKE 'defect:%'")}) m ${theSighting}
    JOIN failures f ON f.project_id = m.project_id AND f.subject = m.subject WHERE f.issue_id IS NOT NULL AND f.state IN ('filed', 'known')
    ORDER BY f.issue_id, s.at, s.origin`;
  const byThemselves = `SELECT SUBSTRING(s.subject, 8) AS issue_id, s.at, s.environment, s.version, s.build
    FROM (${firsts("subject LIKE 'defect:%'")}) m ${theSighting} ORDER BY issue_id, s.at, s.origin`;
  const found = new Map<string, FirstSighting>();
  for (const query of [byFailures, byThemselves]) {
    for (let page = 0; ; page += 1) {
      const rows = await select(row, `${query} LIMIT ${perPage} OFFSET ${page * perPage}`, [projectId]);
      for (const one of rows) {
        const other = found.get(one.issueId);
        if (other === undefined || one.at < other.at) found.set(one.issueId, one);
      }
      if (rows.length < perPage) break;
    }
  }
  return found;
}
