import type { ConditionView } from '../../../../../src/contracts/readiness';

const units: Readonly<Record<ConditionView['unit'], (amount: number) => string>> = {
  defects: String,
  items: String,
  hours: (amount) => `${amount} ${amount === 1 ? 'hour' : 'hours'}`,
  percent: (amount) => `${amount} %`,
  confirmations: (amount) => (amount === 0 ? 'not confirmed' : 'confirmed'),
};

/** The figure and its limit: "2" and "none allowed", "12 hours" and "at least 24 hours needed". */
export function figureWords({ value, limit, unit, atLeast }: Pick<ConditionView, 'value' | 'limit' | 'unit' | 'atLeast'>): {
  figure: string;
  allowed: string;
} {
  const words = units[unit];
  const figure = value === null ? 'not known' : words(value);
  if (unit === 'confirmations') return { figure, allowed: 'one confirmation needed' };
  if (atLeast) return { figure, allowed: `at least ${words(limit)} needed` };
  return { figure, allowed: limit === 0 ? 'none allowed' : `at most ${words(limit)} allowed` };
}
