import { useCallback, useEffect, type ReactElement } from 'react';
import type { ReadinessView } from '../../../../../src/contracts/readiness';
import { call } from '../../bridge/call';
import { nameWindow } from '../../bridge/jira-pages';
import { Announcer } from '../../shared/announcer';
import { Loading } from '../../shared/loading';
import { ProblemNotice } from '../../shared/problem-notice';
import { verdictChanges } from '../../shared/shown-verdict';
import { StoreNotice } from '../../shared/store-notice';
import { useLiveView } from '../../shared/use-live-view';
import { useNarrow } from '../../shared/use-narrow';
import { NotKeptFresh } from '../not-kept-fresh';
import { PastGateBanner } from '../past-gate/past-gate-banner';
import type { ReadinessFilters } from '../route';
import { RouteLink } from '../routing';
import { Conditions } from './conditions';
import { ChecklistSection } from './checklist/checklist-section';
import { ControlSection } from './control/control-section';
import { DefectsSection } from './defects-section';
import { DeploymentsSection } from './deployments-section';
import { ForecastLine } from './forecast-line';
import { FreezeSection } from './freeze/freeze-section';
import { NominationsSection } from './nominations-section';
import { ReadinessHeader } from './readiness-header';
import { ReleaseTrack } from './release-track';
import { ScoreSection } from './score-section';
import { ShippingSection } from './shipping-section';
import { StageCard } from './stage-card';
import { TimelineSection } from './timeline-section';
import { TraceabilitySection } from './traceability-section';
import { TrainLine } from '../trains/train-line';
import { TrendSection } from './trend-section';
import { ValidationSection } from './validation-section';
import './readiness.css';

function changes(before: ReadinessView, after: ReadinessView): string[] {
  return verdictChanges(after.version.name, before.stages, after.stages, Date.parse(after.now));
}

interface Props {
  readonly projectId: string;
  readonly versionId: string;
  readonly filters: ReadinessFilters;
}

/** May this release go on, and if not, what is the least that has to happen? */
export function ReadinessScreen({ projectId, versionId, filters }: Props): ReactElement {
  const { view, problem, silentSince, reload } = useLiveView(
    useCallback(() => call('readiness', { projectId, versionId }), [projectId, versionId]),
    projectId,
  );
  const name = view?.version.name;
  useEffect(() => nameWindow(name === undefined ? 'Readiness - Holdpoint' : `${name} - Readiness - Holdpoint`), [name]);

  if (problem !== null) {
    return (
      <div className="stack">
        <h1>Readiness</h1>
        <ProblemNotice problem={problem} retry={() => void reload()}>
          <RouteLink to={{ screen: 'releases' }}>All releases</RouteLink>
        </ProblemNotice>
      </div>
    );
  }
  if (view === null) return <Loading what="the release" heights={[56, 180, 320]} />;
  return (
    <div className="stack">
      <ReadinessHeader view={view} filters={filters} silentSince={silentSince} reload={reload} />
      <Announcer view={view} describe={changes} />
      <StoreNotice store={view.store} projectId={projectId} />
      <PastGateBanner projectId={projectId} versionId={versionId} revision={view.revision} />
      <Report view={view} filters={filters} reload={reload} />
    </div>
  );
}

interface ReportProps {
  readonly view: ReadinessView;
  readonly filters: ReadinessFilters;
  readonly reload: () => Promise<void>;
}

function Report({ view, filters, reload }: ReportProps): ReactElement {
  // On a small screen the verdict with its reasons comes first.
  const narrow = useNarrow();
  return (
    <>
      {!narrow && <ReleaseTrack view={view} />}
      <section className="stage-cards" aria-label="Verdict of each stage">
        {view.stages.map((stage) => (
          <StageCard key={stage.stage.key} view={view} stage={stage} defects={view.defects} />
        ))}
        {view.stages.length === 0 && (
          <p className="subtle">No stage has a gate. An admin adds them in Holdpoint&apos;s settings.</p>
        )}
      </section>
      {narrow && <ReleaseTrack view={view} />}
      <TrainLine view={view} />
      {view.store.kind === 'ready' && !view.version.released && (
        <>
          <ForecastLine view={view} />
          <ScoreSection view={view} />
        </>
      )}
      {view.store.kind === 'ready' && !view.keptFresh && !view.version.released && <NotKeptFresh />}
      {/* Counts of a project that has been read in part would be wrong, not merely old. */}
      {view.store.kind === 'ready' && (
        <>
          <div className="evidence">
            <Conditions view={view} filters={filters} />
            <TrendSection view={view} />
          </div>
          <ChecklistSection view={view} reload={reload} />
          <ControlSection view={view} reload={reload} />
          <FreezeSection view={view} reload={reload} />
          <DefectsSection view={view} filters={filters} />
        </>
      )}
      {view.store.kind === 'ready' && (
        <>
          <NominationsSection view={view} />
          <DeploymentsSection view={view} />
          <ValidationSection view={view} />
          <ShippingSection view={view} />
          <TraceabilitySection projectId={view.project.id} versionId={view.version.id} />
          <TimelineSection view={view} />
        </>
      )}
    </>
  );
}
