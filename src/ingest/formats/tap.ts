import { bounds } from './bounds';
import { readLines } from './lines';
import { plainName, plainText } from './plain-text';
import { ReportProblem, type Ending, type ReportedCase, type ReportFormat } from './report';
import { tapDiagnostic, type TapDiagnostic } from './tap-diagnostic';
import { tapLine, type TapPoint } from './tap-line';

/** Subtests inside one another; what is indented more is taken for something that a test printed. */
const deepest = 50;
/** Characters of one test's diagnostics that are read. */
const mostDiagnostic = 100_000;
/** Planned tests that did not run are named one by one as far as this. */
const mostMissing = 1_000;

/**
 * The Test Anything Protocol, versions 13 and 14. A test with subtests is not counted beside them: its line sums them up, and counts
 * only where it failed and none of them did. `# SKIP` and a failure that is `# TODO` count as skipped. As for `prove`, a report that
 * gives up, has no plan, or another number of tests than planned has not passed: tests that are missing are errored.
 */
export const tap: ReportFormat = {
  key: 'tap',
  recognises: (head) => !/^\s*[<{[]/.test(head) && /^(?:TAP version \d+|1\.\.\d+|(?:not )?ok (?:\d|- ))/m.test(head),
  reader: (take) => {
    const stream = new TapStream(take);
    const lines = readLines((line) => {
      stream.read(line);
    });
    return {
      write: (text) => {
        lines.write(text);
      },
      end: () => {
        lines.end();
        return stream.end();
      },
    };
  },
};

/** A test point whose diagnostics are still being read. */
interface Pending {
  readonly depth: number;
  readonly point: TapPoint;
  readonly yaml: string[];
  readonly comments: string[];
  length: number;
}

/** A test without subtests, which waits for the line of the test that it belongs to. */
interface Held {
  test: ReportedCase;
  /** Names of the tests around it, from the inside. */
  readonly around: string[];
}

class TapStream {
  private anything = false;
  private planned: number | null = null;
  private seen = 0;
  private bailed = false;
  private pending: Pending | null = null;
  /** Indentation of the diagnostic block that is being read; null outside of one. */
  private blockIndent: number | null = null;
  /** Points whose subtests follow in braces, by depth. */
  private readonly opened = new Map<number, Pending>();
  private held: Held[] = [];
  private heldTraces = 0;
  /** By depth: where in {@link held} the subtests of the next point of that depth begin. */
  private readonly starts = Array<number>(deepest + 1).fill(0);
  private seconds: number | null = null;

  constructor(private readonly take: (test: ReportedCase) => void) {}

  read(line: string): void {
    const indent = indentOf(line);
    if (this.blockIndent !== null && this.readBlock(line, indent, this.blockIndent)) return;
    const depth = Math.floor(indent / 4);
    if (depth > deepest) return;
    const said = tapLine(line.slice(indent));
    if (said.kind === 'yaml') {
      if (this.pending !== null && indent > this.pending.depth * 4) this.blockIndent = indent;
      return;
    }
    if (indent % 4 !== 0 || said.kind === 'other') return;
    if (said.kind === 'version') {
      if (depth > 0) return;
      if (this.anything) this.finish();
      this.anything = true;
      return;
    }
    if (this.bailed) return;
    switch (said.kind) {
      case 'comment':
        this.comment(said.text, depth);
        return;
      case 'close':
        this.close(depth);
        return;
      case 'bail':
        this.anything = true;
        this.bail(said.reason);
        return;
      case 'plan':
        this.anything = true;
        this.settle();
        if (depth === 0) this.plan(said.tests);
        return;
      case 'point':
        this.anything = true;
        this.point(said, depth);
        return;
    }
  }

  /** @returns seconds that the report names @throws ReportProblem where there was no test */
  end(): number | null {
    if (!this.anything) throw new ReportProblem('it has no line that says ok or not ok', null);
    this.finish();
    return this.seconds;
  }

  /** @returns whether the line belongs to the block */
  private readBlock(line: string, indent: number, blockIndent: number): boolean {
    if (line.trim() === '...' && indent === blockIndent) {
      this.blockIndent = null;
      return true;
    }
    if (indent < blockIndent && line.trim() !== '') {
      this.blockIndent = null;
      return false;
    }
    if (this.pending !== null && this.pending.length < mostDiagnostic) {
      const text = line.slice(blockIndent, blockIndent + mostDiagnostic);
      this.pending.yaml.push(text);
      this.pending.length += text.length + 1;
    }
    return true;
  }

  private comment(text: string, depth: number): void {
    const time = /^(?:duration_ms |time=)(\d+(?:\.\d+)?)(?:ms)?$/.exec(text)?.[1];
    if (time !== undefined && depth === 0) this.seconds = (this.seconds ?? 0) + Number(time) / 1000;
    if (text.startsWith('Subtest')) {
      this.settle();
      return;
    }
    const { pending } = this;
    if (pending === null || pending.depth !== depth || pending.length >= mostDiagnostic) return;
    pending.comments.push(text.slice(0, mostDiagnostic));
    pending.length += text.length + 1;
  }

  private plan(tests: number): void {
    if (this.planned !== null && this.planned === this.seen) this.finish();
    else if (this.planned !== null) {
      this.takeErrored('plan', `A second plan, of ${tests} tests, follows a plan of ${this.planned}.`);
      return;
    }
    this.planned = tests;
    this.anything = true;
    if (tests === 0) this.take(aTest('all tests', '', 'skipped', null, null, null));
  }

  private point(point: TapPoint, depth: number): void {
    this.settle();
    const complete = depth === 0 && this.planned !== null && this.seen >= this.planned;
    // `prove --verbose` says "ok" once more below each file.
    if (complete && point.number === null && point.name === '') return;
    if (complete && point.number === 1 && this.seen > 0) this.finish();
    this.anything = true;
    if (depth === 0) this.seen += 1;
    const pending: Pending = { depth, point, yaml: [], comments: [], length: 0 };
    this.close(depth);
    if (point.opens) this.opened.set(depth, pending);
    else this.pending = pending;
  }

  private close(depth: number): void {
    const opened = this.opened.get(depth);
    if (opened === undefined) return;
    this.settle();
    this.opened.delete(depth);
    this.pending = opened;
    this.settle();
  }

  /** The pending point is complete: it counts, or it sums up those that it is made of. */
  private settle(): void {
    const { pending } = this;
    if (pending === null) return;
    this.pending = null;
    this.blockIndent = null;
    const { depth, point } = pending;
    const name = plainName(point.name) || `test ${point.number ?? this.seen}`;
    const inside = this.held.slice(this.starts[depth] ?? 0);
    let failed = 0;
    for (const one of inside) {
      one.around.push(name);
      if (one.test.ending === 'passed' || one.test.ending === 'skipped') continue;
      if (point.directive === null) failed += 1;
      else one.test = { ...one.test, ending: 'skipped', message: null, trace: null };
    }
    const ownFailure = !point.ok && point.directive === null && failed === 0;
    if (inside.length === 0 || ownFailure) this.hold(this.testOf(pending, name));
    if (depth === 0) this.flush();
    else this.starts.fill(this.held.length, depth);
  }

  private hold(test: ReportedCase): void {
    this.heldTraces += test.trace?.length ?? 0;
    this.held.push({ test: this.heldTraces > bounds.traces ? { ...test, trace: null } : test, around: [] });
  }

  private testOf({ point, yaml, comments }: Pending, name: string): ReportedCase {
    const told = tapDiagnostic(yaml, comments);
    const ending = endingOf(point, told);
    const says = ending === 'failed' || ending === 'errored';
    return aTest(name, '', ending, point.seconds ?? told.seconds, says ? told.message : null, says ? told.trace : null);
  }

  private flush(): void {
    for (const { test, around } of this.held) {
      this.take(around.length === 0 ? test : { ...test, className: around.reverse().join(' › ') });
    }
    this.held = [];
    this.heldTraces = 0;
    this.starts.fill(0);
  }

  private bail(reason: string): void {
    this.settle();
    this.flush();
    this.bailed = true;
    this.takeErrored('Bail out!', plainText(reason) ?? 'The tests were given up.');
  }

  /** The end of one stream; another may follow in the same text. */
  private finish(): void {
    this.settle();
    for (const depth of [...this.opened.keys()].sort((a, b) => b - a)) this.close(depth);
    this.flush();
    if (!this.bailed) this.checkPlan();
    this.planned = null;
    this.seen = 0;
    this.bailed = false;
    this.anything = false;
  }

  private checkPlan(): void {
    const { planned, seen } = this;
    if (planned === null) {
      this.takeErrored('plan', 'The report does not say how many tests it has: it may be incomplete.');
    } else if (seen > planned) {
      this.takeErrored('plan', `${planned} tests were planned, ${seen} ran.`);
    } else {
      const named = Math.min(planned - seen, mostMissing);
      for (let missing = 1; missing <= named; missing += 1) {
        this.takeErrored(`test ${seen + missing}`, `${planned} tests were planned, ${seen} ran.`);
      }
      const rest = planned - seen - named;
      if (rest > 0) this.takeErrored('plan', `${planned} tests were planned, ${seen} ran: ${rest} more are missing.`);
    }
  }

  private takeErrored(name: string, message: string): void {
    this.take(aTest(name, '', 'errored', null, message, null));
  }
}

function aTest(
  name: string,
  className: string,
  ending: Ending,
  seconds: number | null,
  message: string | null,
  trace: string | null,
): ReportedCase {
  return { name, className, ending, flaky: false, seconds, message, trace };
}

function endingOf(point: TapPoint, told: TapDiagnostic): Ending {
  if (point.directive === 'skip') return 'skipped';
  if (point.ok) return 'passed';
  if (point.directive === 'todo') return 'skipped';
  return told.broke ? 'errored' : 'failed';
}

function indentOf(line: string): number {
  let indent = 0;
  while (line[indent] === ' ') indent += 1;
  return indent;
}
