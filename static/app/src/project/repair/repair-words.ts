import type { RepairGroup } from '../../../../../src/contracts/repair';
import { stepAt } from './survival-geometry';

/** `Staging 42 % (30 to 55)` for each group at a time; beyond what a curve can tell it says so. */
export function readingWords(groups: readonly RepairGroup[], days: number): string[] {
  return groups.map((group) => {
    const step = stepAt(group, days);
    const { name } = group.stage;
    return step === null
      ? `${name}: nothing is that old`
      : `${name} ${percent(step.share)} % (${percent(step.lower)} to ${percent(step.upper)})`;
  });
}

/** `After 3.5 days` */
export function daysWords(days: number): string {
  const number = days < 10 ? Math.round(days * 10) / 10 : Math.round(days);
  return `${number.toLocaleString('en')} ${number === 1 ? 'day' : 'days'}`;
}

/** With a capital letter and a full stop. */
export function asSentence(words: string): string {
  return `${words.slice(0, 1).toUpperCase()}${words.slice(1)}.`;
}

function percent(share: number): number {
  return Math.round(share * 100);
}
