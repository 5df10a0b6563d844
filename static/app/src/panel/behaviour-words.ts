import type { BehaviourCellView, BehaviourState } from '../../../../src/contracts/behaviours';

/** What a person chooses from, in the order in which it is asked. */
export const behaviourChoices: readonly { readonly state: BehaviourState; readonly label: string }[] = [
  { state: 'reproduced', label: 'Reproduced' },
  { state: 'not-reproduced', label: 'Not reproduced' },
  { state: 'fixed', label: 'Fixed' },
  { state: 'worked-around', label: 'Worked around' },
  { state: 'unknown', label: 'Unknown' },
];

export function behaviourName(state: BehaviourState): string {
  return behaviourChoices.find((choice) => choice.state === state)?.label ?? 'Unknown';
}

/** Why the cell says so, without the name and the age of a person's word. */
export function becauseWords({ source, because, build, stale }: BehaviourCellView): string {
  if (source === 'nothing') return 'Nobody has told.';
  if (source !== 'person') return because;
  return [build === null ? null : `On build ${build}.`, stale].filter((part) => part !== null).join(' ');
}

/** A person's word that no longer counts, e.g. `fixed on build 41`. */
export function outdatedWords({ state, build }: NonNullable<BehaviourCellView['said']>): string {
  return `${behaviourName(state).toLowerCase()}${build === null ? '' : ` on build ${build}`}`;
}
