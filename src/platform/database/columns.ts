import { z } from 'zod';

/** Numbers may come as text where they are BIGINT. */
export const integer = z.coerce.number().int();
export const flag = z.coerce.number().transform((value) => value !== 0);

/** A JSON column: TiDB may hand out the object, MariaDB gives text. */
export function json<Schema extends z.ZodType>(schema: Schema) {
  return z.preprocess((value) => (typeof value === 'string' ? parse(value) : value), schema);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
