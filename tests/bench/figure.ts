/** The value that a share of the values does not exceed (nearest rank below), 0 for none. @param sorted in ascending order */
export function shareOf(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}

/** @param values in any order; the middle one, the mean of two for an even number, 0 for none */
export function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const [low = 0, high = 0] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.floor(sorted.length / 2)]];
  return (low + high) / 2;
}

/** To three digits. */
export function rounded(value: number): number {
  return Number(value.toPrecision(3));
}

/** Milliseconds of computing, other work on the machine aside. */
export function computing(run: () => unknown): number {
  const before = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}

/** What one measurement came to: a cost, and the limit or the plain way that it is held against. */
export interface Measured {
  readonly name: string;
  /** Which of several under one name. */
  readonly part?: string;
  /** How many things were gone through. */
  readonly n: number;
  readonly p50: number;
  readonly p95: number;
  readonly unit: string;
  readonly reference: number;
  /** Of the cost to the reference. */
  readonly ratio: number;
}

/** Prints a figure as its line of JSON. @param more what else explains it */
export function printFigure(figure: Measured, more: Readonly<Record<string, number | string | boolean>> = {}): void {
  console.log(JSON.stringify({ ...figure, ...more }));
}
