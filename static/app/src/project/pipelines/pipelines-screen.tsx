import { useCallback, type ReactElement, type ReactNode } from 'react';
import type { PipelinesView } from '../../../../../src/contracts/pipelines';
import { call } from '../../bridge/call';
import { useLiveView } from '../../shared/use-live-view';
import { NothingTold } from '../deployments/nothing-told';
import { LivePage } from '../live-page';
import { BuildList } from './build-list';
import { CauseList } from './cause-list';
import { FailureList } from './failure-list';
import { IncidentList } from './incident-list';
import { LiveTable } from './live-table';
import { RunList } from './run-list';
import './pipelines.css';

/** What pipelines told of a project: what is live where, tests and what became of their failures, builds, incidents. */
export function PipelinesScreen({ projectId }: { projectId: string }): ReactElement {
  const live = useLiveView(
    useCallback(() => call('pipelines', { projectId }), [projectId]),
    projectId,
  );
  return (
    <LivePage
      title="Pipelines"
      live={live}
      summary={(view) =>
        view === null ? (
          <p className="subtle">What your pipelines told of builds, deployments and tests.</p>
        ) : (
          view.told && <p className="summary">{view.sentence}</p>
        )
      }
      loading={{ what: 'what pipelines told', heights: [160, 120, 200] }}
    >
      {(view) => (
        <>
          {view.told ? <Report view={view} /> : <NothingTold what="builds, deployments or tests" />}
          <CauseList projectId={projectId} revision={view.revision} />
        </>
      )}
    </LivePage>
  );
}

function Report({ view }: { view: PipelinesView }): ReactElement {
  return (
    <>
      <Part id="live" title="What is live where" empty={view.live.length === 0 && 'No deployment was told yet.'}>
        <LiveTable view={view} />
      </Part>
      <Part id="runs" title="Last test runs" empty={view.runs.length === 0 && 'No run of tests was told yet.'}>
        <RunList runs={view.runs} />
      </Part>
      <Part
        id="failures"
        title="Failures and what became of them"
        empty={view.failures.length + view.hiddenFailures === 0 && 'No test has failed in the runs that were told.'}
      >
        {view.failures.length > 0 && <FailureList failures={view.failures} />}
        <Unseen count={view.hiddenFailures} what="the defects" />
      </Part>
      <Part
        id="incidents"
        title="Incidents"
        empty={view.incidents.length + view.hiddenIncidents === 0 && 'No incident was told.'}
      >
        {view.incidents.length > 0 && <IncidentList incidents={view.incidents} releases={view.releases} />}
        <Unseen count={view.hiddenIncidents} what="the issues" />
      </Part>
      <Part id="builds" title="Builds" empty={view.builds.length === 0 && 'No build was told yet.'}>
        <BuildList builds={view.builds} releases={view.releases} />
      </Part>
    </>
  );
}

/** A part of the page under its title. @param empty a sentence where there is nothing to show */
function Part(props: { id: string; title: string; empty: string | false; children: ReactNode }): ReactElement {
  const { id, title, empty, children } = props;
  return (
    <section className="told-section" aria-labelledby={`${id}-heading`} data-section={id}>
      <h2 id={`${id}-heading`}>{title}</h2>
      {empty === false ? children : <p className="subtle nothing">{empty}</p>}
    </section>
  );
}

/** @param what Jira hides from the viewer: "the defects" */
function Unseen({ count, what }: { count: number; what: string }): ReactElement | null {
  if (count === 0) return null;
  return (
    <p className="subtle">
      {count === 1 ? 'There is 1' : `There are ${count.toLocaleString('en')}`} more that you may not see: Jira hides {what} from
      you.
    </p>
  );
}
