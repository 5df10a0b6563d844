import type { Need, NeededField } from './map';

const fieldWords: Readonly<Record<NeededField, string>> = {
  severity: 'its defect severity',
  tier: 'its customer tier',
  'users-affected': 'how many users are affected',
  workaround: 'whether there is a workaround',
  'detected-in': 'the stage in which it was detected',
  assignee: 'an assignee',
  component: 'a component',
  'fix-version': 'its fix version',
  'affected-version': 'the affected version',
};

/** What is known of one need: null where it is met; otherwise why it is not, or why nobody knows, which is the same: it refuses. */
export type NeedState = string | null;

/** What a person reads whose transition is refused; null where everything is met. @param states in the order of the needs */
export function refusalOf(needs: readonly Need[], states: readonly NeedState[]): string | null {
  const lacking = needs.flatMap((_, n) => {
    const state = n < states.length ? states[n] : 'Holdpoint did not look whether this is met.';
    return state ?? [];
  });
  const [first, ...more] = lacking;
  if (first === undefined) return null;
  const others = more.length === 0 ? '' : ` ${more.slice(0, 2).join(' ')}${more.length > 2 ? ' And there is more.' : ''}`;
  return `${first}${others}`;
}

/** A field that a change of status asks for. */
export function fieldState(field: NeededField, isSet: boolean): NeedState {
  return isSet ? null : `Before this change of status, set ${fieldWords[field]}.`;
}

interface Place {
  readonly stageName: string;
}

/**
 * Whether the fix is in a stage. What commits show of the fix itself counts before what is known of its release.
 * @param fix how far commits say it has come there; null where they say nothing
 * @param releases names of its fix versions, and whether each stands there
 */
export function deployedState(
  { stageName }: Place,
  fix: 'live' | 'partly' | 'gone' | null,
  releases: readonly { readonly name: string; readonly stands: boolean }[],
): NeedState {
  const here = stageName.toLowerCase();
  if (fix === 'live') return null;
  if (fix === 'partly') return `Its fix is deployed to a part of ${here} only.`;
  if (fix === 'gone') return `Its fix was deployed to ${here}, and is not there any more.`;
  if (releases.length === 0) return `It has no fix version, so nobody knows whether its fix is in ${here}.`;
  const missing = releases.find(({ stands }) => !stands);
  return missing === undefined ? null : `${missing.name}, which has its fix, does not stand in ${here}.`;
}

export function verifiedState({ stageName }: Place, isVerified: boolean): NeedState {
  return isVerified ? null : `Nothing has shown yet that its fix holds in ${stageName.toLowerCase()}.`;
}
