import type { Line } from './compare';
import { growthOf } from './growth';

/** How a figure grows with its size, as a line of JSON of its own. */
export interface GrowthLine {
  readonly name: 'growth';
  /** The figure's own name. */
  readonly part: string;
  readonly sizes: readonly number[];
  /** Medians, by size. */
  readonly p50: readonly number[];
  readonly unit: string;
  readonly exponent: number;
  /** Exponent of n log n over these sizes. */
  readonly bound: number;
  readonly isTooFast: boolean;
}

/** Of times less than this, most is the clock. */
const leastTime = 0.001;

/** Figures that were measured at three sizes or more, each beside itself. */
export function growthsIn(lines: readonly Line[]): GrowthLine[] {
  const figures = new Map<string, Line[]>();
  for (const line of lines) {
    const name = [nameOf(line.name), line.part].filter((word) => word !== undefined).join(' ');
    figures.set(name, [...(figures.get(name) ?? []), line]);
  }
  return [...figures].flatMap(([part, of]): GrowthLine[] => {
    const points = of
      .flatMap(({ n, p50, unit }) =>
        n === undefined || p50 === undefined || unit !== 'ms' ? [] : [{ n, cost: Math.max(leastTime, p50) }],
      )
      .toSorted((a, b) => a.n - b.n);
    const growth = new Set(points.map(({ n }) => n)).size < points.length ? null : growthOf(points);
    if (growth === null) return [];
    const [sizes, p50] = [points.map(({ n }) => n), points.map(({ cost }) => cost)];
    const [exponent, bound] = [growth.exponent, growth.bound].map((value) => Math.round(value * 100) / 100);
    return [{ ...{ name: 'growth', part, sizes, p50, unit: 'ms' }, ...growth, exponent: exponent ?? 0, bound: bound ?? 0 }];
  });
}

/** Some name their size, too. */
function nameOf(name: string): string {
  return name.replace(/-\d+$/, '');
}

export function sayGrowth({ part, sizes, p50, exponent, bound, isTooFast }: GrowthLine): string {
  const beside = sizes.map((n, at) => `${n.toLocaleString('en')}: ${p50[at]} ms`).join(', ');
  const verdict = isTooFast ? `grows FASTER than n log n (${bound})` : `no faster than n log n (${bound})`;
  return `${part}: ${beside}; exponent ${exponent}, ${verdict}`;
}

const heads = ['figure', 'n', 'p50', 'p95', 'unit', 'limit', 'reference', 'ratio'];

/** The figures as rows of equal width, as JSON has them. */
export function tableOf(lines: readonly Line[]): string[] {
  const rows = lines.map(({ name, part, n, p50, p95, unit, limit, reference, ratio }) =>
    [[name, part].filter((word) => word !== undefined).join(' '), n, p50, p95, unit, limit, reference, ratio].map((cell) =>
      String(cell ?? ''),
    ),
  );
  const all = [heads, ...rows];
  const widths = heads.map((_, at) => Math.max(...all.map((row) => row[at]?.length ?? 0)));
  return all.map((row) =>
    row.map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0))).join('  '),
  );
}
