import type { ReactElement } from 'react';
import type { AnalysisOverview } from '../../../../src/contracts/analysis-page';

/** What this page cannot say and why, and what its figures depend on. */
export function NotKnown({ view: { unknown, notes } }: { view: AnalysisOverview }): ReactElement {
  return (
    <section id="not-known" className="stack stack-tight analysis-part" aria-labelledby="not-known-title" data-part="not-known">
      <h1 id="not-known-title">Not known</h1>
      <dl className="analysis-unknown">
        {unknown.map(({ what, why }) => (
          <div key={what}>
            <dt>{what}</dt>
            <dd>{why}</dd>
          </div>
        ))}
      </dl>
      {notes.length > 0 && (
        <>
          <h2>What the figures depend on</h2>
          <ul className="analysis-notes">
            {notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
