import type { Settings } from '../../../../../src/contracts/settings';

export type Failures = Settings['failures'];
export type KnownFailure = Failures['known'][number];

/** What holds now, in one line. */
export function failuresSummary({ file, after, fuse, known }: Failures): string {
  const rest = known.length === 0 ? [] : [known.length === 1 ? '1 known failure' : `${known.length} known failures`];
  if (!file) return ['Failures are only counted', ...rest].join('; ');
  const times = after.failed === 1 ? 'once' : `${after.failed} times`;
  const runs = after.of === 1 ? '1 run' : `${after.of} runs`;
  return [`Failed ${times} in ${runs}`, `more than ${fuse} new failures are one defect`, ...rest].join('; ');
}

/** A share as it stands in a field: in percent, to one digit. */
export function percentOf(rate: number): number {
  return Math.round(rate * 1000) / 10;
}

export const noFailure: KnownFailure = { match: { kind: 'text', text: '' }, reason: '', until: null };

/** What an entry recognises a failure by, as it stands in its field. */
export function matchText({ match }: KnownFailure): string {
  return match.kind === 'text' ? match.text : match.fingerprint;
}

/** The same entry that recognises by something else. */
export function withMatch(entry: KnownFailure, kind: KnownFailure['match']['kind'], text: string): KnownFailure {
  return { ...entry, match: kind === 'text' ? { kind, text } : { kind, fingerprint: text } };
}

/** Whether an entry has ended. @param now in milliseconds */
export function hasEnded({ until }: KnownFailure, now: number): boolean {
  return until !== null && Date.parse(until) <= now;
}
