import type { Ending, ReportedCase, Tally } from './report';

/** Counts tests as they come. */
export interface Tallying {
  add(test: ReportedCase): void;
  /** @param seconds of all tests by the report's own word; null takes the sum over the tests */
  total(seconds: number | null): Tally;
}

export function startTally(): Tallying {
  const endings: Record<Ending, number> = { passed: 0, failed: 0, errored: 0, skipped: 0 };
  let flaky = 0;
  let sum = 0;
  return {
    add: (test) => {
      endings[test.ending] += 1;
      if (test.flaky) flaky += 1;
      sum += test.seconds ?? 0;
    },
    total: (seconds) => {
      const { passed, failed, errored, skipped } = endings;
      const tests = passed + failed + errored + skipped;
      return { tests, passed, failed, errors: errored, skipped, flaky, seconds: withoutNoise(seconds ?? sum) };
    },
  };
}

/** Sums of decimals are a little off: to the nanosecond. */
const withoutNoise = (seconds: number): number => Math.round(seconds * 1e9) / 1e9;
