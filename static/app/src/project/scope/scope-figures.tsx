import { useId, useState, type ReactElement, type ReactNode } from 'react';
import type { ScopeView } from '../../../../../src/contracts/scope';
import { Figures } from '../../chart/figures';
import { SearchLink } from '../../shared/jira-link';
import { budgetWords, counted, sized } from './scope-words';
import '../../chart/chart.css';

/** The numbers behind the sentence, each with its issues, and what they mean. */
export function ScopeFigures({ view }: { view: ScopeView }): ReactElement {
  const [isDefined, setDefined] = useState(false);
  const id = useId();
  const { capacity, planned, done, excess, unit, budget, state, restsOn } = view;
  const open = planned.feature.size + planned.defect.size;
  const room = (capacity?.size ?? 0) - open;
  return (
    <section className="told-section scope-figures" aria-labelledby="figures-heading" data-section="figures">
      <div className="section-head chart-head">
        <h2 id="figures-heading">What fits</h2>
        <button
          type="button"
          className="link-button"
          aria-expanded={isDefined}
          aria-controls={id}
          onClick={() => setDefined(!isDefined)}
        >
          What is this?
        </button>
      </div>
      <div id={id} className="chart-definition" hidden={!isDefined}>
        <Definition view={view} />
      </div>
      <Figures
        items={[
          ...(capacity === null
            ? []
            : [
                {
                  label: 'Can be finished',
                  value: sized(capacity.size, unit),
                  detail: (
                    <>
                      <Opens jql={capacity.finished.jql}>{counted(capacity.finished.count)} finished in 90 days</Opens>
                      {capacity.taken.count > 0 && (
                        <>
                          , less <Opens jql={capacity.taken.jql}>{counted(capacity.taken.count)} due earlier</Opens>
                        </>
                      )}
                    </>
                  ),
                },
              ]),
          {
            label: 'Planned',
            value: sized(open, unit),
            detail: <Both view={planned} />,
          },
          ...(capacity === null
            ? []
            : [
                state === 'exceeds'
                  ? { label: 'Too much', value: sized(excess, unit), detail: 'Would have to leave' }
                  : { label: 'Room', value: sized(Math.max(0, room), unit), detail: 'With what is kept for defects' },
              ]),
          {
            label: 'Done',
            value: sized(done.feature.size + done.defect.size, unit),
            detail: <Both view={done} />,
          },
        ]}
      />
      {budget !== null && <Budget budget={budget} unit={unit} />}
      {restsOn.length > 0 && (
        <ul className="rests-on small subtle">
          {restsOn.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Opens({ jql, children }: { jql: string | null; children: ReactNode }): ReactElement {
  return jql === null ? <>{children}</> : <SearchLink jql={jql}>{children}</SearchLink>;
}

/** Features and defects, each with a way to its issues. */
function Both({ view: { feature, defect } }: { view: ScopeView['planned'] }): ReactElement {
  return (
    <>
      <Opens jql={feature.jql}>{counted(feature.count, 'feature')}</Opens> and{' '}
      <Opens jql={defect.jql}>{counted(defect.count, 'defect')}</Opens>
    </>
  );
}

function Budget({ budget, unit }: { budget: NonNullable<ScopeView['budget']>; unit: ScopeView['unit'] }): ReactElement {
  const { done, planned, left, over, share } = budget;
  const parts = [
    { name: 'done', size: done },
    { name: 'planned', size: planned },
    { name: 'left', size: left },
  ] as const;
  return (
    <div className="defect-budget" data-burnt={over > 0.05}>
      <h3>Defect budget: {share} % of the release</h3>
      <div className="progress-bar" aria-hidden="true">
        {parts
          .filter(({ size }) => size > 0)
          .map(({ name, size }) => (
            <span key={name} className={`part budget-${name}`} style={{ flexGrow: size }} />
          ))}
      </div>
      <p className={over > 0.05 ? 'late' : undefined}>{budgetWords(budget, unit)}</p>
    </div>
  );
}

function Definition({ view }: { view: ScopeView }): ReactElement {
  const { unitBecause, budget } = view;
  return (
    <>
      <p>{unitBecause}</p>
      <p>
        Can be finished: what the project finished in the last 90 days, by working day, times the working days up to the end of
        the release date; less what is open of releases that are due earlier.
      </p>
      <p>
        Defect budget: {budget === null ? 'a share' : `${budget.share} %`} of all that the release can hold, which is what is done
        of it and what can still be finished. Spent are its defects, done and planned. Until it is burnt, features leave room for
        what is kept of it, at most the same share of what can still be finished.
      </p>
      <p>
        What would have to leave is worked out, not estimated: of all sets that make the rest fit, the one that is worth least. A
        defect is worth its score, a feature the step of its priority from 0 to 100. S1, S2 and defects without a severity stay.
      </p>
    </>
  );
}
