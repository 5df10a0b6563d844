import { minute, plus } from '../../kernel/instant';
import type { FailureFacts, FiledDefect, FingerprintFacts, PastRun, PastSighting } from './facts';
import { defaultFailurePolicy, type FailurePolicy } from './policy';
import type { FailureGroup, TestRun } from './run';

export const start = '2026-11-02T09:00:00.000Z';
/** The time of the n-th run of a story, ten minutes each. */
export const at = (n: number) => plus(start, n * 10 * minute);
export const later = '2026-11-09T09:00:00.000Z';

export function aGroup(parts: Partial<FailureGroup> = {}): FailureGroup {
  return {
    fingerprint: 'f1:aa',
    kind: 'TimeoutError',
    title: 'no answer from <host> within <n> ms',
    topFrame: 'CartClient.add',
    tests: [{ name: 'adds to the cart', class: 'CartTest' }],
    count: 1,
    flaky: 0,
    message: 'no answer from cart.example.com within 3000 ms',
    trace:
      'TimeoutError: no answer from cart.example.com within 3000 ms\n  at CartClient.add (cart.ts:12)\n  at test (cart.test.ts:4)',
    ...parts,
  };
}

export function aRun(parts: Partial<TestRun> = {}): TestRun {
  return {
    ...{ run: 'r0', project: 'SHOP', suite: 'regression', environment: 'staging', segment: null, service: 'default' },
    ...{ version: '4.2.0', build: '812', commit: 'a1b2c3d', branch: 'main', url: 'https://ci.example.com/runs/42' },
    ...{ at: start, sequence: 0, complete: true, failures: [], log: null },
    tally: { tests: 100, passed: 99, failed: 1, errors: 0, skipped: 0, flaky: 0, seconds: 60 },
    ...parts,
  };
}

export function aTally(tests: number) {
  return { tests, passed: tests, failed: 0, errors: 0, skipped: 0, flaky: 0, seconds: 1 };
}

export function aPolicy(parts: Partial<FailurePolicy> = {}): FailurePolicy {
  return { ...defaultFailurePolicy, ...parts };
}

export function aDefect(parts: Partial<FiledDefect> = {}): FiledDefect {
  const issue = { issueId: '10001', issueKey: 'SHOP-1' };
  return { ...issue, doneAt: null, declined: false, fixBuiltAt: null, closingProposedAt: null, ...parts };
}

export function knownFacts(parts: Partial<FingerprintFacts> = {}): FingerprintFacts {
  return { state: null, defect: null, sightings: [], seenElsewhere: false, ...parts };
}

/** `F` failed, `K` failed and passed when tried again, `.` green, `s` a green run of few tests, `i` one without all of its parts. */
export function story(runs: string): { readonly runs: readonly PastRun[]; readonly sightings: readonly PastSighting[] } {
  const letters = runs.split(' ');
  return {
    runs: letters.map((letter, n) => ({
      ...{ run: `r${n}`, at: at(n), sequence: 0 },
      ...{ complete: letter !== 'i', tests: letter === 's' ? 49 : 100 },
    })),
    sightings: letters.flatMap((letter, n) => {
      if (letter === 'F') return [{ run: `r${n}`, failed: 1, flaky: 0 }];
      return letter === 'K' ? [{ run: `r${n}`, failed: 0, flaky: 1 }] : [];
    }),
  };
}

/** The n-th run of a story as it is delivered (the last unless given), and the facts without it. */
export function told(runs: string, parts: Partial<FingerprintFacts> = {}, n = runs.split(' ').length - 1) {
  const past = story(runs);
  const own = past.sightings.find(({ run }) => run === `r${n}`);
  const one = past.runs[n];
  const failures = own === undefined ? [] : [aGroup({ count: own.failed + own.flaky, flaky: own.flaky })];
  const sightings = past.sightings.filter(({ run }) => run !== `r${n}`);
  const facts: FailureFacts = {
    runs: past.runs.filter(({ run }) => run !== `r${n}`),
    fingerprints: new Map([['f1:aa', knownFacts({ ...parts, sightings })]]),
    broken: null,
    builtAt: null,
  };
  const complete = one?.complete ?? true;
  return { facts, run: aRun({ run: `r${n}`, at: at(n), complete, tally: aTally(one?.tests ?? 100), failures }) };
}
