import { useCallback, useEffect, type ReactElement } from 'react';
import { call } from '../../bridge/call';
import { nameWindow } from '../../bridge/jira-pages';
import { Loading } from '../../shared/loading';
import { ProblemNotice } from '../../shared/problem-notice';
import { useFollowed } from '../use-followed';
import { RouteLink } from '../routing';
import { Analysis } from './analysis';
import '../../deferral/deferral.css';
import './rca.css';

interface Props {
  readonly projectId: string;
  readonly versionId: string;
  /** Of the release itself, or of the one that was shipped before it. */
  readonly which: 'own' | 'before';
}

/** Why did defects escape from a release, and what is done so that it does not happen again? */
export function AnalysisScreen({ projectId, versionId, which }: Props): ReactElement {
  const read = useCallback(() => call('analysis', { projectId, versionId, which }), [projectId, versionId, which]);
  const { view, problem, reload } = useFollowed(read, '');
  const name = view?.release.name;
  useEffect(
    () => nameWindow(name === undefined ? 'Analysis of escapes - Holdpoint' : `${name} - Analysis of escapes - Holdpoint`),
    [name],
  );
  if (problem !== null) {
    return (
      <div className="stack">
        <h1>Analysis of escapes</h1>
        <ProblemNotice problem={problem} retry={() => void reload()}>
          <RouteLink to={{ screen: 'releases' }}>All releases</RouteLink>
        </ProblemNotice>
      </div>
    );
  }
  if (view === null) return <Loading what="the analysis" heights={[32, 80, 320]} />;
  return <Analysis view={view} reload={reload} />;
}
