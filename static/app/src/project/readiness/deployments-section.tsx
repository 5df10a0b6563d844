import { useCallback, type ReactElement } from 'react';
import type { ReadinessView } from '../../../../../src/contracts/readiness';
import { call } from '../../bridge/call';
import { Loading } from '../../shared/loading';
import { DeploymentList } from '../deployments/deployment-list';
import { NothingTold } from '../deployments/nothing-told';
import { NoAnswer } from '../no-answer';
import { useFollowed } from '../use-followed';

const first = 6;

/** Where the release has been deployed, newest first. */
export function DeploymentsSection({ view }: { view: ReadinessView }): ReactElement {
  const { project, version, revision } = view;
  const read = useCallback(
    () => call('releaseDeployments', { projectId: project.id, versionId: version.id }),
    [project.id, version.id],
  );
  const { view: told, problem, reload } = useFollowed(read, revision);
  return (
    <section className="told-section" aria-labelledby="deployments-heading" data-section="deployments">
      <h2 id="deployments-heading">Deployments</h2>
      {told === null ? (
        problem === null ? (
          <Loading what="the deployments" heights={[96]} />
        ) : (
          <NoAnswer problem={problem} retry={() => void reload()} />
        )
      ) : !told.told ? (
        <NothingTold what="deployments" />
      ) : told.deployments.length === 0 ? (
        <p className="subtle nothing">Pipelines have told of no deployment of {version.name} yet.</p>
      ) : (
        <>
          <DeploymentList rows={told.deployments} first={first} />
          {told.more > 0 && <p className="subtle">Older ones are left out: {told.more.toLocaleString('en')} more.</p>}
        </>
      )}
    </section>
  );
}
