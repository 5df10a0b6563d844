import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { fingerprintOf } from '../src/triage/fingerprint/index';
import { print } from './command';

const failureSchema = z.looseObject({ text: z.string() });
type Failure = z.infer<typeof failureSchema>;

/** What a line of JSON lines is, or what is wrong with it. */
type Read = { readonly failure: Failure } | { readonly problem: string };

async function bytesOf(path: string): Promise<Uint8Array> {
  if (path !== '-') return readFile(path);
  const pieces: Uint8Array[] = [];
  for await (const piece of process.stdin) pieces.push(Buffer.from(piece));
  return Buffer.concat(pieces);
}

/** Windows' own tools write UTF-16. */
function textOf(bytes: Uint8Array): string {
  const [first, second] = bytes;
  const encoding = first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
  return new TextDecoder(encoding).decode(bytes);
}

function readLine(line: string): Read {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return { problem: 'is not JSON' };
  }
  const parsed = failureSchema.safeParse(value);
  return parsed.success ? { failure: parsed.data } : { problem: 'is not an object with a "text"' };
}

/** Whether a file's content is failures in JSON lines, and not one failure's text that happens to have JSON in it. */
export function isJsonLines(path: string, text: string): boolean {
  if (/\.(?:jsonl|ndjson)$/i.test(path)) return true;
  if (!/^\s*\{/.test(text)) return false;
  return text.split(/\r?\n/, 1_000).some((line) => line.trim() !== '' && 'failure' in readLine(line));
}

function answer(failure: Failure): string {
  const { text, ...rest } = failure;
  return JSON.stringify({ ...rest, ...fingerprintOf(text) });
}

/** Prints a line for each failure and, on standard error, one for each file and line that cannot be read. @returns whether all could */
export async function fingerprintFiles(paths: readonly string[]): Promise<boolean> {
  let whole = true;
  const refuse = (sentence: string) => {
    whole = false;
    process.stderr.write(`holdpoint: ${sentence}\n`);
  };
  for (const path of paths) {
    const name = path === '-' ? 'standard input' : path;
    let text: string;
    try {
      text = textOf(await bytesOf(path));
    } catch (error) {
      refuse(`${name} cannot be read: ${error instanceof Error ? error.message : String(error)}.`);
      continue;
    }
    if (!isJsonLines(path, text)) {
      await print(answer({ text }));
      continue;
    }
    for (const [at, line] of text.split(/\r?\n/).entries()) {
      if (line.trim() === '') continue;
      const read = readLine(line);
      if ('failure' in read) await print(answer(read.failure));
      else refuse(`${name}, line ${at + 1} ${read.problem}.`);
    }
  }
  return whole;
}
