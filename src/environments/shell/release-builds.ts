import { z } from 'zod';
import type { Instant } from '../../kernel/instant';
import { integer, json, marks, select } from '../../platform/database';
import type { FactKind } from '../fact';

/** Builds are asked for without their commits, of which one may have thousands: with them no answer would hold many. */
const slimBody = z.object({
  service: z.string(),
  build: z.string(),
  branch: z.string().nullable(),
  state: z.string(),
  migrations: z.enum(['none', 'reversible', 'irreversible']).nullish().catch(null),
});
const row = z.object({
  version: z.string(),
  at: z.string(),
  changes: integer.nullable(),
  body: json(z.unknown()),
});

/** A successful build of a release. */
interface ReleaseBuild {
  readonly version: string;
  readonly service: string;
  readonly build: string;
  readonly at: Instant;
  readonly branch: string | null;
  /** How many commits are in it that were not in the one before. */
  readonly changes: number;
  readonly migrations: 'none' | 'reversible' | 'irreversible' | null;
}

/** Of each release, by its name, the newest builds that succeeded, newest first; releases without any are missing. @param most of each release, failed ones among them */
export async function buildsOfReleases(
  projectId: string,
  versions: readonly string[],
  most: number,
): Promise<Map<string, ReleaseBuild[]>> {
  const found = new Map<string, ReleaseBuild[]>();
  if (versions.length === 0) return found;
  const query = `SELECT f.version, f.at, JSON_LENGTH(f.body, '$.changes') AS changes, JSON_REMOVE(f.body, '$.changes') AS body
    FROM (SELECT fact_id, part, ROW_NUMBER() OVER (PARTITION BY version ORDER BY at DESC) AS place FROM facts
      WHERE project_id = ? AND kind = 'build' AND version IN (${marks(versions)})) AS newest
    JOIN facts AS f ON f.project_id = ? AND f.kind = 'build' AND f.fact_id = newest.fact_id AND f.part = newest.part
    WHERE newest.place <= ${most}`;
  // Sorted here: what the database sorts it holds whole, with all commits.
  const rows = (await select(row, query, [projectId, ...versions, projectId])).sort((a, b) => (a.at < b.at ? 1 : -1));
  for (const { version, at, changes, body } of rows) {
    const told = slimBody.safeParse(body);
    if (!told.success || told.data.state !== 'successful') continue;
    const { service, build, branch, migrations = null } = told.data;
    const others = found.get(version) ?? [];
    found.set(version, [...others, { version, service, build, at, branch, changes: changes ?? 0, migrations }]);
  }
  return found;
}

/** When a fact of each of these kinds was last told in a project; kinds of which none was are missing. */
export async function lastTold(projectId: string, kinds: readonly FactKind[]): Promise<Map<string, Instant>> {
  if (kinds.length === 0) return new Map();
  const query = `SELECT kind, MAX(at) AS at FROM facts WHERE project_id = ? AND kind IN (${marks(kinds)}) GROUP BY kind`;
  const rows = await select(z.object({ kind: z.string(), at: z.string() }), query, [projectId, ...kinds]);
  return new Map(rows.map(({ kind, at }) => [kind, at]));
}
