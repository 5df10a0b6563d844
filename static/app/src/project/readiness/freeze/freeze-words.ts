import type { DefectFreezesView, FreezeExceptionView, FreezeView } from '../../../../../../src/contracts/freeze';
import { leftWords } from '../../../shared/time-words';

/** What may still come in: "S1 and S2 may still come in without an exception." */
export function admitsSentence(admits: readonly string[]): string {
  if (admits.length === 0) return 'Nothing may come in without an exception.';
  return `${listed([...admits].sort())} may still come in without an exception; everything else, and what has no severity, may not.`;
}

function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`;
}

const actions: Readonly<Record<FreezeView['action'], string>> = {
  record: 'It is put on record and stays where it is.',
  flag: 'It stays where it is, with a label and a comment.',
  move: 'It is moved to the next release that is not frozen, with a comment.',
  back: 'It is put back where it was, with a comment.',
};

/** What becomes of a defect that may not come in. */
export function actionSentence(action: FreezeView['action']): string {
  return `What comes in anyway is caught within a minute. ${actions[action]}`;
}

export const causeWords = { day: 'by its day', ticket: 'by its release ticket', hand: 'by hand' } as const;

/** How many defects somebody tried to bring in, and what became of them. */
export function attemptsSentence({ moved, flagged, recorded, left }: FreezeView['counts']): string {
  const all = moved + flagged + recorded + left;
  if (all === 0) return 'Nobody has tried to bring in what may not come in.';
  const parts = [
    ...(moved === 0 ? [] : [`${moved} moved away`]),
    ...(flagged === 0 ? [] : [`${flagged} flagged`]),
    ...(recorded === 0 ? [] : [`${recorded} only recorded`]),
    ...(left === 0 ? [] : [`${left} taken out again by people`]),
  ];
  return `${all} ${all === 1 ? 'attempt' : 'attempts'} to bring in what may not come in: ${parts.join(', ')}.`;
}

/** How much of what came in may be there. */
export function insideSentence(inside: FreezeView['inside']): string {
  if (inside.length === 0) return 'Nothing has come in since.';
  const count = (admission: string) => inside.filter((one) => one.admission === admission).length;
  const [wrong, excepted] = [count('violation'), count('exception')];
  const parts = [
    wrong === 0
      ? `and ${inside.length === 1 ? 'it may be' : 'all of them may be'}`
      : `${wrong} although ${wrong === 1 ? 'it may' : 'they may'} not`,
    ...(excepted === 0 ? [] : [`${excepted} by an exception`]),
  ];
  return `${inside.length} ${inside.length === 1 ? 'defect has' : 'defects have'} come in since and ${inside.length === 1 ? 'is' : 'are'} still there, ${parts.join(', ')}.`;
}

export const admissionWords = {
  violation: 'may not be in it',
  exception: 'by an exception',
  admitted: 'may come in',
} as const;

const overWords: Readonly<Record<Exclude<FreezeExceptionView['state'], 'requested' | 'approved'>, string>> = {
  refused: 'Refused',
  revoked: 'Revoked',
  expired: 'Over',
  lapsed: 'Lapsed: nobody decided in time',
};

type Clocked = Pick<FreezeExceptionView, 'state' | 'decideBy' | 'until'>;

/** How it stands with an exception, with its clock. @param now in milliseconds */
export function exceptionWords({ state, decideBy, until }: Clocked, now: number): string {
  const left = (at: string) => leftWords(Math.max(0, Date.parse(at) - now));
  if (state === 'requested') return `Waits for a decision; lapses in ${left(decideBy)}`;
  return state === 'approved' ? `May come in for ${left(until ?? '')}` : overWords[state];
}

/** What a frozen release means for a defect: in a sentence of its panel. */
export function placeSentence(
  { place, moved, version, exception }: Pick<DefectFreezesView['releases'][number], 'place' | 'moved' | 'version' | 'exception'>,
  may: string,
): string {
  if (place === 'out' && exception?.state === 'approved')
    return `This defect may come in: set ${version.name} as its fix version while the exception holds.`;
  switch (place) {
    case 'before':
      return 'This defect was in it before, so it stays.';
    case 'admitted':
      return 'This defect may be in it.';
    case 'exception':
      return 'This defect came in by an exception.';
    case 'violation':
      return `This defect came in after the freeze, and it may not: ${may}.`;
    case 'out':
      return moved
        ? `This defect was put into it and moved away: ${may}. Once an exception is approved, set ${version.name} again.`
        : `${may.charAt(0).toUpperCase()}${may.slice(1)}.`;
  }
}
