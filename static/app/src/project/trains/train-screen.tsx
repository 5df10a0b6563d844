import Button from '@atlaskit/button/new';
import { useCallback, useEffect, useState, type ReactElement } from 'react';
import type { TrainMemberView, TrainView } from '../../../../../src/contracts/trains';
import { call } from '../../bridge/call';
import { tell } from '../../bridge/flag';
import { nameWindow } from '../../bridge/jira-pages';
import { Loading } from '../../shared/loading';
import { RelativeTime } from '../../shared/moment';
import { ProblemNotice } from '../../shared/problem-notice';
import { useLiveView } from '../../shared/use-live-view';
import { VerdictLozenge } from '../../shared/verdict-lozenge';
import { VerdictSentence } from '../../shared/verdict-sentence';
import { ReleaseDates } from '../release-dates';
import { RouteLink } from '../routing';
import { ReleaseLink } from './release-link';
import { TrainConditions } from './train-conditions';
import { TrainForm } from './train-form';
import { TrainNext } from './train-next';
import { TrainOutlook } from './train-outlook';
import { TrainScope } from './train-scope';
import { TrainStages } from './train-stages';
import './trains.css';

/** May this train go on, and if not, which of its releases keeps it? */
export function TrainScreen({ projectId, trainId }: { projectId: string; trainId: string }): ReactElement {
  const { view, problem, reload } = useLiveView(
    useCallback(() => call('train', { projectId, trainId }), [projectId, trainId]),
    projectId,
  );
  const name = view?.name;
  useEffect(() => nameWindow(name === undefined ? 'Train - Holdpoint' : `${name} - Train - Holdpoint`), [name]);
  if (problem !== null) {
    return (
      <div className="stack">
        <h1>Train</h1>
        <ProblemNotice problem={problem} retry={() => void reload()}>
          <RouteLink to={{ screen: 'releases' }}>All releases</RouteLink>
        </ProblemNotice>
      </div>
    );
  }
  if (view === null) return <Loading what="the train" heights={[56, 120, 240]} />;
  const ownKey = view.releases.find(({ project }) => project.id === projectId)?.project.key ?? null;
  return (
    <div className="stack">
      <header className="stack stack-tight">
        <p>
          <RouteLink to={{ screen: 'releases' }}>All releases</RouteLink>
        </p>
        <h1>{view.name}</h1>
        <p className="subtle">
          {view.state === 'ended' ? 'This train has ended. ' : ''}
          {view.members} {view.members === 1 ? 'release' : 'releases'}
          {view.query === null ? '' : ', named by a query'}; set <RelativeTime at={view.changedAt} />
        </p>
        <Lookup lookup={view.lookup} />
      </header>
      {view.state === 'running' && (
        <section className="release train-verdict" aria-label="Verdict of each stage">
          <TrainStages stages={view.stages} />
          <TrainNext view={view} ownKey={ownKey} />
        </section>
      )}
      <Members view={view} projectId={projectId} />
      {/* Above what is still to be worked out: it would move away under the pointer. */}
      {view.mayChange && <Changing view={view} projectId={projectId} reload={reload} />}
      {view.state === 'running' && (
        <>
          <TrainConditions view={view} ownKey={ownKey} />
          <TrainOutlook projectId={projectId} trainId={trainId} revision={view.now} />
          <TrainScope projectId={projectId} trainId={trainId} ownKey={ownKey} />
        </>
      )}
    </div>
  );
}

/** How its query fared: only where there is something to know. */
function Lookup({ lookup }: Pick<TrainView, 'lookup'>): ReactElement | null {
  if (lookup === null) return null;
  const { at, problem, elsewhere } = lookup;
  return (
    <>
      {problem === null ? (
        <p className="subtle" data-lookup="done">
          Its query was looked up <RelativeTime at={at} />.
        </p>
      ) : (
        <p data-lookup="failed">
          <strong>Its query could not be followed</strong> <RelativeTime at={at} />: {problem}. Its releases stay as they were.
        </p>
      )}
      {elsewhere > 0 && (
        <p>
          It also finds {elsewhere} {elsewhere === 1 ? 'release' : 'releases'} of projects that do not ride in the train. Somebody
          who may place holds there takes {elsewhere === 1 ? 'it' : 'them'} in by saving the train.
        </p>
      )}
    </>
  );
}

