import { useCallback, type ReactElement } from 'react';
import type { ReadinessView } from '../../../../../src/contracts/readiness';
import { call } from '../../bridge/call';
import { RouteLink } from '../routing';
import { useFollowed } from '../use-followed';

/** When the blockers of the release will be closed, in a line; nothing while it is worked out, or where there is nothing to say. */
export function ForecastLine({ view }: { view: ReadinessView }): ReactElement | null {
  const { project, version, revision } = view;
  const read = useCallback(
    () => call('forecastLine', { projectId: project.id, versionId: version.id }),
    [project.id, version.id],
  );
  const { view: line } = useFollowed(read, revision);
  if (line === null || line.sentence === '') return null;
  return (
    <p className="forecast-line" data-part="forecast">
      {line.sentence} <RouteLink to={{ screen: 'forecast', versionId: version.id }}>Forecast</RouteLink>
    </p>
  );
}
