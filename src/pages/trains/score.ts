import { readinessScore, readinessTerms, readinessWeights } from '../../analytics';
import type { ReadinessTerm, Share } from '../../analytics';
import type { TrainScoreView } from '../../contracts/train-outlook';
import { scoreTitles } from '../readiness/score-view';
import { counted, opened } from '../forecast/words';

/** The share of each part that one release has; null where its evidence is missing. */
export interface MemberShares {
  readonly name: string;
  readonly shares: Readonly<Record<ReadinessTerm, Share | null>>;
}

export interface TrainScoreFacts {
  /** Releases still to come that the viewer may see. */
  readonly members: readonly MemberShares[];
  /** Others of which nothing is told: the viewer may not see them, or nobody can judge them yet. */
  readonly untold: number;
  /** The chance that all blockers of all of them are closed by the earliest release date, in words; null share where there is none. */
  readonly forecast: { readonly share: Share | null; readonly sentence: string };
}

/**
 * How ready a train is: of each part the mean of what its releases have of it, each release counting alike, and one of which nothing is
 * known giving nothing. The chance is that of all of them together.
 */
export function trainScore({ members, untold, forecast }: TrainScoreFacts): TrainScoreView {
  const all = members.length + untold;
  const meanOf = (name: ReadinessTerm): Share | null => {
    if (name === 'forecast') return forecast.share;
    const known = members.flatMap(({ shares }) => shares[name] ?? []);
    return known.length === 0 ? null : { good: known.reduce((sum, share) => sum + part(share), 0), all };
  };
  const { gates, targets, aging, validated } = {
    ...{ gates: meanOf('gates'), targets: meanOf('targets'), aging: meanOf('aging'), validated: meanOf('validated') },
  };
  const shares = { gates, targets, forecast: forecast.share, aging, validated };
  const { score, points } = readinessScore(shares);
  const missing = (name: ReadinessTerm): number => {
    if (name === 'forecast') return forecast.share === null ? 1 : 0;
    return all === 0 ? 1 : (untold + members.filter((member) => member.shares[name] === null).length) / all;
  };
  return {
    score,
    unknown: Math.round(readinessTerms.reduce((sum, name) => sum + readinessWeights[name] * missing(name), 0)),
    terms: readinessTerms.map((name) => ({
      ...{ name, title: name === 'forecast' ? 'Chance by the earliest release date' : scoreTitles[name] },
      ...{ points: points[name], weight: readinessWeights[name], known: shares[name] !== null },
      sentence: name === 'forecast' ? forecast.sentence : meanWords(name, members, untold),
    })),
  };
}

function part({ good, all }: Share): number {
  return all <= 0 ? 1 : Math.min(1, Math.max(0, good / all));
}

const mostNamed = 4;

/** "SHOP 4.2.0 has 58 %, PAY 1.0 is not known; 1 release that you may not see gives nothing." */
function meanWords(name: ReadinessTerm, members: readonly MemberShares[], untold: number): string {
  const lowest = [...members].sort((a, b) => partOf(a, name) - partOf(b, name));
  const said = lowest.slice(0, mostNamed).map((member) => {
    const share = member.shares[name];
    return share === null ? `${member.name} is not known` : `${member.name} has ${Math.floor(part(share) * 100 + 1e-9)} %`;
  });
  const more = members.length - said.length;
  const rest =
    untold === 0 ? '' : `; ${counted(untold, 'release')} of which nothing can be told ${untold === 1 ? 'gives' : 'give'} nothing`;
  const words = [...said, ...(more > 0 ? [`${more} more have no less`] : [])].join(', ');
  return `${opened(words === '' ? 'no release is still to come' : words)}${rest}.`;
}

function partOf({ shares }: MemberShares, name: ReadinessTerm): number {
  const share = shares[name];
  return share === null ? -1 : part(share);
}
