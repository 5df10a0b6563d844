import type { FlowBand } from '../../../../../src/contracts/flow';

const done = ['var(--ds-chart-success, #82b536)', 'var(--ds-chart-success-bold, #5b7f24)'];
const bySeverity: Readonly<Record<string, string>> = {
  none: 'var(--ds-chart-purple-bolder, #964ac0)',
  S1: 'var(--ds-chart-red-bolder, #e2483d)',
  S2: 'var(--ds-chart-orange-bold, #e06c00)',
  S3: 'var(--ds-chart-blue-bold, #4688ec)',
  S4: 'var(--ds-chart-gray-bold, #8c8f97)',
};
/** From the youngest to the oldest. */
const byAge = [
  ...['var(--ds-chart-teal-bold, #2898bd)', 'var(--ds-chart-blue-bold, #4688ec)', 'var(--ds-chart-yellow-bold, #b38600)'],
  ...['var(--ds-chart-orange-bolder, #bd5b00)', 'var(--ds-chart-red-boldest, #ae2e24)'],
];
/** Of bands in the order of a workflow; neighbours differ in hue. What is green is done. */
const others = [1, 4, 7, 3, 8, 5, 6].map((n) => `var(--chart-${n})`);

export interface BandLook {
  readonly color: string;
  /** Whether it is hatched, because its colour is used twice. */
  readonly hatched: boolean;
}

/** How each band looks, by its id. */
export function bandLooks(bands: readonly FlowBand[]): ReadonlyMap<string, BandLook> {
  const looks = new Map<string, BandLook>();
  const used = { done: 0, age: 0, other: 0 };
  for (const { id, kind } of bands) {
    const known = kind === 'severity' ? bySeverity[id] : undefined;
    const [palette, sort] =
      kind === 'done' ? ([done, 'done'] as const) : kind === 'age' ? ([byAge, 'age'] as const) : ([others, 'other'] as const);
    const place = used[sort];
    used[sort] += 1;
    const color = known ?? palette[place % palette.length] ?? 'var(--chart-other)';
    looks.set(id, { color, hatched: known === undefined && place >= palette.length });
  }
  return looks;
}
