import { useCallback, type ReactElement } from 'react';
import type { ReadinessView } from '../../../../../src/contracts/readiness';
import { call } from '../../bridge/call';
import { RouteLink } from '../routing';
import { useFollowed } from '../use-followed';
import { trainWords } from './train-words';

/** The trains that a release rides in, a line each; nothing where it rides in none. */
export function TrainLine({ view }: { view: Pick<ReadinessView, 'project' | 'version' | 'revision'> }): ReactElement | null {
  const { project, version, revision } = view;
  const read = useCallback(() => call('trains', { projectId: project.id, versionId: version.id }), [project.id, version.id]);
  const { view: riding } = useFollowed(read, revision);
  if (riding === null || riding.trains.length === 0) return null;
  return (
    <ul className="train-lines" data-part="trains">
      {riding.trains.map((train) => (
        <li key={train.id}>
          Rides in <RouteLink to={{ screen: 'train', trainId: train.id }}>{train.name}</RouteLink>: {trainWords(train)}
        </li>
      ))}
    </ul>
  );
}
