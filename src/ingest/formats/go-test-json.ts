import { z } from 'zod';
import { beyond, bounds } from './bounds';
import { Excerpt } from './excerpt';
import { readLines } from './lines';
import { plainName, plainText } from './plain-text';
import { ReportProblem, type Ending, type ReportedCase, type ReportFormat } from './report';

const eventSchema = z.object({
  Action: z.string(),
  Package: z.string().default('').catch(''),
  Test: z.string().default('').catch(''),
  Output: z.string().default('').catch(''),
  Elapsed: z.number().nullable().default(null).catch(null),
  ImportPath: z.string().default('').catch(''),
  FailedBuild: z.string().default('').catch(''),
});
type Event = z.infer<typeof eventSchema>;

/** One run of one package, until it says how it ended. */
interface PackageRun {
  /** What it printed outside its tests. */
  readonly output: Excerpt;
  /** What each test that has begun and not ended has printed. */
  readonly running: Map<string, Excerpt>;
  /** How often each test has ended: more than once with `-count`. */
  readonly ended: Map<string, number>;
  /** Whether a start or a test was seen: words that come after a package's end begin no run. */
  begun: boolean;
  failed: boolean;
}

/**
 * The lines of `go test -json`. Counted as `gotestsum` counts: every test and every subtest is one, and with `-count=2` each is two. A
 * test that runs again after its package had ended (`gotestsum --rerun-fails`) is one test with several attempts. A package that fails
 * without a failing test (it was not built, or its `TestMain` failed) is one errored test, and so is each test that never ended.
 */
