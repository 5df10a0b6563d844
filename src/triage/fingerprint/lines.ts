import { startOf } from './prefixes';

/** A line of a text without what loggers put in front of it. */
export interface Line {
  /** Without white space around it. */
  readonly text: string;
  /** Where the text begins in its line, from 0. */
  readonly indent: number;
  /** Whether a logger put a date or a level before it. */
  readonly stamped: boolean;
}

/** The texts of lines that have something to say, without another log's where these have no stamps. */
export function saidBy(lines: readonly Line[], stamped: boolean): readonly string[] {
  return lines.filter((line) => line.text !== '' && (stamped || !line.stamped)).map(({ text }) => text);
}

/** Of a longer text (characters) only the first and the last half of this are looked at: what failed stands at either end. */
const mostLooked = 262_144;
/** So many lines are looked at, again of either end. */
const mostLines = 6_000;
/** Of a longer line (characters) only the beginning is looked at. */
const mostOfLine = 2_000;

// Colours, cursor movements and hyperlinks of terminals, also where a report has lost the escape character itself.
const ansi =
  /[\u001b\u009b](?:\[[0-?]{0,40}[ -/]{0,4}[@-~]|\][^\u0007\u001b\n]{0,500}(?:\u0007|\u001b\\)|[@-Z\\^_])|[\ufffd\u241b]\[[0-9;]{0,20}m/g;
const lostAnsi = /\[(?:0|[0-9]{1,3}(?:;[0-9]{1,3}){0,5})m/g;
/** A trace that a structured log keeps in one line. */
const folded =
  /\\n(?:\\t|\s|\\u001b\[\d+m)*(?:at |File \\?"|from |#\d|\d+: |goroutine |Caused by|\.\.\. \d|\S{1,200}\.(?:rb|go|py|exs?):\d)/;

/** @returns at most {@link mostLooked} characters of the text, cut between lines */
function bounded(text: string): string {
  if (text.length <= mostLooked) return text;
  const half = mostLooked / 2;
  const head = text.slice(0, half);
  const tail = text.slice(-half);
  const headEnd = head.lastIndexOf('\n');
  const tailStart = tail.indexOf('\n');
  return `${headEnd === -1 ? head : head.slice(0, headEnd)}\n${tailStart === -1 ? tail : tail.slice(tailStart + 1)}`;
}

/** Traces that were copied out of XML or HTML. */
function unescaped(text: string): string {
  if (!/&(?:lt|gt|#10|#xA);/i.test(text)) return text;
  return text
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&(?:apos|#39);/g, "'")
    .replace(/&#(?:10|xA);/gi, '\n')
    .replace(/&#(?:13|xD|9|x9);/gi, ' ')
    .replace(/&amp;/g, '&');
}

function unfolded(line: string): readonly string[] {
  if (!line.includes('\\n') || !folded.test(line)) return [line];
  return line
    .replace(/\\r?\\n|\\n/g, '\n')
    .replace(/\\t/g, '\t')
    .replace(/\\"/g, '"')
    .replace(/\\u001b\[[0-9;]{0,20}m/g, '')
    .replace(/\\\\/g, '\\')
    .split('\n')
    .map((part) => part.replace(/^(.{0,2000}?\S)"[,}][^\n]*$/, (whole, kept: string) => (frameLike.test(kept) ? kept : whole)));
}
const frameLike = /^\s*(?:at |#\d|from |File ")/;

function toLine(raw: string): Line {
  const cut = raw.length > mostOfLine ? raw.slice(0, mostOfLine) : raw;
  const { at, stamped } = startOf(cut);
  return { text: cut.slice(at).trim(), indent: at, stamped };
}

/** A text without what only terminals and word processors see, and not more of it than can matter. */
export function plainText(text: string): string {
  return unescaped(bounded(text))
    .replace(/^\uFEFF/, '')
    .replace(ansi, '')
    .replace(lostAnsi, '')
    .replace(/[\u00a0\u202f]/g, ' ')
    .replace(/[\u200b-\u200f\u2060]/g, '');
}

/** The lines of a plain text as they are read for traces, without log prefixes. */
export function linesOf(plain: string): readonly Line[] {
  return plain
    .split(/\r{0,3}\n|\r|\u2028|\u2029/)
    .filter((line, at, all) => line !== '' || all[at - 1] !== '')
    .flatMap(unfolded)
    .filter((_, at, { length }) => at < mostLines / 2 || at >= length - mostLines / 2)
    .map(toLine);
}
