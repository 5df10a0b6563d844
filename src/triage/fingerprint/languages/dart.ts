import { readChain } from '../chain-reader';
import type { Frame, Trace } from '../failure';
import type { Line } from '../lines';
import { placeOf, sourceFile } from '../source-file';

const numbered = /^#\d{1,5}\s+(.{1,400}?) \(((?:dart:|package:|file:|\.{0,2}\/)[^()]{1,400})\)$/;
/** `package:shop/cart.dart 12:5  Cart.total`, as test runners print it. */
const terse = /^((?:dart:|package:|test\/|lib\/)\S{1,300}) (\d{1,9})(?::\d{1,9})?\s{1,40}(\S.{0,300})$/;
const libraries =
  /^dart:|^package:(?:flutter|test|test_api|flutter_test|stack_trace|async|matcher|http|dio|bloc|provider|riverpod|get|mockito|mocktail)\/|\/flutter\/packages\/|\/\.pub-cache\//;

function frame(text: string): Frame | null {
  const match = numbered.exec(text);
  const short = match === null ? terse.exec(text) : null;
  const place =
    match !== null ? placeOf(match[2] ?? '') : short !== null ? { path: short[1] ?? '', line: Number(short[2]) } : null;
  if (place === null) return null;
  const name = (match?.[1] ?? short?.[3] ?? '')
    .replace(/(?:\.?<anonymous closure>|\.<fn>|<fn>)+/g, '.<anonymous>')
    .replace(/^new /, '');
  return { function: name, file: sourceFile(place.path), line: place.line, inApp: !libraries.test(place.path) };
}

/** Dart and Flutter. */
export function readDart(lines: readonly Line[]): Trace | null {
  return readChain(lines, { language: 'dart', frame, cause: /^Caused by:? / });
}
