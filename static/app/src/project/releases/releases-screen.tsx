import { useCallback, useEffect, type ReactElement } from 'react';
import type { ReleasesView } from '../../../../../src/contracts/releases';
import { call } from '../../bridge/call';
import { nameWindow } from '../../bridge/jira-pages';
import { Announcer } from '../../shared/announcer';
import { DataAge } from '../../shared/data-age';
import { Loading } from '../../shared/loading';
import { ProblemNotice } from '../../shared/problem-notice';
import { ReadJiraButton } from '../../shared/read-jira-button';
import { useServerNow } from '../../shared/server-clock';
import { shownVerdict, verdictChanges } from '../../shared/shown-verdict';
import { StoreNotice } from '../../shared/store-notice';
import { useLiveView, type Live } from '../../shared/use-live-view';
import { NotKeptFresh } from '../not-kept-fresh';
import { PastGateList } from '../past-gate/past-gate-list';
import { LookBackSection } from './look-back-section';
import { nearestFirst } from './nearest-first';
import { NoReleases } from './no-releases';
import { TrainsSection } from '../trains/trains-section';
import { ReleaseItem } from './release-item';

function changes(before: ReleasesView, after: ReleasesView): string[] {
  return after.releases.flatMap(({ version, stages }) => {
    const earlier = before.releases.find((release) => release.version.id === version.id);
    return earlier === undefined ? [] : verdictChanges(version.name, earlier.stages, stages, Date.parse(after.now));
  });
}

/** Every unreleased version of a project with its verdict per stage. */
export function ReleasesScreen({ projectId }: { projectId: string }): ReactElement {
  const live = useLiveView(
    useCallback(() => call('releases', { projectId }), [projectId]),
    projectId,
  );
  useEffect(() => nameWindow('Releases - Holdpoint'), []);
  return (
    <div className="stack">
      <header className="page-head">
        <div>
          <h1>Releases</h1>
          <p className="subtle">What stands between each release and its next stage.</p>
        </div>
        {live.view !== null && (
          <div className="page-head-side">
            <DataAge store={live.view.store} silentSince={live.silentSince} />
            {live.view.store.kind === 'ready' && <ReadJiraButton projectId={projectId} then={live.reload} />}
          </div>
        )}
      </header>
      <Body live={live} projectId={projectId} />
    </div>
  );
}

function Body({ live: { view, problem, reload }, projectId }: { live: Live<ReleasesView>; projectId: string }): ReactElement {
  if (problem !== null) return <ProblemNotice problem={problem} retry={() => void reload()} />;
  if (view === null) return <Loading what="the releases" heights={[120, 120, 120]} />;
  const releases = nearestFirst(view.releases);
  return (
    <div className="stack">
      <Announcer view={view} describe={changes} />
      <StoreNotice store={view.store} projectId={projectId} />
      <PastGateList projectId={projectId} revision={view.revision} />
      {view.store.kind === 'ready' && !view.keptFresh && releases.length > 0 && <NotKeptFresh />}
      {releases.length === 0 ? <NoReleases projectName={view.project.name} /> : <Summary view={view} />}
      <ol className="releases">
        {releases.map((release) => (
          <ReleaseItem key={release.version.id} release={release} counted={view.store.kind === 'ready'} />
        ))}
      </ol>
      <TrainsSection projectId={projectId} revision={view.revision} />
      <LookBackSection view={view} />
    </div>
  );
}

function Summary({ view }: { view: ReleasesView }): ReactElement {
  const now = useServerNow();
  const tones = view.releases.map(({ stages }) => stages.map((stage) => shownVerdict(stage, now).tone));
  const holding = tones.filter((stages) => stages.some((tone) => tone === 'held' || tone === 'would-be-held')).length;
  const unsure = tones.filter((stages) => stages.some((tone) => tone === 'stale' || tone === 'unknown')).length;
  const count = view.releases.length;
  const parts = [
    `${count} unreleased version${count === 1 ? '' : 's'}, the nearest first`,
    ...(holding === 0 && unsure > 0
      ? []
      : [`${holding === 0 ? 'none' : holding} ${holding > 1 ? 'have' : 'has'} a stage that is held`]),
    ...(unsure === 0 ? [] : [`${unsure} ${unsure === 1 ? 'has' : 'have'} a verdict that is stale or unknown`]),
  ];
  return <p className="summary">{parts.join('; ')}.</p>;
}
