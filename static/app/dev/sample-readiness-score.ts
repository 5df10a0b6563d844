import type { ReadinessScoreView } from '../../../src/contracts/readiness-score';
import type { Scenario } from './sample-project';

/** A part of *Readiness*: `project.html?at=/readiness/10002`; `&defects=0` without open defects. */
export function sampleReadinessScore({ defects }: Scenario): ReadinessScoreView {
  const late = Math.floor(defects / 3);
  const ids = Array.from({ length: Math.min(late, 500) }, (_, n) => String(n + 1));
  const hidden = defects > 20 ? 2 : 0;
  const term = { known: true, defectIds: ids, total: late, hidden: 0 };
  const nothing = { known: true, defectIds: [], total: 0, hidden: 0 };
  return {
    score: defects === 0 ? 90 : 50,
    unknown: 10,
    terms: [
      {
        ...(defects === 0 ? nothing : { ...term, hidden }),
        ...{ name: 'gates', title: 'Conditions of the gates', points: defects === 0 ? 40 : 23, weight: 40 },
        sentence: defects === 0 ? '12 of 12 conditions of the gates are met.' : '7 of 12 conditions of the gates are met.',
      },
      {
        ...(defects === 0 ? nothing : term),
        ...{ name: 'targets', title: 'Resolution targets', points: defects === 0 ? 20 : 12, weight: 20 },
        sentence:
          defects === 0
            ? 'Nothing is open, so nothing is late.'
            : `${late} of ${defects} open defects are past the resolution target of their severity.`,
      },
      {
        ...nothing,
        ...{ name: 'forecast', title: 'Chance by the release date', points: defects === 0 ? 20 : 7, weight: 20 },
        sentence: '37 in 100 that all 5 blockers are closed by the release on 12 November.',
      },
      {
        ...nothing,
        ...{ name: 'aging', title: 'Aging', points: defects === 0 ? 10 : 8, weight: 10 },
        sentence: 'None of 40 open defects are older than 85 of 100 closed ones of the same severity became.',
      },
      {
        ...{ ...nothing, known: false },
        ...{ name: 'validated', title: 'Validated where deployed', points: 0, weight: 10 },
        sentence: 'No pipeline told of a stage in which the release is deployed.',
      },
    ],
  };
}
