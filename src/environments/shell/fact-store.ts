import { z } from 'zod';
import type { Instant } from '../../kernel/instant';
import { canonical } from '../../kernel/json';
import type { Json } from '../../kernel/json';
import { insertRows, json, marks, newestHolds, select, write } from '../../platform/database';
import type { SqlValue } from '../../platform/database';
import { factKinds } from '../fact';
import type { Fact, FactKind } from '../fact';

const columns = ['project_id', 'kind', 'fact_id', 'part', 'at', 'newness', 'environment', 'version', 'body'];

/** Keeps facts in any order and as often as they come: the newest word about each thing holds. */
export async function storeFacts(projectId: string, facts: readonly Fact[]): Promise<void> {
  const rows = facts.map((fact): SqlValue[] => [
    ...[projectId, fact.kind, fact.id, fact.part, fact.at, fact.newness, fact.environment, fact.version],
    canonical(fact.body),
  ]);
  await insertRows('facts', columns, rows, newestHolds(['at', 'newness', 'environment', 'version', 'body']));
}

/** Whatever was read from JSON; who asks for facts looks into it. */
const anything = z.custom<Json>((body) => body !== undefined);

const row = z
  .object({
    kind: z.enum(factKinds),
    fact_id: z.string(),
    part: z.string(),
    at: z.string(),
    newness: z.string(),
    environment: z.string().nullable(),
    version: z.string().nullable(),
    body: json(anything),
  })
  .transform(({ fact_id, ...rest }): Fact => ({ id: fact_id, ...rest }));

/** Which facts of a project somebody asks for; what is left out does not matter. */
export interface FactQuery {
  readonly kind: FactKind;
  readonly version?: string;
  readonly environment?: string;
  /** Only those from then on. */
  readonly since?: Instant;
  /** Only those until then. */
  readonly until?: Instant;
  readonly oldestFirst?: boolean;
}

/** Newest first where nothing else is said. @param most bounds the answer: a row has a few hundred bytes, so 2,000 stay below Forge SQL's 4 MiB */
export function factsOf(projectId: string, query: FactQuery, most: number): Promise<Fact[]> {
  const conditions: [string, SqlValue][] = [
    ['project_id = ?', projectId],
    ['kind = ?', query.kind],
    ...(query.version === undefined ? [] : [['version = ?', query.version] satisfies [string, SqlValue]]),
    ...(query.environment === undefined ? [] : [['environment = ?', query.environment] satisfies [string, SqlValue]]),
    ...(query.since === undefined ? [] : [['at >= ?', query.since] satisfies [string, SqlValue]]),
    ...(query.until === undefined ? [] : [['at <= ?', query.until] satisfies [string, SqlValue]]),
  ];
  const where = conditions.map(([text]) => text).join(' AND ');
  return select(
    row,
    `SELECT kind, fact_id, part, at, newness, environment, version, body FROM facts WHERE ${where} ORDER BY at ${query.oldestFirst === true ? 'ASC' : 'DESC'} LIMIT ${most}`,
    conditions.map(([, value]) => value),
  );
}

/** Facts by what names them; those that are not there are missing from the answer. */
export async function factsById(projectId: string, kind: FactKind, ids: readonly string[]): Promise<Fact[]> {
  const found: Fact[] = [];
  for (let start = 0; start < ids.length; start += 200) {
    const some = ids.slice(start, start + 200);
    const query = `SELECT kind, fact_id, part, at, newness, environment, version, body FROM facts
      WHERE project_id = ? AND kind = ? AND fact_id IN (${marks(some)})`;
    found.push(...(await select(row, query, [projectId, kind, ...some])));
  }
  return found;
}

const perStatement = 1000;

/** Deletes what is stored of a project that is gone, what follows from it too. Safe to repeat. */
export async function purgeFacts(projectId: string): Promise<void> {
  for (const table of ['facts', 'behaviours']) {
    const statement = `DELETE FROM ${table} WHERE project_id = ? LIMIT ${perStatement}`;
    while ((await write(statement, [projectId])) === perStatement);
  }
}
