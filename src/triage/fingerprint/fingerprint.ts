import { sha256 } from '../../kernel/hash';
import { newest } from './algorithms';
import type { Frame, Language } from './failure';
import { headingIn } from './heading';
import { linesOf, plainText, type Line } from './lines';
import { normaliseMessage } from './message';
import { readTrace } from './trace';

/** What a failure's text says, and the identity of the failure. */
export interface Fingerprinted {
  /**
   * `2026-11-23:` and 32 hexadecimal digits, where the date names the algorithm; the same for the same failure. Null for a text without
   * a word: such failures have nothing in common.
   */
  readonly fingerprint: string | null;
  /** Null where the text has no stack trace. */
  readonly language: Language | null;
  /** Class or category of the root cause; null where none is named. */
  readonly kind: string | null;
  /** Of the root cause, without what differs each time; of the whole text where it has no trace. */
  readonly message: string;
  /** Of the root cause, innermost call first. */
  readonly frames: readonly Frame[];
}

/** Of a text without a trace, so many lines count. */
const mostLines = 200;

function wholeMessage(text: string, lines: readonly Line[]): string {
  const said = lines
    .map(({ text: line }) => line)
    .filter((line) => line !== '')
    .slice(0, mostLines)
    .join('\n');
  return normaliseMessage(said === '' ? text.slice(0, 1_000).trim() : said);
}

/**
 * Reads a failure out of any text: a message, a stack trace, a part of a log.
 * Time is linear in the text; of one longer than 262,144 characters only the beginning and the end are read.
 */
export function fingerprintOf(text: string): Fingerprinted {
  const plain = plainText(text);
  const lines = linesOf(plain);
  const trace = readTrace(lines);
  const root = trace?.chain.at(-1);
  const message = root === undefined ? wholeMessage(plain, lines) : normaliseMessage(root.message);
  const identity = newest.identity({ trace, message });
  return {
    fingerprint: identity === null ? null : `${newest.date}:${sha256(identity).slice(0, 32)}`,
    language: trace?.language ?? null,
    kind: root === undefined ? (headingIn(lines.find((line) => line.text !== '')?.text ?? '')?.kind ?? null) : root.kind,
    message,
    frames: root?.frames ?? [],
  };
}
