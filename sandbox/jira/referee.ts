import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import type { ValidateFunction } from 'ajv';
import { z } from 'zod';
import { pathMatcher } from './rest/match-path';

/** Checks the sandbox's answers against Atlassian's OpenAPI. */
export interface Referee {
  /** What is wrong with an answer to this method and concrete path (a query is ignored); empty where nothing is. */
  check(method: string, path: string, status: number, body: unknown): string[];
}

const response = z.looseObject({ content: z.record(z.string(), z.looseObject({ schema: z.unknown().optional() })).optional() });
const operation = z.looseObject({ responses: z.record(z.string(), response) });
const specification = z.looseObject({
  paths: z.record(z.string(), z.record(z.string(), z.unknown())),
  components: z.looseObject({ schemas: z.record(z.string(), z.unknown()) }),
});

type Responses = Readonly<Record<string, z.infer<typeof response>>>;

/** Answers of the door, before any operation: no scope or login, the rate limit, a fault, what the sandbox does not model. */
const DOOR = [401, 429, 500, 501];

/**
 * Where the specification says less than Jira's answers: these members may be null though not marked so (a changelog's empty
 * side, as in every real export).
 */
const MAY_BE_NULL: Readonly<Record<string, readonly string[]>> = {
  ChangeDetails: ['from', 'fromString', 'to', 'toString'],
};

/** The specification's `date-time` is Jira's `2026-11-02T09:00:00.000+0000`, which RFC 3339 would write with a colon. */
const JIRA_INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:?\d\d)$/;

/** @throws Error where the file is not there or no OpenAPI document */
export function createReferee(specPath: string): Referee {
  const bytes = readFileSync(specPath);
  const raw: unknown = JSON.parse((specPath.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8'));
  const spec = specification.parse(raw);
  const ajv = new Ajv({ strict: false, allErrors: true, inlineRefs: false });
  addFormats(ajv);
  ajv.addFormat('date-time', JIRA_INSTANT);
  ajv.addSchema({
    $id: 'spec',
    components: { schemas: Object.fromEntries(Object.entries(spec.components.schemas).map(lenient)) },
  });
  const find = pathMatcher(
    Object.entries(spec.paths).flatMap(([template, methods]) =>
      Object.entries(methods).flatMap(([method, value]) => {
        const parsed = operation.safeParse(value);
        return parsed.success ? [{ method: method.toUpperCase(), template, value: parsed.data.responses }] : [];
      }),
    ),
  );
  const compiled = new Map<string, ValidateFunction | null>();
  const validator = (key: string, responses: Responses, status: number) => {
    const known = compiled.get(key);
    if (known !== undefined) {
      return known;
    }
    const schema = Object.values(responses[String(status)]?.content ?? {})[0]?.schema;
    const made =
      schema === undefined
        ? null
        : ajv.compile(JSON.parse(JSON.stringify(schema).replaceAll('"#/components', '"spec#/components')));
    compiled.set(key, made);
    return made;
  };
  return {
    check: (method, path, status, body) => {
      const found = find(method.toUpperCase(), path.split('?')[0] ?? path);
      const name = `${method.toUpperCase()} ${found?.template ?? path} ${status}`;
      if (found === null) {
        return status === 501 || status === 401 ? [] : [`${name}: no such operation in the specification`];
      }
      if (found.value[String(status)] === undefined) {
        return DOOR.includes(status) ? [] : [`${name}: the specification does not know this status`];
      }
      const validate = validator(name, found.value, status);
      if (validate === null || validate(body)) {
        return [];
      }
      return (validate.errors ?? []).map(
        (error) => `${name}: ${error.instancePath || 'body'} ${error.message ?? ''} ${JSON.stringify(error.params)}`,
      );
    },
  };
}

const objectSchema = z.looseObject({ properties: z.record(z.string(), z.looseObject({})).optional() });

function lenient([name, schema]: [string, unknown]): [string, unknown] {
  const nullable = MAY_BE_NULL[name];
  const parsed = objectSchema.safeParse(schema);
  if (nullable === undefined || !parsed.success) {
    return [name, schema];
  }
  const properties = Object.entries(parsed.data.properties ?? {}).map(
    ([key, value]) => [key, nullable.includes(key) ? { ...value, nullable: true } : value] as const,
  );
  return [name, { ...parsed.data, properties: Object.fromEntries(properties) }];
}
