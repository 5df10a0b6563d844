import type { FlowView } from '../../../../../src/contracts/flow';

/** Days between two places of a flow, both included. */
export interface Stretch {
  readonly first: number;
  readonly last: number;
}

/** Where more defects moved back over the upper edges of bands than forth. */
export interface MovesBack {
  /** From the day before a place to it. */
  readonly isFallen: (band: string, place: number) => boolean;
  /** From the day before more moved back until as many have come forth again; up to the last day where they have not. */
  readonly stretches: (band: string) => readonly Stretch[];
}

const nothing: MovesBack = { isFallen: () => false, stretches: () => [] };

/** Bands by severity and age are no workflow: nothing moves back there. */
export function movesBack({ bands }: Pick<FlowView, 'bands'>): MovesBack {
  if (bands.some(({ kind }) => kind === 'severity' || kind === 'age')) return nothing;
  // By band: how many were in it, or had come further, at the end of each day.
  const past = new Map<string, readonly number[]>();
  let below: readonly number[] = [];
  for (const { id, counts } of [...bands].reverse()) {
    const under = below;
    below = counts.map((count, place) => count + (under[place] ?? 0));
    past.set(id, below);
  }
  return {
    isFallen: (band, place) => (past.get(band)?.[place] ?? 0) < (past.get(band)?.[place - 1] ?? 0),
    stretches: (band) => stretchesBelow(past.get(band) ?? []),
  };
}

/** The days on which a count is below what it has been, each time from the day before on which it was not yet. */
function stretchesBelow(counts: readonly number[]): Stretch[] {
  const found: Stretch[] = [];
  let highest = 0;
  for (let place = 1; place < counts.length; place += 1) {
    if ((counts[place] ?? 0) >= (counts[highest] ?? 0)) {
      highest = place;
      continue;
    }
    const back = counts.findIndex((count, later) => later > place && count >= (counts[highest] ?? 0));
    const last = back < 0 ? counts.length - 1 : back;
    found.push({ first: highest, last });
    [highest, place] = [last, last];
  }
  return found;
}
