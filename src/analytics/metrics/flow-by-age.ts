import { day } from '../../kernel/instant';
import { countDays } from './day-counts';
import type { CountedDays } from './day-counts';
import type { Flow } from './flow';
import { eachOpenSpan } from './open-spans';
import type { StatusSpans } from './status-time';

interface AgeFacts {
  readonly status: StatusSpans;
  /** By status: 1 where issues in it are open. */
  readonly isOpen: Uint8Array;
  /** Milliseconds since 1970; issues in the order of `status`. */
  readonly created: Float64Array;
}

/**
 * Open issues by how old they were then: at the end of each UTC day, those in a status that is not done, by the time since their
 * creation. Band n holds those younger than `upTo[n]` days, and one band more those that are older. What is exactly `upTo[n]` days old
 * belongs to the next band. An issue that was closed for a while grew older meanwhile.
 * @param upTo upper ends of the bands in days, ascending
 */
export function flowByAge(
  { status, isOpen, created }: AgeFacts,
  upTo: readonly number[],
  counted: Omit<CountedDays, 'bands'>,
): Flow {
  const counts = countDays({ ...counted, bands: upTo.length + 1 });
  eachOpenSpan(status, isOpen, (issue, start, until) => {
    const born = created[issue] ?? start;
    let since = start;
    for (let band = 0; band <= upTo.length && since < until; band += 1) {
      const end = Math.min(until, born + (upTo[band] ?? Infinity) * day);
      if (end <= since) continue;
      counts.add(since, end, band);
      since = end;
    }
  });
  return counts.taken();
}
