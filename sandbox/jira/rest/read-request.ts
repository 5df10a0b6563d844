import type { z } from 'zod';
import { badRequest, Refusal } from './refusal';
import type { Call } from './route';

/** @throws Refusal 400 naming the first thing that is wrong with the body, 501 for members that the sandbox does not know */
export function readBody<T>(call: Call, schema: z.ZodType<T>): T {
  const parsed = schema.safeParse(call.body ?? {});
  if (parsed.success) {
    return parsed.data;
  }
  const issue = parsed.error.issues[0];
  if (issue?.code === 'unrecognized_keys') {
    throw new Refusal(501, [
      `The sandbox does not model ${[...issue.path, issue.keys.join(', ')].join('.')} in the body of this request.`,
    ]);
  }
  const place = issue === undefined || issue.path.length === 0 ? 'body' : issue.path.join('.');
  throw badRequest(
    `Invalid request payload: ${place}: ${issue?.message ?? 'not valid'}. Refer to the REST API documentation and try again.`,
  );
}

/** A placeholder of the path; the router has filled them all. */
export function param(call: Call, name: string): string {
  return call.params[name] ?? '';
}

/** A list parameter, given several times or with commas. */
export function queryList(call: Call, name: string): string[] {
  return call.query
    .getAll(name)
    .flatMap((value) => value.split(',').map((part) => part.trim()))
    .filter((part) => part !== '');
}

export function queryFlag(call: Call, name: string, otherwise: boolean): boolean {
  const value = call.query.get(name);
  return value === null ? otherwise : value === 'true';
}

/** @throws Refusal 400 where it is no whole number of at least 0. */
export function queryNumber(call: Call, name: string, otherwise: number): number {
  const value = call.query.get(name);
  if (value === null || value === '') {
    return otherwise;
  }
  if (!/^\d+$/.test(value)) {
    throw badRequest(`The query parameter '${name}' must be a whole number, but is '${value}'.`);
  }
  return Number(value);
}

/** `expand` of the query, as a set. @throws Refusal 501 for what Jira expands and the sandbox does not */
export function expansions(call: Call, unmodelled: readonly string[]): Set<string> {
  const expand = new Set(queryList(call, 'expand'));
  const missing = unmodelled.filter((name) => expand.has(name));
  if (missing.length > 0) {
    throw new Refusal(501, [`The sandbox does not model expand=${missing.join(',')} here.`]);
  }
  return expand;
}
