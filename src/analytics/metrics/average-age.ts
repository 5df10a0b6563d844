import { day } from '../../kernel/instant';
import { eachOpenSpan } from './open-spans';
import type { StatusSpans } from './status-time';

/**
 * How old the open issues were on average at the end of each UTC day, in days since their creation; on the last day at the moment `at`.
 * @param isOpen by status: 1 where issues in it are open
 * @param created milliseconds since 1970; issues in the order of `status`
 * @param at milliseconds since 1970
 * @param firstDay days since 1970
 * @returns a value a day; NaN where nothing was open
 */
export function averageAges(
  status: StatusSpans,
  isOpen: Uint8Array,
  created: Float64Array,
  at: number,
  firstDay: number,
): Float64Array {
  const days = Math.max(0, Math.floor(at / day) - firstDay + 1);
  const open = new Int32Array(days + 1);
  // Milliseconds since `firstDay`: whole numbers, whose sums stay exact, so that a day comes to the same from wherever it is counted.
  const births = new Float64Array(days + 1);
  eachOpenSpan(status, isOpen, (issue, start, until) => {
    if (start > at) return;
    const first = Math.max(0, Math.floor(start / day) - firstDay);
    const last = until > at ? days : Math.max(0, Math.floor(until / day) - firstDay);
    if (first >= last) return;
    const born = (created[issue] ?? start) - firstDay * day;
    for (const [place, sign] of [
      [first, 1],
      [last, -1],
    ] as const) {
      open[place] = (open[place] ?? 0) + sign;
      births[place] = (births[place] ?? 0) + sign * born;
    }
  });
  const ages = new Float64Array(days);
  let [count, sum] = [0, 0];
  for (let place = 0; place < days; place += 1) {
    count += open[place] ?? 0;
    sum += births[place] ?? 0;
    const end = Math.min((place + 1) * day, at - firstDay * day);
    ages[place] = count === 0 ? NaN : Math.max(0, (end * count - sum) / (count * day));
  }
  return ages;
}
