import { useCallback, type ReactElement } from 'react';
import type { TrainForecastView, TrainScoreView } from '../../../../../src/contracts/train-outlook';
import { call } from '../../bridge/call';
import { Loading } from '../../shared/loading';
import { usePage } from '../../shared/page-context';
import { NoAnswer } from '../no-answer';
import { ScoreTerms } from '../readiness/score-terms';
import { useFollowed } from '../use-followed';
import { inHundred } from './train-words';
import '../readiness/score.css';

interface Props {
  readonly projectId: string;
  readonly trainId: string;
  readonly revision: string;
}

/** How ready the train is, and by when nothing blocks it. */
export function TrainOutlook({ projectId, trainId, revision }: Props): ReactElement {
  const { view, problem, reload } = useFollowed(
    useCallback(() => call('trainOutlook', { projectId, trainId }), [projectId, trainId]),
    revision,
  );
  if (view === null)
    return problem === null ? (
      <Loading what="the forecast and the score" heights={[120, 212]} />
    ) : (
      <NoAnswer problem={problem} retry={() => void reload()} />
    );
  return (
    <>
      <Forecast forecast={view.forecast} />
      <Score score={view.score} />
    </>
  );
}

function Forecast({ forecast }: { forecast: TrainForecastView }): ReactElement {
  const { format } = usePage();
  const { sentence, dates, marks, releases, untold, restsOn } = forecast;
  const day = (name: string | null): string => (name === null ? 'later than four months from now' : format.date(name));
  return (
    <section className="stack stack-tight" aria-labelledby="train-forecast-heading" data-section="train-forecast">
      <h2 id="train-forecast-heading">When nothing blocks any of them</h2>
      <p>{sentence}</p>
      {untold > 0 && (
        <p className="subtle">
          {untold} {untold === 1 ? 'release is' : 'releases are'} not in it, because nothing can be told of{' '}
          {untold === 1 ? 'it' : 'them'} here: the train can only be later.
        </p>
      )}
      {dates.length > 0 && (
        <ul className="train-dates">
          {dates.map(({ chance, day: by }) => (
            <li key={chance}>
              <strong>{inHundred(chance)}</strong> {by === null ? '' : 'by '}
              {day(by)}
            </li>
          ))}
        </ul>
      )}
      {marks.length > 0 && (
        <ul className="train-dates">
          {marks.map((mark) => (
            <li key={mark.what}>
              <strong>{inHundred(mark.chance)}</strong> by {day(mark.day)}, the {mark.what === 'freeze' ? 'freeze' : 'release'} of{' '}
              {mark.release}
            </li>
          ))}
        </ul>
      )}
      {releases.length > 1 && (
        <table className="plain-table">
          <caption className="unseen">What each release adds to it</caption>
          <thead>
            <tr>
              <th scope="col">Release</th>
              <th scope="col">Blockers</th>
              <th scope="col">85 in 100 by</th>
              <th scope="col">The last one in</th>
            </tr>
          </thead>
          <tbody>
            {releases.map(({ name, blockers, likely, last }) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td>{blockers}</td>
                <td>{blockers === 0 ? 'nothing blocks it' : day(likely)}</td>
                <td>{inHundred(last)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {restsOn.length > 0 && (
        <details className="fold">
          <summary>What it rests on</summary>
          <ul className="train-reasons">
            {restsOn.map((words) => (
              <li key={words}>{words}</li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

const noDefects = { defectIds: [], total: 0, hidden: 0 };

function Score({ score }: { score: TrainScoreView }): ReactElement {
  const { unknown } = score;
  const terms = score.terms.map((term) => ({ ...term, ...noDefects }));
  return (
    <section className="readiness-score" aria-labelledby="train-score-heading" data-section="train-score">
      <h2 id="train-score-heading">Readiness score</h2>
      <div className="readiness-score-body">
        <div className="readiness-score-sum">
          <p>
            <strong className="readiness-score-number">{score.score}</strong> of 100
          </p>
          <p className="subtle">The mean of its releases, part by part. It decides nothing: the gates do.</p>
          {unknown > 0 && (
            <p className="subtle">
              {unknown} {unknown === 1 ? 'point is' : 'points are'} not given because their evidence is missing.
            </p>
          )}
        </div>
        <ScoreTerms score={{ ...score, terms }} chosen={null} choose={() => undefined} />
      </div>
    </section>
  );
}
