import { dayWords } from '../../kernel/day-words';
import type { Instant } from '../../kernel/instant';
import type { Stage } from '../policy';
import type { Context } from './rule';

/** A stage within a sentence: "staging". */
export function inSentence({ name }: Stage): string {
  return name.toLowerCase();
}

/** The stage before as titles name it, also where there is none. */
export function nameBefore({ previous }: Pick<Context, 'previous'>): string {
  return previous?.name ?? 'the stage before';
}

/** What a rule finds that asks for something in the stage before, where there is none: nothing can ever be shown there. */
export function noStageBefore({ stage }: Pick<Context, 'stage'>) {
  const reason = `there is no stage before ${inSentence(stage)} in which this could be shown`;
  return { value: null, met: null, reason, defectIds: [] };
}

/** `2 November 2026, 09:00 UTC`. */
export function momentWords(at: Instant): string {
  return `${dayWords(at)}, ${at.slice(11, 16)} UTC`;
}
