import { z } from 'zod';
import type { Instant } from '../../kernel/instant';
import { compressed } from '../../platform/compress';
import { insertRows, integer, marks, newestHolds, select, write } from '../../platform/database';
import type { SqlValue } from '../../platform/database';

/** What was seen of a failure in a run, or of a defect by others. */
export interface Sighting {
  /** A failure's fingerprint, or {@link defectSubject}. */
  readonly subject: string;
  /** What told it: the run, or the delivery. */
  readonly origin: string;
  readonly at: Instant;
  readonly newness: string;
  readonly suite: string;
  readonly environment: string;
  readonly segment: string | null;
  readonly version: string | null;
  readonly build: string | null;
  /** How often it was seen. */
  readonly times: number;
  /** How many of those went away when they were tried again. */
  readonly flaky: number;
}

/** What is said of it beyond that, as JSON: tests, message, trace. Masked. */
export type SightingDetail = Sighting & { readonly detail: string };

/** The subject of sightings of a defect that Jira already had. */
export function defectSubject(issueId: string): string {
  return `defect:${issueId}`;
}

/** The issue of such a subject; null where it is a failure's. */
export function issueOfSubject(subject: string): string | null {
  return subject.startsWith('defect:') ? subject.slice('defect:'.length) : null;
}

const names = ['subject', 'origin', 'at', 'newness', 'suite', 'environment', 'segment', 'version', 'build', 'times', 'flaky'];
const settable = ['at', 'newness', 'suite', 'environment', 'segment', 'version', 'build', 'times', 'flaky', 'body'];

/** Keeps sightings in any order and as often as they come: the newest word of an origin about a subject holds. */
export async function storeSightings(projectId: string, sightings: readonly SightingDetail[]): Promise<void> {
  const rows = sightings.map((s): SqlValue[] => [
    ...[projectId, s.subject, s.origin, s.at, s.newness, s.suite, s.environment, s.segment, s.version, s.build, s.times, s.flaky],
    compressed(s.detail),
  ]);
  await insertRows('sightings', ['project_id', ...names, 'body'], rows, newestHolds(settable));
}

const row = z.object({
  subject: z.string(),
  origin: z.string(),
  at: z.string(),
  newness: z.string(),
  suite: z.string(),
  environment: z.string(),
  segment: z.string().nullable(),
  version: z.string().nullable(),
  build: z.string().nullable(),
  times: integer,
  flaky: integer,
});

/** Sightings of some subjects, newest first. */
export async function sightingsOf(projectId: string, subjects: readonly string[], most: number): Promise<Sighting[]> {
  if (subjects.length === 0) return [];
  const query = `SELECT ${names.join(', ')} FROM sightings WHERE project_id = ? AND subject IN (${marks(subjects)})
    ORDER BY at DESC LIMIT ${most}`;
  return select(row, query, [projectId, ...subjects]);
}

/** All sightings of some origins. */
export async function sightingsIn(projectId: string, origins: readonly string[]): Promise<Sighting[]> {
  if (origins.length === 0) return [];
  const query = `SELECT ${names.join(', ')} FROM sightings WHERE project_id = ? AND origin IN (${marks(origins)}) LIMIT 20000`;
  return select(row, query, [projectId, ...origins]);
}

/** How often, when first and when last something was seen, by subject. */
export async function sightingTotals(
  projectId: string,
  subjects: readonly string[],
): Promise<Map<string, { times: number; origins: number; first: Instant; last: Instant }>> {
  if (subjects.length === 0) return new Map();
  const total = z.object({ subject: z.string(), times: integer, origins: integer, first: z.string(), last: z.string() });
  const rows = await select(
    total,
    `SELECT subject, SUM(times) AS times, COUNT(*) AS origins, MIN(at) AS first, MAX(at) AS last FROM sightings
     WHERE project_id = ? AND subject IN (${marks(subjects)}) GROUP BY subject`,
    [projectId, ...subjects],
  );
  return new Map(rows.map(({ subject, ...rest }) => [subject, rest]));
}

/** How often something was seen in an environment and build, and when last. */
export interface SightingPlace {
  readonly subject: string;
  readonly environment: string;
  readonly build: string | null;
  readonly times: number;
  readonly last: Instant;
}

/** Where subjects were seen, by subject, environment and build; the places that were last seen first. */
export function sightingPlaces(projectId: string, subjects: readonly string[], most: number): Promise<SightingPlace[]> {
  if (subjects.length === 0) return Promise.resolve([]);
  const place = row.pick({ subject: true, environment: true, build: true, times: true }).extend({ last: z.string() });
  return select(
    place,
    `SELECT subject, environment, build, SUM(times) AS times, MAX(at) AS last FROM sightings
     WHERE project_id = ? AND subject IN (${marks(subjects)}) GROUP BY subject, environment, build ORDER BY last DESC LIMIT ${most}`,
    [projectId, ...subjects],
  );
}

/** Where subjects were seen last: one for each environment, build and suite. Failures that passed when tried again do not count. */
export function lastSeenPlaces(
  projectId: string,
  subjects: readonly string[],
): Promise<{ subject: string; environment: string; build: string | null; suite: string; last: Instant }[]> {
  if (subjects.length === 0) return Promise.resolve([]);
  const place = row.pick({ subject: true, environment: true, build: true, suite: true }).extend({ last: z.string() });
  return select(
    place,
    `SELECT subject, environment, build, suite, MAX(at) AS last FROM sightings WHERE project_id = ? AND subject IN (${marks(subjects)})
     AND times > flaky GROUP BY subject, environment, build, suite ORDER BY last DESC LIMIT 10000`,
    [projectId, ...subjects],
  );
}

/** What was seen where since a moment, with the last time of each, the newest first. Failures that passed when tried again do not count. */
export function seenSince(
  projectId: string,
  since: Instant,
  most: number,
): Promise<{ subject: string; environment: string; last: Instant }[]> {
  const place = row.pick({ subject: true, environment: true }).extend({ last: z.string() });
  return select(
    place,
    `SELECT subject, environment, MAX(at) AS last FROM sightings WHERE project_id = ? AND at >= ? AND times > flaky
     GROUP BY subject, environment ORDER BY last DESC LIMIT ${most}`,
    [projectId, since],
  );
}

/** Subjects of the newest sightings of a project. */
export async function lastSubjects(projectId: string, mostSightings: number): Promise<string[]> {
  const query = `SELECT subject FROM sightings WHERE project_id = ? ORDER BY at DESC LIMIT ${mostSightings}`;
  const rows = await select(z.object({ subject: z.string() }), query, [projectId]);
  return [...new Set(rows.map(({ subject }) => subject))];
}

const perStatement = 1000;

/** @param before instant */
export async function forgetSightingsBefore(projectId: string, before: Instant): Promise<void> {
  const statement = `DELETE FROM sightings WHERE project_id = ? AND at < ? LIMIT ${perStatement}`;
  while ((await write(statement, [projectId, before])) === perStatement);
}

/** Deletes what is stored of a project that is gone. Safe to repeat. */
export async function purgeSightings(projectId: string): Promise<void> {
  for (const table of ['sightings', 'failures']) {
    const statement = `DELETE FROM ${table} WHERE project_id = ? LIMIT ${perStatement}`;
    while ((await write(statement, [projectId])) === perStatement);
  }
}
