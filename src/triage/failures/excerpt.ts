/** Of an excerpt, in characters. */
export interface ExcerptLimits {
  readonly line: number;
  readonly all: number;
}

const usual: ExcerptLimits = { line: 2_000, all: 20_000 };
const looksFailed = /\b(error|exception|failed|failure|fatal|panic)\b/i;

/**
 * The parts of a log that somebody reads first: how it began, what failed with the lines around it, and how it ended, with marks where
 * lines are left out. Takes time in proportion to the log.
 * @param failing text of the failure, of which the first line is looked for; where it is not found, the first line that sounds like one
 */
export function excerptOf(log: string, failing: string | null, limits: ExcerptLimits = usual): string {
  const raw = plain(log).trimEnd().split('\n');
  const most = { line: Math.min(limits.line, Math.floor(limits.all / 8)), all: limits.all };
  const wanted = firstLine(failing ?? '');
  const at = failingLine(raw, wanted);
  const lines = raw.map((line, n) => cut(line, most.line, n === at ? line.indexOf(wanted) : 0));
  const parts = new Parts(lines);
  // Two marks at most stand between three parts.
  const budget = most.all - 100;
  if (at !== null) {
    parts.keep(at, -1, Math.floor(budget / 8), 11);
    parts.keep(at, 1, Math.floor((budget * 3) / 8));
  }
  parts.keep(0, 1, Math.floor(budget / 4));
  parts.keep(lines.length - 1, -1, budget - parts.used);
  return parts.text();
}

/** Lines that are kept, and marks for those that are not. */
class Parts {
  used = 0;
  private readonly kept: Uint8Array;

  constructor(private readonly lines: readonly string[]) {
    this.kept = new Uint8Array(lines.length);
  }

  /** Keeps lines from one on, in a direction, while they fit. */
  keep(from: number, step: 1 | -1, budget: number, most = this.lines.length): void {
    let left = budget;
    for (let n = from, count = 0; count < most; n += step, count += 1) {
      const line = this.lines[n];
      if (line === undefined) return;
      if (this.kept[n] === 1) continue;
      left -= line.length + 1;
      if (left < 0) return;
      this.kept[n] = 1;
      this.used += line.length + 1;
    }
  }

  text(): string {
    const said: string[] = [];
    let out = 0;
    const mark = () => {
      if (out > 0) said.push(`… ${out} ${out === 1 ? 'line' : 'lines'} left out …`);
      out = 0;
    };
    for (const [n, line] of this.lines.entries()) {
      if (this.kept[n] === 1) {
        mark();
        said.push(line);
      } else out += 1;
    }
    mark();
    return said.join('\n');
  }
}

function failingLine(lines: readonly string[], wanted: string): number | null {
  const found = wanted === '' ? -1 : lines.findIndex((line) => line.includes(wanted));
  const at = found >= 0 ? found : lines.findIndex((line) => looksFailed.test(line));
  return at >= 0 ? at : null;
}

function firstLine(text: string): string {
  const line = plain(text.slice(0, 4_000))
    .split('\n')
    .find((one) => one.trim() !== '');
  return (line ?? '').trim().slice(0, 200);
}

/** A long line is cut to `most` characters, so that what stands at `around` is seen. */
export function cut(line: string, most: number, around = 0): string {
  if (line.length <= most) return line;
  const from = Math.max(0, Math.min(around - Math.floor(most / 4), line.length - most + 1));
  const start = from > 0 ? '…' : '';
  const room = most - start.length;
  if (line.length - from <= room) return whole(start + line.slice(from));
  return whole(`${start}${line.slice(from, from + room - 1)}…`);
}

/** Without halves of characters at a cut. */
function whole(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '');
}

/** Without the colours of a terminal; a progress bar that overwrites itself stands on lines of its own. */
function plain(text: string): string {
  return text.replace(/\u001b\[[0-9;?]*[ -/]*[@-~]/g, '').replace(/\r\n?/g, '\n');
}
