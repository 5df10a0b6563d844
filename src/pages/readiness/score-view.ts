import { readinessScore, readinessTerms, readinessWeights } from '../../analytics';
import type { ReadinessTerm } from '../../analytics';
import { mostScoreDefects } from '../../contracts/readiness-score';
import type { ReadinessScoreView } from '../../contracts/readiness-score';
import type { StoredDefect } from '../../defects/shell';
import { maySee } from '../access';
import type { Access } from '../access';
import type { TermFacts } from './score-terms';

export const scoreTitles: Readonly<Record<ReadinessTerm, string>> = {
  gates: 'Conditions of the gates',
  targets: 'Resolution targets',
  forecast: 'Chance by the release date',
  aging: 'Aging',
  validated: 'Validated where deployed',
};

/** The score with its parts. @param defects all of the release, by which what the viewer may see is told apart */
export function readinessScoreView(
  facts: Readonly<Record<ReadinessTerm, TermFacts>>,
  defects: readonly StoredDefect[],
  access: Access,
): ReadinessScoreView {
  const { score, points, unknown } = readinessScore({
    gates: facts.gates.share,
    targets: facts.targets.share,
    forecast: facts.forecast.share,
    aging: facts.aging.share,
    validated: facts.validated.share,
  });
  const levels = new Map(defects.map(({ id, securityLevel }) => [id, securityLevel]));
  return {
    score,
    unknown,
    terms: readinessTerms.map((name) => {
      const { share, sentence, costly } = facts[name];
      const known = costly.filter((id) => levels.has(id));
      const seen = known.filter((id) => maySee(access, levels.get(id) ?? null));
      return {
        ...{ name, title: scoreTitles[name], points: points[name], weight: readinessWeights[name], known: share !== null },
        ...{
          sentence,
          defectIds: seen.slice(0, mostScoreDefects),
          total: seen.length,
          hidden: known.length - seen.length,
        },
      };
    }),
  };
}
