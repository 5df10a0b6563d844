import type { ReactElement } from 'react';
import type { ReadinessScoreView, ScoreTerm } from '../../../../../src/contracts/readiness-score';
import { useNarrow } from '../../shared/use-narrow';

interface Choosing {
  readonly chosen: ScoreTerm['name'] | null;
  readonly choose: (name: ScoreTerm['name'] | null) => void;
}

/** The parts of the score, each with what it rests on; they add up to the last row. */
export function ScoreTerms({ score, ...choosing }: Choosing & { readonly score: ReadinessScoreView }): ReactElement {
  const narrow = useNarrow();
  return (
    <table className="plain-table score-terms">
      <caption className="unseen">Parts of the readiness score</caption>
      <thead>
        <tr>
          <th scope="col">Part</th>
          {!narrow && <th scope="col">What it rests on</th>}
          <th scope="col" className="score-points">
            Points
          </th>
        </tr>
      </thead>
      {score.terms.map((term) => (
        <tbody key={term.name} data-term={term.name}>
          <tr>
            <th scope="row">{term.title}</th>
            {!narrow && (
              <td>
                <RestsOn term={term} {...choosing} />
              </td>
            )}
            <td className="score-points">
              {!narrow && <Bar term={term} />}
              <strong>{term.points}</strong> of {term.weight}
            </td>
          </tr>
          {narrow && (
            <tr className="score-rests">
              <td colSpan={2}>
                <RestsOn term={term} {...choosing} />
              </td>
            </tr>
          )}
        </tbody>
      ))}
      <tfoot>
        <tr>
          <th scope="row">Sum</th>
          {!narrow && <td />}
          <td className="score-points">
            <strong>{score.score}</strong> of 100
          </td>
        </tr>
      </tfoot>
    </table>
  );
}

function RestsOn({ term, chosen, choose }: Choosing & { readonly term: ScoreTerm }): ReactElement {
  const { name, title, known, sentence, total, hidden } = term;
  const isChosen = chosen === name;
  return (
    <>
      {!known && <strong>Unknown. </strong>}
      {sentence}
      {total > 0 && (
        <>
          {' '}
          <button
            type="button"
            className="link-button"
            aria-expanded={isChosen}
            aria-label={`${isChosen ? 'Hide' : 'Show'} ${total} ${total === 1 ? 'defect' : 'defects'}: ${title}`}
            onClick={() => choose(isChosen ? null : name)}
          >
            {isChosen ? 'Hide' : 'Show'} {total.toLocaleString('en')}
          </button>
        </>
      )}
      {hidden > 0 && (
        <span className="subtle">
          {total > 0 ? ' and ' : ' '}
          {hidden.toLocaleString('en')} you may not see
        </span>
      )}
    </>
  );
}

/** As long as the part is heavy, filled as far as it gives points. */
function Bar({ term: { points, weight, known } }: { term: ScoreTerm }): ReactElement {
  return (
    <span className={known ? 'part-bar' : 'part-bar part-bar-unknown'} style={{ width: `${weight * 2}px` }} aria-hidden="true">
      <span style={{ width: `${(100 * points) / weight}%` }} />
    </span>
  );
}
