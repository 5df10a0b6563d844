import { useCallback, useId, useState, type ReactElement } from 'react';
import type { ReadinessView } from '../../../../../src/contracts/readiness';
import type { ReadinessScoreView, ScoreTerm } from '../../../../../src/contracts/readiness-score';
import { call } from '../../bridge/call';
import { DrillDown } from '../../chart/drill-down';
import { Loading } from '../../shared/loading';
import { useServerNow } from '../../shared/server-clock';
import { NoAnswer } from '../no-answer';
import { useFollowed } from '../use-followed';
import { ScoreTerms } from './score-terms';
import { gatesDecide } from './score-words';
import './score.css';

/** How ready the release is, in parts that add up; beside the verdict, never instead of it. */
export function ScoreSection({ view }: { view: ReadinessView }): ReactElement {
  const { project, version, revision } = view;
  const read = useCallback(
    () => call('readinessScore', { projectId: project.id, versionId: version.id }),
    [project.id, version.id],
  );
  const { view: score, problem, reload } = useFollowed(read, revision);
  const [isDefined, setDefined] = useState(false);
  const definition = useId();
  return (
    <section className="readiness-score" aria-labelledby="score-heading" data-section="readiness-score">
      <div className="section-head chart-head">
        <h2 id="score-heading">Readiness score</h2>
        <button
          type="button"
          className="link-button"
          aria-expanded={isDefined}
          aria-controls={definition}
          onClick={() => setDefined(!isDefined)}
        >
          What is this?
        </button>
      </div>
      <div id={definition} className="chart-definition" hidden={!isDefined}>
        <Definition />
      </div>
      {score !== null ? (
        <Shown view={view} score={score} />
      ) : problem === null ? (
        <Loading what="the readiness score" heights={[212]} />
      ) : (
        <NoAnswer problem={problem} retry={() => void reload()} />
      )}
    </section>
  );
}

function Shown({ view, score }: { view: ReadinessView; score: ReadinessScoreView }): ReactElement {
  const [chosen, setChosen] = useState<ScoreTerm['name'] | null>(null);
  const term = score.terms.find(({ name }) => name === chosen);
  const now = useServerNow();
  return (
    <>
      <div className="readiness-score-body">
        <div className="readiness-score-sum">
          <p>
            <strong className="readiness-score-number">{score.score}</strong> of 100
          </p>
          <p className="subtle">{gatesDecide(view.stages, now)}</p>
          {score.unknown > 0 && (
            <p className="subtle">
              {score.unknown} {score.unknown === 1 ? 'point is' : 'points are'} not given because their evidence is missing.
            </p>
          )}
        </div>
        <ScoreTerms score={score} chosen={chosen} choose={setChosen} />
      </div>
      {term !== undefined && term.total > 0 && (
        <DrillDown
          key={term.name}
          projectId={view.project.id}
          title={term.title}
          ids={term.defectIds}
          total={term.total}
          jql={null}
          onClose={() => setChosen(null)}
        />
      )}
    </>
  );
}

function Definition(): ReactElement {
  return (
    <>
      <p>
        How much of what the release still needs is there. Each part gives its weight times the share of what is as it should be;
        the parts add up to the number. It is rounded down, so that 100 means that nothing is missing.
      </p>
      <p>
        A part whose evidence is missing gives nothing: knowing less is never worth more. What Jira hides from you gives nothing
        in parts that look at single defects, so somebody who may see more can have a higher number.
      </p>
      <p>It decides nothing. Whether the release may go on is for its gates to say.</p>
    </>
  );
}
