import { z } from 'zod';
import { dayOf } from '../../kernel/instant';
import { integer, marks, select } from '../../platform/database';
import type { SqlValue } from '../../platform/database';
import { defectSubject } from './sighting-store';

const row = z.object({ issue_id: z.string(), day: z.string().transform(dayOf), runs: integer });

/** Distinct runs and reports of a day that saw a defect, however often each did. */
export interface SeenOn {
  /** Days since 1970, in UTC. */
  readonly day: number;
  readonly runs: number;
}

const perQuery = 500;
const counted = 'SUBSTRING(s.at, 1, 10) AS day, COUNT(DISTINCT s.origin) AS runs';

/**
 * On which days defects were seen, by themselves or by the failures that they stand for; oldest first.
 * @param issueIds null for all of the project
 * @param since instant
 */
export async function seenDays(
  projectId: string,
  issueIds: readonly string[] | null,
  since: string,
): Promise<Map<string, SeenOn[]>> {
  const place = [projectId, since];
  if (issueIds === null) {
    return gathered([
      ...(await byFailures('f.issue_id IS NOT NULL', place)),
      ...(await byThemselves("s.subject LIKE 'defect:%'", place)),
    ]);
  }
  const rows: z.output<typeof row>[] = [];
  for (let start = 0; start < issueIds.length; start += perQuery) {
    const ids = issueIds.slice(start, start + perQuery);
    rows.push(...(await byFailures(`f.issue_id IN (${marks(ids)})`, [...place, ...ids])));
    rows.push(...(await byThemselves(`s.subject IN (${marks(ids)})`, [...place, ...ids.map(defectSubject)])));
  }
  return gathered(rows);
}

function byFailures(which: string, values: readonly SqlValue[]): Promise<z.output<typeof row>[]> {
  return select(
    row,
    `SELECT f.issue_id, ${counted} FROM failures f JOIN sightings s ON s.project_id = f.project_id AND s.subject = f.subject
     WHERE f.project_id = ? AND s.at >= ? AND ${which} GROUP BY f.issue_id, day`,
    values,
  );
}

function byThemselves(which: string, values: readonly SqlValue[]): Promise<z.output<typeof row>[]> {
  return select(
    row,
    `SELECT SUBSTRING(s.subject, 8) AS issue_id, ${counted} FROM sightings s
     WHERE s.project_id = ? AND s.at >= ? AND ${which} GROUP BY s.subject, day`,
    values,
  );
}

function gathered(rows: readonly z.output<typeof row>[]): Map<string, SeenOn[]> {
  const days = new Map<string, Map<number, number>>();
  for (const { issue_id, day, runs } of rows) {
    const of = days.get(issue_id) ?? new Map<number, number>();
    of.set(day, (of.get(day) ?? 0) + runs);
    days.set(issue_id, of);
  }
  return new Map([...days].map(([id, of]) => [id, [...of].map(([day, runs]) => ({ day, runs })).sort((a, b) => a.day - b.day)]));
}

/** Ids of the defects that stand for what these origins saw. */
export async function defectsSeenBy(projectId: string, origins: readonly string[]): Promise<string[]> {
  if (origins.length === 0) return [];
  const rows = await select(
    z.object({ issue_id: z.string() }),
    `SELECT DISTINCT f.issue_id FROM sightings s JOIN failures f ON f.project_id = s.project_id AND f.subject = s.subject
     WHERE s.project_id = ? AND s.origin IN (${marks(origins)}) AND f.issue_id IS NOT NULL`,
    [projectId, ...origins],
  );
  return rows.map((r) => r.issue_id);
}
