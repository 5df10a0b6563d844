import { randomBytes } from 'node:crypto';
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
  for (const path of paths.length === 0 ? ['-'] : paths) await pipe(path === '-' ? standardInput() : bytesOf(path), masker);
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

/** In bytes. Memory for larger pieces is asked of the system and given back piece by piece, which costs more than fewer turns save. */
const pieceLength = 65_536;

const encoder = new TextEncoder();
/** What is written next, always in the same memory: asking for new memory takes as long as making the bytes. */
const written = new Uint8Array(4 * pieceLength);

/** Writes without holding more in memory than the reader takes. */
async function write(text: string): Promise<void> {
  for (let from = 0; from < text.length;) {
    const part = encoder.encodeInto(from === 0 ? text : text.slice(from), written);
    await taken(written.subarray(0, part.written));
    from += part.read;
  }
}

/** Where the reader is gone, the command ends by itself. */
const taken = (bytes: Uint8Array) => new Promise<void>((resolve) => process.stdout.write(bytes, () => resolve()));

function* bytesOf(path: string): Generator<Uint8Array> {
  const file = openSync(path, 'r');
  try {
    yield* piecesOf(file);
  } finally {
    closeSync(file);
  }
}

/** An open file in pieces, all read into the same memory: each is used before the next is asked for. */
function* piecesOf(file: number): Generator<Uint8Array> {
  const bytes = Buffer.allocUnsafeSlow(pieceLength);
  for (let length = readSync(file, bytes); length > 0; length = readSync(file, bytes)) yield bytes.subarray(0, length);
}

/** Standard input, also a pipe, is read as a file is: the stream of it takes a quarter of all the time. */
async function* standardInput(): AsyncGenerator<Uint8Array> {
  try {
    yield* piecesOf(0);
    return;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : '';
    // Windows tells so where a pipe ends.
    if (code === 'EOF') return;
    if (code !== 'EAGAIN') throw error;
  }
  // A pipe that the other side has set never to wait.
  const rest: AsyncIterable<unknown> = process.stdin;
  for await (const piece of rest) if (piece instanceof Uint8Array) yield piece;
}

async function pipe(input: Iterable<Uint8Array> | AsyncIterable<Uint8Array>, masker: Masker): Promise<void> {
  const stream = new StreamMasker(masker);
  const decoder = new StringDecoder('utf8');
  for await (const piece of input) await write(stream.push(decoder.write(piece)));
  await write(stream.push(decoder.end()));
  await write(stream.end());
}
