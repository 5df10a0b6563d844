interface Sums {
  readonly open: number;
  /** A month ago; null where the project is younger. */
  readonly before: number | null;
  /** In the days since. */
  readonly arrivals: number;
  readonly departures: number;
  /** Since when there are defects, in days; null where there are none. */
  readonly ageDays: number | null;
  /** Defects that the viewer may not see. */
  readonly hidden: number;
}

const count = (n: number): string => n.toLocaleString('en');

/** What a flow comes to: "42 open, 6 more than a month ago: more came (31) than went (25)." */
export function flowSentence({ open, before, arrivals, departures, ageDays, hidden }: Sums): string {
  if (ageDays === null) return hidden === 0 ? 'No defect has been reported yet.' : 'There is no defect here that you may see.';
  const now = open === 0 ? 'None open' : `${count(open)} open`;
  if (before === null) {
    const since = ageDays < 1 ? 'today' : ageDays < 2 ? 'yesterday' : `${Math.floor(ageDays)} days ago`;
    return `${now}. The first came ${since}; ${count(arrivals)} came and ${count(departures)} went since then.`;
  }
  const moved =
    arrivals === 0 && departures === 0 ? 'none came and none went' : `${count(arrivals)} came and ${count(departures)} went`;
  if (open === before) return `${now}, as many as a month ago: ${moved}.`;
  if (open > before)
    return `${now}, ${count(open - before)} more than a month ago: more came (${count(arrivals)}) than went (${count(departures)}).`;
  return `${now}, ${count(before - open)} fewer than a month ago: more went (${count(departures)}) than came (${count(arrivals)}).`;
}

/** Fewer than these are no growth worth naming. */
const leastGrowth = 3;

interface Grown {
  readonly id: string;
  readonly name: string;
  readonly now: number;
  readonly before: number;
}

/** The band that grew most, in words: where to look first. */
export function grownBand(bands: readonly Grown[]): { readonly band: string; readonly sentence: string } | null {
  const [most] = [...bands].sort((a, b) => b.now - b.before - (a.now - a.before));
  if (most === undefined || most.now - most.before < leastGrowth) return null;
  const more = count(most.now - most.before);
  return { band: most.id, sentence: `“${most.name}” has grown most: ${count(most.now)}, ${more} more than a month ago.` };
}
