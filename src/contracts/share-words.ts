import type { Estimate } from '../kernel/intervals';

/** A share as people read it: `9 %`, and `0.4 %` where whole ones would say nothing. */
export function percent(share: number): string {
  const value = share * 100;
  return `${value > 0 && value < 0.95 ? value.toFixed(1) : Math.round(value)} %`;
}

/** `6 to 15 %` */
export function rangeWords({ lower, upper }: Pick<Estimate, 'lower' | 'upper'>): string {
  return `${percent(lower).replace(' %', '')} to ${percent(upper)}`;
}

/** `9 %, 6 to 15 %` */
export function shareWords(share: Estimate): string {
  return `${percent(share.value)}, ${rangeWords(share)}`;
}
