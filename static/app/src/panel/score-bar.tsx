import type { CSSProperties, ReactElement } from 'react';
import type { ScoreView } from '../../../../src/contracts/score';
import { barWords } from './score-words';

/** The terms side by side, as long as what they add; all of the bar is 100. */
export function ScoreBar({ score }: { score: NonNullable<ScoreView['score']> }): ReactElement {
  return (
    <div className="score-bar" role="img" aria-label={barWords(score)}>
      {score.terms
        .filter(({ points }) => points > 0)
        .map(({ term, points, missing }) => {
          const style: CSSProperties = { flexGrow: points };
          return <span key={term} className="score-part" data-term={term} data-missing={missing} style={style} />;
        })}
      {score.score < 100 && <span style={{ flexGrow: 100 - score.score }} />}
    </div>
  );
}
