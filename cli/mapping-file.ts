import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Mapping } from '../src/governance/manifest';
import { Misuse } from './command';
import { messageOf } from './thrown';

const list = z.record(z.string(), z.string()).default({});
const mappingSchema = z.strictObject({ issues: list, people: list, fields: list, statuses: list });

const lists: Readonly<Record<string, keyof Mapping>> = { issue: 'issues', person: 'people', field: 'fields', status: 'statuses' };

/**
 * What something of the source is called in the target: as JSON (`{"issues": {"SHOP-1": "STORE-7"}, "people": …, "fields": …,
 * "statuses": …}`), or as CSV with the columns kind, old and new, where two columns alone are keys of issues.
 * @throws Misuse where it cannot be read
 */
export function readMapping(path: string): Mapping {
  let text: string;
  try {
    text = readFileSync(path, 'utf8').replace(/^\uFEFF/, '');
  } catch (error) {
    throw new Misuse(`${path} cannot be read: ${messageOf(error)}.`);
  }
  return /^\s*\{/.test(text) ? ofJson(text, path) : ofCsv(text, path);
}

function ofJson(text: string, path: string): Mapping {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new Misuse(`${path} is not JSON.`);
  }
  const parsed = mappingSchema.safeParse(value).data;
  if (parsed === undefined)
    throw new Misuse(`${path} is no mapping: it has issues, people, fields and statuses, each old name to new.`);
  const { issues, people, fields, statuses } = parsed;
  const map = (names: Readonly<Record<string, string>>) => new Map(Object.entries(names));
  return { issues: map(issues), people: map(people), fields: map(fields), statuses: map(statuses) };
}

function ofCsv(text: string, path: string): Mapping {
  const mapping = {
    ...{ issues: new Map<string, string>(), people: new Map<string, string>() },
    ...{ fields: new Map<string, string>(), statuses: new Map<string, string>() },
  };
  for (const [place, line] of text.split(/\r?\n/).entries()) {
    if (line.trim() === '') continue;
    const cells = cellsOf(line);
    const [kind = '', old = '', now = ''] = cells.length === 2 ? ['issue', ...cells] : cells;
    const name = lists[kind.toLowerCase()];
    if (name !== undefined && cells.length <= 3 && old !== '' && now !== '') mapping[name].set(old, now);
    // A first line may name the columns.
    else if (place > 0)
      throw new Misuse(`${path}, line ${place + 1}: write kind,old,new with issue, person, field or status as the kind.`);
  }
  return mapping;
}

/** A cell may stand in double quotes, with a quote doubled within. */
function cellsOf(line: string): string[] {
  return [...line.matchAll(/(?:^|[,;])(?:"((?:[^"]|"")*)"|([^,;]*))/g)].map(([, quoted, bare]) =>
    quoted === undefined ? (bare ?? '').trim() : quoted.replace(/""/g, '"'),
  );
}
