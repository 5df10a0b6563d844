import { medianOf } from './figure';
import type { Figure, Recorded } from './compare';

/** A figure is recorded as the middle of so many runs where time allows, and measured so often at most before a check fails. */
export const mostRuns = 3;

/** What has been run of one benchmark. */
export interface Ran {
  readonly name: string;
  /** How often; 0 for not yet. */
  readonly runs: number;
  /** Of one run. */
  readonly seconds: number;
}

/**
 * Which benchmark to run next: all of them once, whatever that takes; then again those that were run least, the quickest first, as long as
 * they are done within the time.
 * @param budget seconds for all @returns null where nothing is to be run any more
 */
export function nextToRun(ran: readonly Ran[], spent: number, budget: number): string | null {
  const fresh = ran.find(({ runs }) => runs === 0);
  if (fresh !== undefined) return fresh.name;
  const fits = ran.filter(({ runs, seconds }) => runs < mostRuns && spent + seconds <= budget);
  return fits.toSorted((a, b) => a.runs - b.runs || a.seconds - b.seconds)[0]?.name ?? null;
}

/** @returns figures whose ratio is the middle of what the runs measured, each as on a machine of the middle yardstick */
export function middleOf(runs: readonly Recorded[]): Recorded {
  const yardstick = medianOf(runs.map((run) => run.yardstick));
  const names = [...new Set(runs.flatMap(({ figures }) => Object.keys(figures)))];
  const figures = names.map((name): [string, Figure][] => {
    const measured = runs.flatMap((run) => {
      const figure = run.figures[name];
      return figure === undefined ? [] : [{ figure, yardstick: run.yardstick }];
    });
    const [first] = measured;
    if (first === undefined) return [];
    // A limit is the same in every run: there, and only there, the machine is part of the ratio.
    const isLimit = isTime(first.figure) && measured.every(({ figure }) => figure.reference === first.figure.reference);
    const ratios = measured.map(({ figure, yardstick: own }) => figure.ratio * (isLimit ? yardstick / own : 1));
    return [[name, { ...first.figure, ratio: Number(medianOf(ratios).toPrecision(4)) }]];
  });
  return { yardstick: Number(yardstick.toPrecision(4)), figures: Object.fromEntries(figures.flat()) };
}

/** Of figures that were measured twice the lower ratio: what is in the way of a measurement only ever makes it slower. */
export function lowestOf(one: Recorded, other: Recorded): Recorded {
  const onOne = (figure: Figure) => (isTime(figure) ? figure.ratio * (one.yardstick / other.yardstick) : figure.ratio);
  const figures = { ...one.figures };
  for (const [name, figure] of Object.entries(other.figures)) {
    const before = figures[name];
    const isLimit = before !== undefined && before.reference !== undefined && before.reference === figure.reference;
    const ratio = isLimit ? onOne(figure) : figure.ratio;
    if (before === undefined || ratio < before.ratio) figures[name] = { ...figure, ratio };
  }
  return { yardstick: one.yardstick, figures };
}

/** Sizes are the same on every machine. */
export function isTime({ unit }: Figure): boolean {
  return unit !== 'KB';
}
