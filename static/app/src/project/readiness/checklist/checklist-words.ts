import type { CheckSaidView, CheckView } from '../../../../../../src/contracts/gate-checks';
import type { ConditionView } from '../../../../../../src/contracts/readiness';

/** How an item of the checklist stands. */
export type ItemState = 'done' | 'open' | 'warned' | 'unknown';

type StateWords = Readonly<Record<ItemState, string>>;

/** The same in words, of what is worked out and of what people confirm. */
export const computedWords: StateWords = {
  ...{ done: 'In order', open: 'Not in order', warned: 'Not in order, warns only', unknown: 'Not known' },
};
export const confirmedWords: StateWords = {
  ...{ done: 'Confirmed', open: 'Not confirmed', warned: 'Not confirmed, warns only', unknown: 'Not known' },
};

const computedTitles: Readonly<Record<string, string>> = {
  'rollback-readiness:target': 'What would be put back',
  'rollback-readiness:returning': 'Defects that would come back',
  'rollback-readiness:migrations': 'Migrations',
  'rollback-readiness:dependants': 'Services that are new',
};

/** What a computed item is called; one of a newer Holdpoint has the title of its condition. */
export function itemTitle({ id, title }: Pick<ConditionView, 'id' | 'title'>): string {
  return computedTitles[id] ?? title;
}

export function itemState({ state, breach }: Pick<ConditionView, 'state' | 'breach'>): ItemState {
  if (state === 'met') return 'done';
  if (state === 'unknown') return 'unknown';
  return breach === 'warns' ? 'warned' : 'open';
}

export function checkState({ standing, breach }: Pick<CheckView, 'standing' | 'breach'>): ItemState {
  if (standing === 'confirmed') return 'done';
  return breach === 'warns' ? 'warned' : 'open';
}

/** Where a check stands, in a sentence. */
export function standingWords({ standing, role, evidence, said, builds }: CheckView): string {
  const last = said.findLast((one) => one.act === 'confirmed');
  const how = evidence === 'link' ? 'a link to' : 'a few words on';
  const anew = `Somebody in the role ${role} confirms it anew, with ${how} what shows it.`;
  switch (standing) {
    case 'confirmed':
      return last === undefined || last.builds.length === 0 ? '' : `It counts for ${buildWords(last.builds)}.`;
    case 'unconfirmed':
      return `Somebody in the role ${role} confirms it, with ${how} what shows it.`;
    case 'withdrawn':
      return `The confirmation was taken back. ${anew}`;
    case 'over':
      return `The time for which the confirmation was good is over. ${anew}`;
    case 'other-builds':
      return `It was confirmed ${last === undefined || last.builds.length === 0 ? 'before a build was told' : `for ${buildWords(last.builds)}`}, and ${buildWords(builds)} ${builds.length === 1 ? 'is' : 'are'} judged now. ${anew}`;
    case 'other-role':
      return `It was confirmed by the role ${last?.role ?? ''}, and the gate asks another one now. ${anew}`;
    case 'other-evidence':
      return `It was confirmed with words, and the gate asks for a link now. ${anew}`;
  }
}

export function buildWords(builds: readonly string[]): string {
  return `${builds.length === 1 ? 'build' : 'builds'} ${builds.join(', ')}`;
}

/** What a confirmation is about: "4.2.0 into Production, build 411". */
export function aboutWords({ stage, builds }: Pick<CheckView, 'stage' | 'builds'>, version: string): string {
  return `${version} into ${stage.name}${builds.length === 0 ? '' : `, ${buildWords(builds)}`}`;
}

/** What was said before the last word, the newest first. */
export function earlierOf({ said }: Pick<CheckView, 'said'>): CheckSaidView[] {
  return said.slice(0, -1).reverse();
}

/** "2 of 5 in order": of what a stage asks for. */
export function countWords(states: readonly ItemState[]): string {
  const done = states.filter((state) => state === 'done').length;
  if (done < states.length) return `${done} of ${states.length} in order`;
  return done === 1 ? 'In order' : `All ${done} are in order`;
}
