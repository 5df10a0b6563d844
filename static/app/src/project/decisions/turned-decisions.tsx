import EmptyState from '@atlaskit/empty-state';
import { useCallback, type ReactElement } from 'react';
import type { TurnedView } from '../../../../../src/contracts/hindsight';
import { call } from '../../bridge/call';
import { Loading } from '../../shared/loading';
import { usePage } from '../../shared/page-context';
import { ProblemNotice } from '../../shared/problem-notice';
import { allDecisions, noFilters } from '../route';
import { RouteLink } from '../routing';
import { useFollowed } from '../use-followed';
import { ThenAndNowView } from './then-and-now';

/** Verdicts that would have been the other way, had been known then what is known now. */
export function TurnedDecisions({ projectId }: { projectId: string }): ReactElement {
  const ask = useCallback(() => call('turned', { projectId }), [projectId]);
  const { view, problem, reload } = useFollowed(ask, '');
  if (problem !== null) return <ProblemNotice problem={problem} retry={() => void reload()} />;
  if (view === null) return <Loading what="the decisions in hindsight" heights={[64, 160, 160]} />;
  return (
    <section className="stack" aria-labelledby="turned-heading">
      <div className="stack stack-tight">
        <h2 id="turned-heading">Turned by hindsight</h2>
        <p role="status">{summaryOf(view)}</p>
        <p className="subtle">
          A verdict is judged again by the gates of its day, on what is known now of that moment: defects that were there and not
          known, severities that were changed since, what users met after the release, what pipelines told late.
        </p>
      </div>
      {view.decisions.length === 0 ? <Nothing view={view} /> : <Rows view={view} />}
    </section>
  );
}

function summaryOf({ days, judged, notKept, more, decisions }: TurnedView): string {
  const count = decisions.length;
  const all = judged === 1 ? 'one verdict' : `${judged} verdicts`;
  const left = [
    ...(notKept === 0 ? [] : [`${notKept} older ${notKept === 1 ? 'one' : 'ones'} cannot be judged again`]),
    ...(more ? [`only the newest ${judged + notKept} were looked at`] : []),
  ];
  const rest = left.length === 0 ? '' : `; ${left.join(', and ')}`;
  return `${count === 0 ? 'None' : count} of ${all} of the last ${days} days would have been the other way${rest}.`;
}

function Nothing({ view }: { view: TurnedView }): ReactElement {
  return view.judged === 0 ? (
    <EmptyState
      header="No verdict to judge again yet"
      headingLevel={3}
      description={<p>Each verdict that Holdpoint enters from now on keeps what it takes.</p>}
    />
  ) : (
    <p className="subtle nothing">What was decided still stands, with all that is known now.</p>
  );
}

function Rows({ view }: { view: TurnedView }): ReactElement {
  const { format } = usePage();
  return (
    <ol className="turned-list">
      {view.decisions.map((decision) => (
        <li key={decision.seq} data-seq={decision.seq} className="turned">
          <p className="decision-head">
            <RouteLink to={{ screen: 'readiness', versionId: decision.version.id, filters: noFilters }}>
              {decision.version.name}
            </RouteLink>
            <span>{decision.stage}</span>
            <time className="subtle small" dateTime={decision.at}>
              {format.moment(decision.at)}
            </time>
            <RouteLink to={{ screen: 'decisions', filters: { ...allDecisions, entry: String(decision.seq) } }}>
              Entry {decision.seq}
            </RouteLink>
          </p>
          <ThenAndNowView decision={decision} />
        </li>
      ))}
    </ol>
  );
}
