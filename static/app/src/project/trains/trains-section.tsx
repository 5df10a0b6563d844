import Button from '@atlaskit/button/new';
import { useCallback, useState, type ReactElement } from 'react';
import { call } from '../../bridge/call';
import { RouteLink, useRouting } from '../routing';
import { useFollowed } from '../use-followed';
import { TrainForm } from './train-form';
import { TrainStages } from './train-stages';
import './trains.css';

/** The trains in which releases of this project ride; nothing where there is none and the viewer may form none. */
export function TrainsSection({ projectId, revision }: { projectId: string; revision: string }): ReactElement | null {
  const { go } = useRouting();
  const [forming, setForming] = useState(false);
  const { view } = useFollowed(
    useCallback(() => call('trains', { projectId, versionId: null }), [projectId]),
    revision,
  );
  if (view === null || (view.trains.length === 0 && !view.mayForm)) return null;
  return (
    <section className="trains" aria-labelledby="trains-heading" data-section="trains">
      <h2 id="trains-heading">Trains</h2>
      <p className="subtle">Releases of several projects that go out together: a train may go where all of them may.</p>
      {view.trains.length === 0 && <p>No release of this project rides in one yet.</p>}
      <ol className="releases">
        {view.trains.map(({ id, name, members, stages }) => (
          <li key={id} className="release" data-train={name}>
            <div className="release-head">
              <h3>
                <RouteLink to={{ screen: 'train', trainId: id }}>{name}</RouteLink>
              </h3>
              <span className="subtle">
                {members} {members === 1 ? 'release' : 'releases'}
              </span>
            </div>
            <TrainStages stages={stages} />
          </li>
        ))}
      </ol>
      {view.mayForm && !forming && (
        <div className="actions">
          <Button spacing="compact" onClick={() => setForming(true)}>
            Form a train
          </Button>
        </div>
      )}
      {forming && (
        <TrainForm
          projectId={projectId}
          train={null}
          onCancel={() => setForming(false)}
          onDone={(trainId) => go({ screen: 'train', trainId })}
        />
      )}
    </section>
  );
}
