import type { TrainConditionView, TrainGlance } from '../../../../../src/contracts/trains';
import type { TrainScopeView } from '../../../../../src/contracts/train-outlook';

/** Where a train may go and where not: "staging open, production held". */
export function trainWords({ stages }: Pick<TrainGlance, 'stages'>): string {
  if (stages.length === 0) return 'no stage has a gate';
  return stages.map(({ stage, state }) => `${stage.name.toLowerCase()} ${state === 'unknown' ? 'not known' : state}`).join(', ');
}

/** With the capital of a sentence. */
export function sentenceCase(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}

/** How many, and of whom: "5 in all, 2 releases that you may not see among them". */
export function conditionWords({ sum, releases, hidden }: Pick<TrainConditionView, 'sum' | 'releases' | 'hidden'>): string {
  const unmet = releases.filter(({ state }) => state !== 'met');
  const named = unmet.slice(0, 2).map(({ name }) => name);
  const more = unmet.length - named.length + hidden;
  const who =
    named.length === 0
      ? more === 0
        ? ''
        : `${more} that you may not see`
      : `${named.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
  return [sum === null ? '' : `${sum} in all`, who].filter((part) => part !== '').join('; ');
}

/** `63 in 100`; never 0 or 100, which nobody knows. */
export function inHundred(chance: number): string {
  const hundredths = Math.round(chance * 100);
  if (hundredths < 1) return 'fewer than 1 in 100';
  return hundredths > 99 ? 'more than 99 in 100' : `${hundredths} in 100`;
}

const rounded = (size: number): string => (Math.round(size * 10) / 10).toLocaleString('en');

/** "120 planned, 90 can be finished; the defect budget is 30, of which 12 are left." */
export function amountWords({ planned, capacity, budget, left, over }: TrainScopeView['sums'][number]): string {
  const can = capacity === null ? 'what can be finished is not known of all' : `${rounded(capacity)} can be finished`;
  if (budget === null || left === null) return `${rounded(planned)} planned; ${can}.`;
  const spent =
    over > 0.05 ? `burnt by ${rounded(over)}` : `of which ${rounded(left)} ${rounded(left) === '1' ? 'is' : 'are'} left`;
  return `${rounded(planned)} planned, ${can}; the defect budget is ${rounded(budget)}, ${spent}.`;
}
