import type { Frame, Language, Raised, Trace } from './failure';
import { headingIn, plainHeading, type Heading } from './heading';
import { saidBy, type Line } from './lines';

/** What tells apart the languages whose errors stand above their frames, with their causes below. */
export interface Dialect {
  readonly language: Language;
  /** Reads a line as a frame; null where it is none. */
  frame(text: string): Frame | null;
  /** How many frames a line says that it leaves out because the error around has them too; null where it is no such line. */
  omitted?(text: string): number | null;
  /** How an error belongs to the one before it; matched at the start of its first line. */
  readonly cause: RegExp;
  readonly suppressed?: RegExp;
  /** Another order: the error that the one before it was wrapped in. */
  readonly wrapper?: RegExp;
}

type Relation = 'first' | 'cause' | 'suppressed' | 'wrapper';
interface Found {
  readonly heading: Heading | null;
  readonly relation: Relation;
  readonly indent: number;
  readonly rest: readonly string[];
}
interface Open {
  readonly relation: Relation;
  readonly indent: number;
  readonly kind: string | null;
  readonly message: string;
  readonly frames: Frame[];
}

/** So many lines above a frame can be the message of its error. */
const longestMessage = 80;

function relationOf(dialect: Dialect, text: string): { relation: Relation; text: string } {
  for (const relation of ['cause', 'suppressed', 'wrapper'] as const) {
    const match = dialect[relation]?.exec(text);
    if (match) return { relation, text: text.slice(match[0].length) };
  }
  return { relation: 'first', text };
}

function looked(dialect: Dialect, line: Line, isLast: boolean): Omit<Found, 'rest'> | null {
  const { relation, text } = relationOf(dialect, line.text);
  const heading = headingIn(text) ?? (isLast || relation !== 'first' ? plainHeading(text) : null);
  if (heading === null && relation === 'first') return null;
  return { relation, heading: heading ?? { kind: '', message: text, before: '' }, indent: line.indent };
}

/** The first line of an error in what stands between frames: what names a relation, else what begins furthest left, else the nearest. */
function findHeading(dialect: Dialect, between: readonly Line[]): Found | null {
  const lastAt = between.findLastIndex(({ text }) => text !== '');
  let best: { found: Omit<Found, 'rest'>; at: number } | null = null;
  for (let at = lastAt; at >= 0; at--) {
    const line = between[at];
    const found = line === undefined ? null : looked(dialect, line, at === lastAt);
    if (found === null) continue;
    if (best === null || rank(found) > rank(best.found) || (rank(found) === rank(best.found) && found.indent < best.found.indent))
      best = { found, at };
    if (found.relation !== 'first') break;
  }
  if (best === null) return null;
  return { ...best.found, rest: between.slice(best.at + 1).map(({ text }) => text) };
}

function rank({ relation, heading }: Omit<Found, 'rest'>): number {
  if (relation !== 'first') return 2;
  return heading?.before === '' ? 1 : 0;
}

function opened(found: Found | null, said: readonly string[]): Open {
  const { relation = 'first', indent = 0, heading = null, rest = said } = found ?? {};
  const message = [heading?.message ?? '', ...rest].join('\n').trim();
  return { relation, indent, kind: heading === null || heading.kind === '' ? null : heading.kind, message, frames: [] };
}

/** Reads the first error of a text with its causes. @returns null where no line is a frame */
export function readChain(lines: readonly Line[], dialect: Dialect): Trace | null {
  const errors: Open[] = [];
  let current: Open | undefined;
  let between: Line[] = [];
  for (const line of lines) {
    const frame = dialect.frame(line.text);
    const omitted = frame === null ? (dialect.omitted?.(line.text) ?? null) : null;
    if (frame === null && omitted === null) {
      between.push(line);
      if (between.length > longestMessage) between = between.slice(-longestMessage / 2);
      continue;
    }
    if (current === undefined || between.some(({ text }) => text !== '')) {
      const found = findHeading(dialect, between);
      if (current === undefined || found !== null) {
        // Another error that does not belong to this one: the first one is the failure.
        if (current !== undefined && found?.relation === 'first' && current.frames.length > 0) break;
        current = opened(found, saidBy(between, line.stamped));
        errors.push(current);
      }
    }
    between = [];
    if (frame !== null) current.frames.push(frame);
    else if (omitted !== null) current.frames.push(...commonFrames(errors, omitted));
  }
  const chain = chainOf(errors);
  return chain.some(({ frames }) => frames.length > 0) ? { language: dialect.language, chain } : null;
}

/** Frames that the current error shares with the one around it. */
function commonFrames(errors: readonly Open[], count: number): readonly Frame[] {
  const around = errors.slice(0, -1).findLast(({ relation }) => relation !== 'suppressed');
  return around === undefined || count < 1 ? [] : around.frames.slice(-count);
}

/** Leaves out what was suppressed, with its own causes, and puts wrappers around. */
function chainOf(errors: readonly Open[]): readonly Raised[] {
  const chain: Raised[] = [];
  let suppressedAt: number | null = null;
  for (const { relation, indent, kind, message, frames } of errors) {
    const nested = suppressedAt !== null && suppressedAt > 0 && relation === 'cause' && indent >= suppressedAt;
    if (relation === 'suppressed') suppressedAt ??= indent;
    if (relation === 'suppressed' || nested) continue;
    suppressedAt = null;
    if (relation === 'wrapper') chain.unshift({ kind, message, frames });
    else chain.push({ kind, message, frames });
  }
  return chain;
}
