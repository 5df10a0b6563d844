import { deflateRawSync, inflateRawSync } from 'node:zlib';

/** Text made small for a column (deflate, then base64): long JSON comes down to about a tenth. */
export function compressed(text: string): string {
  return deflateRawSync(Buffer.from(text, 'utf8')).toString('base64');
}

/** @throws where the text was not made by `compressed` */
export function expanded(text: string): string {
  return inflateRawSync(Buffer.from(text, 'base64')).toString('utf8');
}
