import SectionMessage from '@atlaskit/section-message';
import { useCallback, type ReactElement } from 'react';
import { call } from '../../bridge/call';
import { ToldTime } from '../../shared/told-time';
import { noFilters } from '../route';
import { RouteLink } from '../routing';
import { useFollowed } from '../use-followed';
import './past-gate.css';

/** Releases past their gate that nobody has acknowledged, above the others; nothing where there is none. */
export function PastGateList({ projectId, revision }: { projectId: string; revision: string }): ReactElement | null {
  const read = useCallback(() => call('pastGate', { projectId, versionId: null }), [projectId]);
  const { view } = useFollowed(read, revision);
  const releases = view?.releases ?? [];
  if (releases.length === 0) return null;
  const title = releases.length === 1 ? 'A release went past its gate' : `${releases.length} times a release went past its gate`;
  return (
    <SectionMessage appearance="error" title={title} headingLevel="h2">
      <ul className="past-gate-events">
        {releases.map(({ id, version, stage, at, takenBack }) => (
          <li key={id}>
            <RouteLink to={{ screen: 'readiness', versionId: version.id, filters: noFilters }}>{version.name}</RouteLink> was
            released in Jira <ToldTime at={at} /> although its gate for {stage} did not let it
            {takenBack ? ', and was taken back.' : '.'}
          </li>
        ))}
      </ul>
      <p>Whoever may lift holds acknowledges it on its readiness.</p>
    </SectionMessage>
  );
}
