import type { ScoreTermName, ScoreView } from '../../../../src/contracts/score';
import { relativeWords } from '../shared/time-words';

export const termLabels: Readonly<Record<ScoreTermName, string>> = {
  severity: 'Severity',
  recurrence: 'Recurrence',
  users: 'Users affected',
  exposure: 'Exposure',
  workaround: 'Workaround',
  age: 'Age',
};

type Change = NonNullable<ScoreView['score']>['changes'][number];

const day = 86_400_000;

/** `+8 since yesterday: reproduced in Production`. @param now milliseconds since 1970 */
export function changeWords({ at, by, because }: Change, now: number): string {
  return `${signed(by)} ${sinceWords(at, now)}: ${because}`;
}

function sinceWords(at: string, now: number): string {
  const days = Math.floor(now / day) - Math.floor(Date.parse(at) / day);
  if (days <= 0) return `today, ${relativeWords(at, now)}`;
  return days === 1 ? 'since yesterday' : `since ${days} days ago`;
}

/** With a sign of its own; a real minus, which is as wide as a plus. */
export function signed(by: number): string {
  return by < 0 ? `−${-by}` : `+${by}`;
}

/** What the bar says to those who do not see it. */
export function barWords({ score, terms }: NonNullable<ScoreView['score']>): string {
  const parts = terms.filter(({ points }) => points > 0).map(({ term, points }) => `${termLabels[term]} ${points}`);
  return `Score ${score} of 100: ${parts.length === 0 ? 'nothing adds to it' : parts.join(', ')}`;
}
