import { day } from '../../kernel/instant';

/** What came, what went and what was open, by UTC day. */
export interface Backlog {
  /** Days since 1970. */
  readonly firstDay: number;
  readonly arrived: Uint32Array;
  readonly resolved: Uint32Array;
  /** At the end of the day: those that had arrived less those that were resolved. */
  readonly open: Uint32Array;
}

/**
 * The backlog day by day: an issue arrives with its creation and leaves with its (last) resolution. Jira keeps the last resolution only:
 * an issue that was reopened counts as open from its creation to the end. The last day is that of `at`, up to that moment.
 * @param resolved milliseconds since 1970; NaN while unresolved
 * @param at milliseconds since 1970
 */
export function backlog(created: Float64Array, resolved: Float64Array, at: number): Backlog {
  let first = at;
  for (const moment of created) if (moment < first) first = moment;
  const firstDay = Math.floor(first / day);
  const days = Math.floor(at / day) - firstDay + 1;
  const counted = { firstDay, arrived: new Uint32Array(days), resolved: new Uint32Array(days), open: new Uint32Array(days) };
  for (let issue = 0; issue < created.length; issue += 1) {
    const born = created[issue] ?? 0;
    if (born > at) continue;
    const place = Math.floor(born / day) - firstDay;
    counted.arrived[place] = (counted.arrived[place] ?? 0) + 1;
    const end = Math.max(born, resolved[issue] ?? NaN);
    if (!(end <= at)) continue;
    const gone = Math.floor(end / day) - firstDay;
    counted.resolved[gone] = (counted.resolved[gone] ?? 0) + 1;
  }
  let open = 0;
  for (let place = 0; place < days; place += 1) {
    open += (counted.arrived[place] ?? 0) - (counted.resolved[place] ?? 0);
    counted.open[place] = open;
  }
  return counted;
}