function Members({ view: { releases, hidden, gone }, projectId }: { view: TrainView; projectId: string }): ReactElement {
  return (
    <section className="stack stack-tight" aria-labelledby="members-heading">
      <h2 id="members-heading">Releases in it, the worst first</h2>
      <ol className="releases">
        {releases.map((member) => (
          <Member key={member.version.id} member={member} isOwn={member.project.id === projectId} />
        ))}
      </ol>
      {hidden > 0 && (
        <p className="subtle">
          {hidden === 1 ? '1 release of a project' : `${hidden} releases of projects`} that you may not see{' '}
          {hidden === 1 ? 'counts' : 'count'} as well.
        </p>
      )}
      {gone.length > 0 && (
        <p className="subtle">No longer in Jira: {gone.join(', ')}. Until the train is changed its verdict is unknown.</p>
      )}
    </section>
  );
}

function Member({
  member: { project, version, daysLeft, stages },
  isOwn,
}: {
  member: TrainMemberView;
  isOwn: boolean;
}): ReactElement {
  const name = `${project.key} ${version.name}`;
  return (
    <li className="release" data-member={version.name}>
      <div className="release-head">
        <h3>
          <ReleaseLink name={name} versionId={version.id} projectKey={project.key} isOwn={isOwn} />
        </h3>
        <ReleaseDates date={version.releaseDate} daysLeft={daysLeft} />
        {version.released && <span className="subtle">Released</span>}
      </div>
      <ul className="release-stages">
        {stages.map((stage) => (
          <li key={stage.stage.key} data-stage={stage.stage.key}>
            <h4>{stage.stage.name}</h4>
            <VerdictLozenge stage={stage} />
            <VerdictSentence stage={stage} />
          </li>
        ))}
      </ul>
    </li>
  );
}

interface ChangingProps {
  readonly view: TrainView;
  readonly projectId: string;
  readonly reload: () => Promise<void>;
}

function Changing({ view, projectId, reload }: ChangingProps): ReactElement {
  const [open, setOpen] = useState<'change' | 'end' | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const end = async (): Promise<void> => {
    const answer = await call('endTrain', { projectId, trainId: view.id });
    if (answer.kind !== 'ok') return setProblem(answer.message);
    if (answer.view.kind === 'refused') return setProblem(answer.view.message);
    tell('Train ended', answer.view.sentence);
    setOpen(null);
    await reload();
  };
  const close = (): void => setOpen(null);
  if (open === 'change')
    return (
      <TrainForm
        projectId={projectId}
        train={view}
        onCancel={close}
        onDone={() => {
          close();
          void reload();
        }}
      />
    );
  return (
    <div className="stack stack-tight">
      {open === 'end' ? (
        <div className="act-form" role="group" aria-label="End the train">
          <p>End {view.name}? Its releases stay as they are and go on by themselves.</p>
          {problem !== null && (
            <p className="problem" role="alert">
              {problem}
            </p>
          )}
          <div className="actions">
            <Button appearance="danger" onClick={() => void end()}>
              End it
            </Button>
            <Button appearance="subtle" onClick={close}>
              Cancel
            </Button>
          </div>
        </div>
      ) : (
        <div className="actions">
          <Button onClick={() => setOpen('change')}>
            {view.query === null ? 'Change it' : 'Change it, or look up its releases'}
          </Button>
          <Button appearance="subtle" onClick={() => setOpen('end')}>
            End it
          </Button>
        </div>
      )}
    </div>
  );
}
