import { disagreement, middle } from './rating';
import type { Rating, Vote } from './rating';
import type { ItemState, SessionItem } from './session';

/** What a person may know of the ratings of a defect. */
export interface BlindView {
  /** How many have rated it. */
  readonly votes: number;
  /** What the person said; null where nothing. */
  readonly mine: Rating | null;
  /** Everybody's; null until they are shown. */
  readonly revealed: {
    readonly votes: readonly Vote[];
    readonly risk: number | null;
    readonly impact: number | null;
    readonly disagreement: { readonly risk: boolean; readonly impact: boolean };
  } | null;
}

/** Nobody can be swayed by what nobody is shown: before the ratings are shown, the others' are not part of the view at all. */
export function blindView(item: Pick<SessionItem, 'defectId' | 'state'>, votes: readonly Vote[], person: string): BlindView {
  const cast = votes.filter(({ defectId }) => defectId === item.defectId);
  const own = cast.find((vote) => vote.person === person);
  return {
    votes: cast.length,
    mine: own === undefined ? null : { risk: own.risk, impact: own.impact },
    revealed: isShown(item.state) ? shown(cast) : null,
  };
}

function isShown(state: ItemState): boolean {
  return state === 'revealed' || state === 'decided';
}

function shown(cast: readonly Vote[]): NonNullable<BlindView['revealed']> {
  const votes = [...cast].sort((a, b) => (a.person < b.person ? -1 : 1));
  return {
    votes,
    risk: middle(votes.map(({ risk }) => risk)),
    impact: middle(votes.map(({ impact }) => impact)),
    disagreement: disagreement(votes),
  };
}
