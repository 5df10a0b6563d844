import type { ReportedCase } from './report';

/** A testcase of a suite, with what tells whether it is another attempt of one before it. */
export interface Attempt {
  readonly test: ReportedCase;
  /** File and line of the test; null where the report names no line. */
  readonly place: string | null;
  /** Whether the report calls it a repetition, in an attribute of the testcase. */
  readonly isRepetition: () => boolean;
}

/** What a suite says about its testcases together. */
export interface SuiteWord {
  /** Its own count; null where it gives none. */
  readonly tests: number | null;
  /** How many testcases it lists. */
  readonly listed: number;
  /** Its tool never gives two tests one name. */
  readonly namesAreUnique: boolean;
}

export interface Attempts {
  add(attempt: Attempt): void;
  /** The suite is complete. */
  end(suite: SuiteWord): void;
}

interface Group {
  readonly attempts: ReportedCase[];
  evident: boolean;
}

/** Failures held back, by characters: beyond this, those of a suite are handed on as they are. */
const mostHeld = 4_000_000;
/** What one held failure costs beside its texts, in characters. */
const overhead = 500;

/**
 * Finds the tests that a tool ran again after they failed and wrote as several testcases of one class and name.
 *
 * Only what failed is run again, so all attempts but the last have failed. That alone proves nothing: tests of a table may share their
 * name, and taking the last for all would hide a failure. So they are one test only where the report gives a reason to say so: its suite
 * counts them once (pytest, when a test fails and then breaks at its end), both stand in the same line of the same file (pytest,
 * web-test-runner), its tool makes names unique (Go), or an attribute calls it a repetition. Else each is a test. Attempts in different
 * files, as Bazel and Marathon write them, are different reports.
 */
export function findAttempts(take: (test: ReportedCase) => void): Attempts {
  /** Those that a further attempt may follow: by name, then by class and place. */
  const open = new Map<string, Map<string, Group>>();
  const groups: Group[] = [];
  /** Hashes of what passed in a known line: a test that runs again after it passed is repeated on purpose. */
  const passed = new Set<number>();
  let held = 0;

  const handOn = (isOne: (group: Group) => boolean) => {
    for (const group of groups) {
      if (isOne(group)) take(asOne(group.attempts));
      else group.attempts.forEach(take);
    }
    open.clear();
    groups.length = 0;
    held = 0;
  };
  return {
    add: ({ test, place, isRepetition }) => {
      const failing = test.ending === 'failed' || test.ending === 'errored';
      const namesakes = open.get(test.name);
      if (test.ending === 'skipped' || (!failing && place === null && namesakes === undefined)) {
        take(test);
        return;
      }
      const key = `${test.className}\n${place ?? ''}`;
      const group = namesakes?.get(key);
      if (group === undefined && place !== null) {
        const hash = hashOf(`${key}\n${test.name}`);
        if (!failing) passed.add(hash);
        else if (passed.has(hash)) {
          take(test);
          return;
        }
      }
      if (group === undefined && !failing) {
        take(test);
        return;
      }
      const attempt = copied(test);
      if (group === undefined) {
        const started: Group = { attempts: [attempt], evident: false };
        groups.push(started);
        if (namesakes === undefined) open.set(attempt.name, new Map([[key, started]]));
        else namesakes.set(key, started);
      } else {
        group.attempts.push(attempt);
        group.evident ||= place !== null || isRepetition();
        if (!failing) namesakes?.delete(key);
      }
      held += overhead + (test.message?.length ?? 0) + (test.trace?.length ?? 0);
      if (held > mostHeld) handOn(({ evident }) => evident);
    },
    end: ({ tests, listed, namesAreUnique }) => {
      const repeats = groups.reduce((sum, { attempts }) => sum + attempts.length - 1, 0);
      const all = namesAreUnique || tests === listed - repeats;
      handOn(({ evident }) => evident || all);
    },
  };
}

function asOne(attempts: readonly ReportedCase[]): ReportedCase {
  const [first] = attempts;
  const last = attempts[attempts.length - 1];
  if (first === undefined || last === undefined) throw new Error('A test has an attempt.');
  if (attempts.length === 1) return first;
  const seconds = attempts.reduce<number | null>(
    (sum, attempt) => (attempt.seconds === null ? sum : (sum ?? 0) + attempt.seconds),
    null,
  );
  // The first failure says most: the others may follow from it, as an error at the end of a test that failed in pytest.
  return { ...last, seconds, flaky: last.ending === 'passed', message: first.message, trace: first.trace };
}

const copied = (test: ReportedCase): ReportedCase => ({
  ...test,
  ...{ name: detached(test.name), className: detached(test.className) },
  ...{ message: detached(test.message), trace: detached(test.trace) },
});

/** A part of a text keeps the whole text in memory: this makes a copy of the part alone. */
function detached<Text extends string | null>(text: Text): Text | string {
  if (text === null || text.length < 13) return text;
  const copy = `${text} `;
  copy.charCodeAt(0);
  return copy.slice(0, -1);
}

/** FNV-1a, of which 30 bits fit a small integer. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 2;
}
