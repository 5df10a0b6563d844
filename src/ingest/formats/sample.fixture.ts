import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ReportedCase, ReportFormat, Tally } from './report';
import { startTally } from './tally';

/** A report as it was read: what it adds up to, and a line for each test that did not simply pass. */
export interface Reading {
  readonly tally: Tally;
  readonly cases: readonly ReportedCase[];
  /** `class | name | ending | message`, with `flaky` for the ending of a flaky test. */
  readonly lines: readonly string[];
}

/** @param piece characters that are handed over at once */
export function readWith(format: ReportFormat, text: string, piece = text.length + 1): Reading {
  const tally = startTally();
  const cases: ReportedCase[] = [];
  const reader = format.reader((test) => {
    tally.add(test);
    cases.push(test);
  });
  for (let at = 0; at < text.length; at += piece) reader.write(text.slice(at, at + piece));
  const total = tally.total(reader.end());
  const lines = cases
    .filter((test) => test.ending !== 'passed' || test.flaky)
    .map((test) => `${test.className} | ${test.name} | ${test.flaky ? 'flaky' : test.ending} | ${test.message ?? ''}`);
  return { tally: total, cases, lines };
}

/** @param path in the samples' folder, e.g. `tap/node.tap` */
export function sample(path: string): string {
  return readFileSync(join(__dirname, 'samples', path), 'utf8').replace(/^\ufeff/, '');
}

/** Tests, passed, failed, errors, skipped, flaky, seconds. */
export function numbers({ tests, passed, failed, errors, skipped, flaky, seconds }: Tally): readonly number[] {
  return [tests, passed, failed, errors, skipped, flaky, seconds];
}
