import type { Json } from '../kernel/json';

export interface Difference {
  readonly path: string;
  readonly from: Json;
  readonly to: Json;
}

/** What changed between two documents, path by path, for the ledger. A list that changed is one difference. */
export function differences(from: Json, to: Json, path = ''): Difference[] {
  if (JSON.stringify(from) === JSON.stringify(to)) return [];
  if (!isObject(from) || !isObject(to)) return [{ path, from, to }];
  const keys = [...new Set([...Object.keys(from), ...Object.keys(to)])].sort();
  return keys.flatMap((key) => differences(from[key] ?? null, to[key] ?? null, path === '' ? key : `${path}.${key}`));
}

function isObject(value: Json): value is { readonly [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
