import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { closeSync, openSync, readSync } from 'node:fs';
import { StringDecoder } from 'node:string_decoder';
import { defaultMaskingRules, Masker, patternProblem, StreamMasker } from '../src/environments/masking';
import type { MaskingRules } from '../src/environments/masking';
import { Misuse } from './command';

/** What differs from the rules that hold where nobody has set others. */
export interface MaskingWish {
  /** Empty makes one up. */
  readonly key: string;
  readonly ips: boolean;
  /** Kinds that are left alone. */
  readonly keep: readonly string[];
  readonly allow: readonly string[];
  /** Forms of national ids. */
  readonly ids: readonly string[];
  readonly words: readonly string[];
}

/**
 * Writes logs to standard output, masked.
 * @param paths `-` is standard input, and so is no path at all
 * @throws Misuse where the wish cannot be understood
 */
export async function maskLogs(wish: MaskingWish, paths: readonly string[]): Promise<void> {
  const rules: MaskingRules = {
    ...defaultMaskingRules,
    ...{ ips: wish.ips, allow: wish.allow, words: wish.words },
    nationalIdPatterns: wish.ids.map(idForm),
    ...wish.keep.map(leftAlone).reduce((all, one) => ({ ...all, ...one }), {}),
  };
  if (wish.key === '')
    process.stderr.write('holdpoint: no key is given, so equal values get equal pseudonyms within this run only.\n');
  const masker = new Masker(rules, wish.key === '' ? randomBytes(32).toString('hex') : wish.key);
  for (const path of paths.length === 0 ? ['-'] : paths)
    await pipe(path === '-' ? process.stdin.setEncoding('utf8') : textOf(path), masker);
}

const kinds: Readonly<Record<string, Partial<MaskingRules>>> = {
  secrets: { secrets: false },
  emails: { emails: false },
  phones: { phones: false },
  cards: { cards: false },
  ibans: { ibans: false },
  ids: { nationalIds: false },
};

function leftAlone(kind: string): Partial<MaskingRules> {
  const found = Object.hasOwn(kinds, kind) ? kinds[kind] : undefined;
  if (found === undefined) throw new Misuse(`--keep takes ${Object.keys(kinds).join(', ')}, not "${kind}".`);
  return found;
}

function idForm(form: string): string {
  const problem = patternProblem(form);
  if (problem !== null) throw new Misuse(`"${form}" is no form of an id: ${problem}`);
  return form;
}

/** Writes without holding more in memory than the reader takes. */
async function write(text: string): Promise<void> {
  if (text !== '' && !process.stdout.write(text)) await once(process.stdout, 'drain');
}

/** In bytes. Memory for larger pieces is asked of the system and given back piece by piece, which costs more than fewer turns save. */
const pieceLength = 65_536;

/** The text of a file in pieces, all read into the same memory. */
function* textOf(path: string): Generator<string> {
  const file = openSync(path, 'r');
  try {
    const decoder = new StringDecoder('utf8');
    const bytes = Buffer.allocUnsafeSlow(pieceLength);
    for (let length = readSync(file, bytes); length > 0; length = readSync(file, bytes))
      yield decoder.write(bytes.subarray(0, length));
    yield decoder.end();
  } finally {
    closeSync(file);
  }
}

async function pipe(input: Iterable<string> | AsyncIterable<unknown>, masker: Masker): Promise<void> {
  const stream = new StreamMasker(masker);
  for await (const piece of input) await write(stream.push(String(piece)));
  await write(stream.end());
}
