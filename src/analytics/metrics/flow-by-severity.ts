import { countDays } from './day-counts';
import type { CountedDays } from './day-counts';
import type { Flow } from './flow';
import { eachOpenSpan } from './open-spans';
import type { StatusSpans } from './status-time';

interface SeverityFacts {
  readonly status: StatusSpans;
  /** By status: 1 where issues in it are open. */
  readonly isOpen: Uint8Array;
  /** What the severity field held over time; issues in the order of `status`. */
  readonly severity: StatusSpans;
  /** By value of the severity field. */
  readonly bandOf: Uint16Array;
  /** The band of an issue whose severity field had no value yet. */
  readonly unset: number;
}

/**
 * Open issues by the severity that they had then: at the end of each UTC day, those in a status that is not done, by the band of what
 * the severity field held at that moment, not of what it holds now. The last day is that of `at`, up to that moment.
 */
export function flowBySeverity({ status, isOpen, severity, bandOf, unset }: SeverityFacts, counted: CountedDays): Flow {
  const counts = countDays(counted);
  const { offsets, values, from } = severity;
  eachOpenSpan(status, isOpen, (issue, start, until) => {
    const end = offsets[issue + 1] ?? 0;
    let [since, band] = [start, unset];
    for (let span = offsets[issue] ?? 0; span < end; span += 1) {
      const moment = from[span] ?? 0;
      if (moment >= until) break;
      if (moment > since) {
        counts.add(since, moment, band);
        since = moment;
      }
      band = bandOf[values[span] ?? 0] ?? unset;
    }
    counts.add(since, until, band);
  });
  return counts.taken();
}
