import { useEffect, useState, type ReactElement } from 'react';
import type { ScoreView } from '../../../../src/contracts/score';
import { call } from '../bridge/call';
import { useServerNow } from '../shared/server-clock';
import { ScoreBar } from './score-bar';
import { changeWords, termLabels } from './score-words';
import './score.css';

/** How urgent the defect is, and why. It comes after the verdicts, which do not wait for it. */
export function Score({ issueId, revision }: { issueId: string; revision: string }): ReactElement | null {
  const [view, setView] = useState<ScoreView | null>(null);
  useEffect(() => {
    let gone = false;
    void call('score', { issueId }).then((answer) => {
      if (!gone && answer.kind === 'ok') setView(answer.view);
    });
    return () => {
      gone = true;
    };
  }, [issueId, revision]);
  if (view === null) return null;
  return (
    <section className="panel-release" data-panel="score">
      {view.score === null ? <NoScore /> : <Scored score={view.score} />}
    </section>
  );
}

function NoScore(): ReactElement {
  return (
    <>
      <h2>Score</h2>
      <p className="subtle">None yet: open defects are scored within a few minutes, done ones are not.</p>
    </>
  );
}

function Scored({ score }: { score: NonNullable<ScoreView['score']> }): ReactElement {
  const now = useServerNow();
  const [last, ...earlier] = score.changes;
  const missing = score.terms.filter((term) => term.missing).length;
  return (
    <>
      <h2>
        Score {score.score} <span className="subtle score-of">of 100</span>
      </h2>
      <ScoreBar score={score} />
      {last !== undefined && <p data-score="change">{changeWords(last, now)}</p>}
      {!score.open && <p className="subtle small">The defect is done and keeps its last score.</p>}
      <details>
        <summary>
          What it is made of
          {missing > 0 && `; ${missing === 1 ? '1 thing is' : `${missing} things are`} missing`}
        </summary>
        <ul className="score-terms">
          {score.terms.map(({ term, points, weight, missing: isMissing, source }) => (
            <li key={term} data-term={term}>
              <p className="score-term">
                <span className="score-swatch" data-term={term} data-missing={isMissing} aria-hidden="true" />
                <span>{termLabels[term]}</span>
                {isMissing && <span className="score-missing">missing</span>}
                <span className="score-points">
                  {points} of {weight}
                </span>
              </p>
              <p className="subtle small">{source}</p>
            </li>
          ))}
        </ul>
        {earlier.length > 0 && (
          <>
            <h3>Before that</h3>
            <ul className="trail-list small">
              {earlier.map((change) => (
                <li key={`${change.at} ${change.by}`}>{changeWords(change, now)}</li>
              ))}
            </ul>
          </>
        )}
      </details>
    </>
  );
}
