import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { z } from 'zod';
import type { Json } from '../kernel/json';

/** Text made small for a column (deflate, then base64): long JSON comes down to about a tenth. */
export function compressed(text: string): string {
  return deflateRawSync(Buffer.from(text, 'utf8')).toString('base64');
}

/** @throws where the text was not made by `compressed` */
export function expanded(text: string): string {
  return inflateRawSync(Buffer.from(text, 'base64')).toString('utf8');
}

/** What `JSON.parse` gives is JSON; going through all of it once more to see so takes longer than reading it. */
const json = z.custom<Json>();

/** The JSON in a text made small. @throws where there is none */
export function expandedJson(text: string): Json {
  return json.parse(JSON.parse(expanded(text)));
}
