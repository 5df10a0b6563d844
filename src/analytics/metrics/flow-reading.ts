/** Consecutive UTC days of a project. */
export interface FlowDays {
  readonly arrivals: Uint32Array;
  readonly departures: Uint32Array;
  /** Open issues at the end of the day. */
  readonly open: Int32Array;
  /** Average age of the open ones at the end of the day, in days; NaN where nothing was open. */
  readonly averageAge: Float64Array;
}

/**
 * Why the usual reading does not apply.
 * - `nothing-departed`: nothing went, so there is no pace to divide by
 * - `few`: fewer than `fewDepartures` went: chance decides
 * - `growing`, `shrinking`: what is open changed by more than `tolerance` of its mean
 * - `unbalanced`: what came and what went differ by more than `tolerance` of the larger one
 * - `longer-than-window`: the answer is longer than the days that it rests on
 * - `getting-older`: the average age grew by more than half a day a day: some issues are not worked on at all
 */
export type FlowDoubt =
  'nothing-departed' | 'few' | 'growing' | 'shrinking' | 'unbalanced' | 'longer-than-window' | 'getting-older';

export interface FlowReading {
  /** The days that it rests on: fewer at the beginning of a history. */
  readonly days: number;
  readonly arrivals: number;
  readonly departures: number;
  /** Mean of what was open at the ends of the days. */
  readonly meanOpen: number;
  /** Days that an issue stays open, approximately; null where nothing departed. */
  readonly approximateAge: number | null;
  /** Empty where the reading applies. */
  readonly doubts: readonly FlowDoubt[];
}

export const readingDays = 30;
const tolerance = 0.2;
const fewDepartures = 5;

/**
 * Reads a cumulative flow at the end of a day by Little's law: the mean time in a system is the mean number in it divided by the mean
 * rate at which they leave it (L = λW; Little, "A Proof for the Queuing Formula", Operations Research 9, 1961). For days that were
 * observed rather than for ever it holds approximately, where about as many leave as come, about as many are there at the end as at the
 * beginning, what is there does not merely grow older, and the days are long compared with the time that is asked for (Little and Graves,
 * "Little's Law", in *Building Intuition*, 2008; Vacanti, *Actionable Agile Metrics for Predictability*, 2015). Where one of these does not hold,
 * the answer is given with the reason why it is not to be relied on.
 * @param place of the day; the reading rests on it and the days before it, `window` in all
 */
export function readFlow({ arrivals, departures, open, averageAge }: FlowDays, place: number, window = readingDays): FlowReading {
  const first = Math.max(0, place + 1 - window);
  const days = place + 1 - first;
  const came = sum(arrivals, first, place);
  const went = sum(departures, first, place);
  const meanOpen = sum(open, first, place) / days;
  const approximateAge = went === 0 ? null : (meanOpen * days) / went;
  const older = (averageAge[place] ?? NaN) - (averageAge[first] ?? NaN);
  const doubts: FlowDoubt[] = [];
  if (went === 0) doubts.push('nothing-departed');
  else if (went < fewDepartures) doubts.push('few');
  if (came - went > tolerance * meanOpen) doubts.push('growing');
  if (went - came > tolerance * meanOpen) doubts.push('shrinking');
  if (went > 0 && Math.abs(came - went) > tolerance * Math.max(came, went)) doubts.push('unbalanced');
  if (approximateAge !== null && approximateAge > days) doubts.push('longer-than-window');
  if (days > 1 && older > (days - 1) / 2) doubts.push('getting-older');
  return { days, arrivals: came, departures: went, meanOpen, approximateAge, doubts };
}

function sum(values: Uint32Array | Int32Array, first: number, last: number): number {
  let total = 0;
  for (let place = first; place <= last; place += 1) total += values[place] ?? 0;
  return total;
}