export const goTestJson: ReportFormat = {
  key: 'go-test-json',
  recognises: (head) =>
    /^[ \t]*\{(?=[^\n]*"Action" ?: ?"(?:attr|start|run|pause|cont|pass|bench|fail|skip|output|build-output|build-fail)")/m.test(
      head,
    ),
  reader: (take) => {
    const stream = new GoTestStream();
    const lines = readLines((line, number) => {
      // Compilers and programs write between the lines of the stream when both go to one file.
      if (line.startsWith('{')) stream.read(line, number);
    });
    return {
      write: (text) => {
        lines.write(text);
      },
      end: () => {
        lines.end();
        return stream.end(take);
      },
    };
  },
};

class GoTestStream {
  private readonly packages = new Map<string, PackageRun>();
  /** What the compiler said, by what it compiled. */
  private readonly builds = new Map<string, Excerpt>();
  /** What was not built, until a package says that it failed for that. */
  private readonly failedBuilds = new Set<string>();
  private readonly cases = new Map<string, ReportedCase>();
  private seconds: number | null = null;
  private events = 0;
  /** Tests, packages and builds that began: each is remembered. */
  private remembered = 0;
  private traces = 0;

  read(line: string, number: number): void {
    const parsed = eventSchema.safeParse(json(line, number));
    if (!parsed.success) return;
    const event = parsed.data;
    this.events += 1;
    if (this.remembered > bounds.goTests) throw beyond('goTests', 'tests and packages', number);
    if (event.Action.startsWith('build-') && !this.builds.has(event.ImportPath)) this.remembered += 1;
    if (event.Action === 'build-output') textOf(this.builds, event.ImportPath).add(event.Output);
    else if (event.Action === 'build-fail') this.failedBuilds.add(event.ImportPath);
    else if (event.Test === '') this.ofPackage(event);
    else this.ofTest(event, this.runOf(event.Package));
  }

  /** @returns seconds that the packages took @throws ReportProblem where there was no stream */
  end(take: (test: ReportedCase) => void): number | null {
    if (this.events === 0) throw new ReportProblem('it has no line of a Go test run', null);
    for (const name of [...this.packages.keys()]) this.breakOff(name, 'The report ends before the package does.');
    for (const build of this.failedBuilds) this.failPackage(build, null, build);
    for (const one of this.cases.values()) take(one);
    return this.seconds;
  }

  private ofPackage(event: Event): void {
    const name = event.Package;
    switch (event.Action) {
      case 'start':
        if (this.packages.has(name)) this.breakOff(name, 'The package began again before it had ended.');
        this.runOf(name).begun = true;
        return;
      case 'output':
        this.runOf(name).output.add(event.Output);
        return;
      case 'pass':
      case 'skip': {
        const run = this.runOf(name);
        // Go loses the last word of a test whose own output does not end its line, and benchmarks have none.
        for (const test of [...run.running.keys()]) this.finish(name, run, test, 'passed', null);
        break;
      }
      case 'fail': {
        const run = this.runOf(name);
        const output = plainText(run.output.text);
        for (const [test, printed] of [...run.running]) {
          const message = says(printed) ?? cause(output) ?? 'The test did not end.';
          this.finish(name, run, test, 'errored', null, message, withoutFrame(printed) ?? output);
        }
        if (!run.failed) this.failPackage(name, output, event.FailedBuild);
        break;
      }
      default:
        return;
    }
    if (event.Elapsed !== null && event.Elapsed >= 0) this.seconds = (this.seconds ?? 0) + event.Elapsed;
    this.packages.delete(name);
  }

  private ofTest(event: Event, run: PackageRun): void {
    const { Package: name, Test: test } = event;
    if (event.Action !== 'output') run.begun = true;
    switch (event.Action) {
      case 'run':
        if (run.running.has(test)) this.finish(name, run, test, 'errored', null, 'The test began again before it had ended.');
        this.remembered += 1;
        run.running.set(test, new Excerpt());
        return;
      case 'output':
      case 'bench':
        (run.running.get(test) ?? run.output).add(event.Output);
        return;
      case 'pass':
        this.finish(name, run, test, 'passed', event.Elapsed);
        return;
      case 'skip':
        this.finish(name, run, test, 'skipped', event.Elapsed);
        return;
      case 'fail': {
        const printed = run.running.get(test);
        this.finish(name, run, test, 'failed', event.Elapsed, printed === undefined ? null : says(printed));
        return;
      }
      default:
        return;
    }
  }

  private finish(
    name: string,
    run: PackageRun,
    test: string,
    ending: Ending,
    elapsed: number | null,
    message: string | null = null,
    trace: string | null = null,
  ): void {
    const printed = run.running.get(test);
    run.running.delete(test);
    const time = (run.ended.get(test) ?? 0) + 1;
    run.ended.set(test, time);
    const failed = ending === 'failed' || ending === 'errored';
    run.failed ||= failed;
    const now: ReportedCase = {
      name: plainName(test),
      className: plainName(name),
      ending,
      flaky: false,
      seconds: elapsed !== null && elapsed >= 0 ? elapsed : null,
      message,
      trace: failed ? this.kept(trace ?? (printed === undefined ? null : withoutFrame(printed))) : null,
    };
    const key = `${name}\n${test}\n${time}`;
    const before = this.cases.get(key);
    if (printed === undefined) this.remembered += 1;
    this.cases.set(key, before === undefined ? now : retried(before, now));
  }

  private kept(trace: string | null): string | null {
    this.traces += trace?.length ?? 0;
    return this.traces > bounds.traces ? null : trace;
  }

  private failPackage(name: string, output: string | null, failedBuild: string): void {
    const build = this.builds.get(failedBuild);
    this.failedBuilds.delete(failedBuild);
    const notBuilt = build !== undefined || failedBuild !== '' || /\[(?:build|setup) failed\]/.test(output ?? '');
    this.addPackage(
      name,
      notBuilt ? 'build' : 'package',
      notBuilt ? 'The package was not built.' : (cause(output) ?? 'The package failed, but none of its tests.'),
      build === undefined ? output : plainText(build.text),
    );
  }

  private breakOff(name: string, why: string): void {
    const run = this.runOf(name);
    for (const [test, printed] of [...run.running]) this.finish(name, run, test, 'errored', null, says(printed) ?? why);
    if (run.begun) this.addPackage(name, 'package', why, plainText(run.output.text));
    this.packages.delete(name);
  }

  private addPackage(name: string, what: string, message: string, trace: string | null): void {
    const one: ReportedCase = {
      name: what,
      className: plainName(name),
      ending: 'errored',
      flaky: false,
      seconds: null,
      message,
      trace,
    };
    this.cases.set(`${name}\n\n${what}`, one);
  }

  private runOf(name: string): PackageRun {
    const known = this.packages.get(name);
    if (known !== undefined) return known;
    this.remembered += 1;
    const run: PackageRun = {
      output: new Excerpt(),
      running: new Map(),
      ended: new Map(),
      begun: false,
      failed: false,
    };
    this.packages.set(name, run);
    return run;
  }
}

function json(line: string, number: number): unknown {
  try {
    return JSON.parse(line);
  } catch {
    throw new ReportProblem('a line of the Go test run is cut off or not well-formed', number);
  }
}

function textOf(texts: Map<string, Excerpt>, key: string): Excerpt {
  const text = texts.get(key) ?? new Excerpt();
  texts.set(key, text);
  return text;
}

/** The last attempt says how the test ended, the first failure why it is flaky. */
function retried(before: ReportedCase, now: ReportedCase): ReportedCase {
  if (now.ending !== 'passed' || (before.ending === 'passed' && !before.flaky) || before.ending === 'skipped') return now;
  return { ...now, flaky: true, message: before.message, trace: before.trace };
}

/** Lines by which Go frames what a test prints. */
const frame = /^\s*(?:=== (?:RUN|PAUSE|CONT|NAME|ATTR)|--- (?:FAIL|PASS|SKIP|BENCH):)/;

function withoutFrame(printed: Excerpt): string | null {
  const lines = printed.text.split('\n').filter((line) => !frame.test(line));
  return plainText(lines.join('\n'));
}

/** @returns the line that says what went wrong; null where a test has printed nothing, such as one whose subtest failed */
function says(printed: Excerpt): string | null {
  return cause(withoutFrame(printed));
}

function cause(output: string | null): string | null {
  if (output === null) return null;
  const panic = /^[ \t]*((?:panic|fatal error): [^\n]*)/m.exec(output)?.[1];
  if (panic !== undefined) return panic.replace(/ \[recovered[^\]]*\]$/, '');
  // testify names the place first and puts what went wrong behind "Error:", over several lines.
  const testify = /^[ \t]*Error:[ \t]*(\S[^\n]*)/m.exec(output)?.[1];
  if (testify !== undefined) return testify.trimEnd();
  const logged = /^[ \t]*[^\s:]+\.go:\d+: ([^\n]*\S)/m.exec(output)?.[1];
  if (logged !== undefined) return logged;
  const line = output.split('\n').find((one) => one.trim() !== '' && !/^(?:FAIL|exit status|ok|coverage:)\b/.test(one));
  return line === undefined ? null : line.trim();
}
