import { z } from 'zod';
import { beyond, bounds } from './bounds';
import { ReportProblem, type ReportReader } from './report';

/** Characters of a report that is one JSON document: it is read at once. */
const longest = 32_000_000;

/**
 * Collects a report that is one JSON document, and reads it when it is complete.
 * @param read is handed the document. @returns seconds, see {@link ReportReader.end}
 */
export function jsonDocument(read: (document: unknown) => number | null): ReportReader {
  const pieces: string[] = [];
  let length = 0;
  return {
    write: (text) => {
      length += text.length;
      if (length > longest) {
        throw new ReportProblem(
          `it has more than ${longest / 1_000_000} million characters: split it into several reports`,
          null,
        );
      }
      pieces.push(text);
    },
    end: () => {
      const text = pieces.join('');
      pieces.length = 0;
      if (mayHoldTooMuch(text)) throw beyond('values', 'values', null);
      return read(parse(text));
    },
  };
}

/** By what stands between values and before them, wherever it stands: a value takes more memory than its text. */
function mayHoldTooMuch(text: string): boolean {
  if (text.length < bounds.values) return false;
  let count = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === comma || code === bracket || code === brace) count += 1;
  }
  return count > bounds.values;
}

const [comma, bracket, brace] = [0x2c, 0x5b, 0x7b];

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (text.trim() === '') throw new ReportProblem('it is empty', null);
    const said = error instanceof Error ? error.message : '';
    const at = /at position (\d+)/.exec(said)?.[1];
    if (said.includes('end of JSON') || said.includes('Unterminated') || Number(at) >= text.trimEnd().length) {
      throw new ReportProblem('it ends in the middle', lineOf(text, text.trimEnd().length));
    }
    throw new ReportProblem('it is not well-formed JSON', at === undefined ? null : lineOf(text, Number(at)));
  }
}

function lineOf(text: string, position: number): number {
  let line = 1;
  for (let end = text.indexOf('\n'); end !== -1 && end < position; end = text.indexOf('\n', end + 1)) line += 1;
  return line;
}

/**
 * One object of the document, checked.
 * @param place where it stands, e.g. `results.tests[3]`; empty for the document itself
 * @throws ReportProblem that names what is missing or not what the format says
 */
export function checked<T>(schema: z.ZodType<T>, value: unknown, place: string): T {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  const inside = (issue?.path ?? []).map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`)).join('');
  const where = `${place}${inside}`.replace(/^\./, '');
  const expected = issue?.code === 'invalid_type' ? nouns[issue.expected] : undefined;
  const named = where === '' ? 'it' : where;
  throw new ReportProblem(
    expected === undefined ? `${named} is not what it should be` : `${named} is missing or not ${expected}`,
    null,
  );
}

const nouns: Readonly<Record<string, string | undefined>> = {
  array: 'a list',
  boolean: 'true or false',
  number: 'a number',
  object: 'an object',
  string: 'a text',
};

/**
 * A list of the document. Its members are left to be checked one by one: so the first wrong one of a million ends the reading.
 * @throws ReportProblem
 */
export function list(value: unknown, place: string): readonly unknown[] {
  if (Array.isArray(value)) return value;
  throw new ReportProblem(`${place} is missing or not a list`, null);
}

/** What {@link list} or {@link checked} looks at by itself. */
export const unread = z.unknown().optional();

/**
 * What tools leave out, write as null or, some of them, as something else: then it is taken for not said. The default says the same once more: to catch what is merely missing takes ten times as long.
 */
export const maybeText = z.string().nullable().default(null).catch(null);
export const maybeNumber = z.number().nullable().default(null).catch(null);
export const maybeFlag = z.boolean().default(false).catch(false);
export const maybeTexts = z.array(z.string()).default([]).catch([]);

/** @returns seconds; null where the time is not known or cannot be */
export function fromMilliseconds(time: number | null): number | null {
  return time === null || time < 0 ? null : time / 1000;
}
