import type { ReactElement } from 'react';
import type { AnalysisContentView } from '../../../../../src/contracts/analyses';
import { usePage } from '../../shared/page-context';

interface Props {
  readonly content: AnalysisContentView;
  readonly names: ReadonlyMap<string, string>;
}

/** The analysis as it stands, for who reads it. */
export function AnalysisContent({ content: { causes, actions }, names }: Props): ReactElement {
  const { format } = usePage();
  return (
    <>
      <section className="stack stack-tight" aria-labelledby="rca-causes">
        <h2 id="rca-causes">Causes</h2>
        {causes.length === 0 && <p className="subtle">None is named yet.</p>}
        {causes.map(({ levels }, at) => (
          <ol key={at} className="rca-levels rca-read" aria-label={`Cause ${at + 1}`}>
            {levels.map(({ because, evidence }, level) => (
              <li key={level}>
                <p>
                  {level === 0 ? 'The defects escaped because: ' : 'Which is so because: '}
                  <strong>{because}</strong>
                </p>
                <p className="subtle small">Shown by: {evidence}</p>
              </li>
            ))}
          </ol>
        ))}
      </section>
      <section className="stack stack-tight" aria-labelledby="rca-actions">
        <h2 id="rca-actions">Actions</h2>
        {actions.length === 0 && <p className="subtle">None is named yet.</p>}
        <ol className="stack stack-tight">
          {actions.map(({ what, owner, due, check, checkOn }, at) => (
            <li key={at} className="rca-group">
              <p>
                <strong>{what}</strong>
              </p>
              <p>
                {names.get(owner) ?? 'Somebody whom Jira does not show'}, by {due === '' ? 'no day yet' : format.date(due)}
              </p>
              <p className="subtle">
                Whether it helped shows by: {check}
                {checkOn !== '' && <>, on {format.date(checkOn)}</>}
              </p>
            </li>
          ))}
        </ol>
      </section>
    </>
  );
}
