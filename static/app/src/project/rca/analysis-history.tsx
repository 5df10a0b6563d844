import type { ReactElement } from 'react';
import type { AnalysisView } from '../../../../../src/contracts/analyses';
import { RelativeTime } from '../../shared/moment';

const words = { submitted: 'Submitted', approved: 'Approved', returned: 'Returned' } as const;

/** What happened to the analysis, with what was known of the escapes each time. */
export function AnalysisHistory({ view, names }: { view: AnalysisView; names: ReadonlyMap<string, string> }): ReactElement {
  return (
    <section className="stack stack-tight" aria-labelledby="rca-history">
      <h2 id="rca-history">What happened</h2>
      <ul className="stack stack-tight">
        {view.events.map(({ act, at, who, because, known }) => (
          <li key={`${act} ${at}`}>
            <p>
              {words[act]} by {who === null ? 'a person whose data was erased' : (names.get(who) ?? 'somebody')}{' '}
              <RelativeTime at={at} />
              {because === null ? '.' : `: ${because}`}
            </p>
            {known !== null && (
              <p className="subtle small">
                Known then: {known.escaped} of {known.found} defects had escaped.
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
