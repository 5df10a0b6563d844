import { useCallback, useEffect, useState, type MouseEvent, type ReactElement, type ReactNode } from 'react';
import type { ReadinessView } from '../../../../src/contracts/readiness';
import { call } from '../bridge/call';
import { goToProjectPage, projectPageUrl } from '../bridge/jira-pages';
import { ReleaseDates } from '../project/release-dates';
import { TrendSection } from '../project/readiness/trend-section';
import { nearestFirst } from '../project/releases/nearest-first';
import { DataAge } from '../shared/data-age';
import { Loading } from '../shared/loading';
import { ProblemNotice } from '../shared/problem-notice';
import { useLiveView } from '../shared/use-live-view';
import { VerdictLozenge } from '../shared/verdict-lozenge';
import { VerdictSentence } from '../shared/verdict-sentence';

interface Props {
  readonly projectId: string;
  readonly projectKey: string;
}

/** The release that is nearest now. */
export function NextRelease({ projectId, projectKey }: Props): ReactElement {
  const { view, problem, reload } = useLiveView(
    useCallback(() => call('releases', { projectId }), [projectId]),
    projectId,
  );
  if (problem !== null) return <ProblemNotice problem={problem} retry={() => void reload()} />;
  if (view === null) return <Loading what="the next release" heights={[24, 60, 120]} />;
  const next = nearestFirst(view.releases)[0];
  if (next === undefined) return <p>{view.project.name} has no unreleased version.</p>;
  return <OneRelease key={next.version.id} projectId={projectId} projectKey={projectKey} versionId={next.version.id} />;
}

/** One release as it stands, followed as the project changes. */
export function OneRelease({ projectId, projectKey, versionId }: Props & { readonly versionId: string }): ReactElement {
  const { view, problem, silentSince, reload } = useLiveView(
    useCallback(() => call('readiness', { projectId, versionId }), [projectId, versionId]),
    projectId,
  );
  if (problem !== null) return <ProblemNotice problem={problem} retry={() => void reload()} />;
  if (view === null) return <Loading what="the release" heights={[24, 60, 120]} />;
  return (
    <div className="stack">
      <header className="gadget-head">
        <h1>
          <ReadinessLink projectKey={projectKey} versionId={versionId}>
            {view.project.name} {view.version.name}
          </ReadinessLink>
        </h1>
        <ReleaseDates date={view.version.releaseDate} daysLeft={view.daysLeft} />
      </header>
      <Stages view={view} />
      <TrendSection view={view} />
      <DataAge store={view.store} silentSince={silentSince} />
    </div>
  );
}

function Stages({ view }: { view: ReadinessView }): ReactElement {
  if (view.stages.length === 0) return <p className="subtle">No stage has a gate.</p>;
  return (
    <ul className="gadget-stages">
      {view.stages.map((stage) => (
        <li key={stage.stage.key} data-stage={stage.stage.key}>
          <div className="gadget-stage">
            <h2>{stage.stage.name}</h2>
            <VerdictLozenge stage={stage} />
          </div>
          <VerdictSentence stage={stage} />
          {stage.unblock !== null && <p className="gadget-next">{stage.unblock.sentence}</p>}
        </li>
      ))}
    </ul>
  );
}

function ReadinessLink(props: { projectKey: string; versionId: string; children: ReactNode }): ReactElement {
  const { projectKey, versionId, children } = props;
  const [base, setBase] = useState<string | null>(null);
  useEffect(() => void projectPageUrl(projectKey).then(setBase), [projectKey]);
  const path = `readiness/${versionId}`;
  const open = (event: MouseEvent): void => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    goToProjectPage(projectKey, path);
  };
  return (
    <a href={base === null ? '#readiness' : `${base}/${path}`} target="_top" onClick={open}>
      {children}
    </a>
  );
}
