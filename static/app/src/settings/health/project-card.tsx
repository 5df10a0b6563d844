import Lozenge from '@atlaskit/lozenge';
import ChevronIcon from '@atlaskit/icon/core/chevron-right';
import type { ReactElement } from 'react';
import type { ProjectHealth } from '../../../../../src/contracts/health';
import { RelativeTime } from '../../shared/moment';
import { progressWords } from '../../shared/reading-words';
import { GateAttachment } from './gate-attachment';
import { HealthMark } from './health-mark';
import { isCalm, projectWords, troubleWords } from './health-words';
import { ProjectReading } from './project-reading';
import { SignalList } from './signal-list';
import { WhoDecides } from './who-decides';

const looks = { good: 'success', attention: 'warning', bad: 'danger' } as const;

interface Props {
  readonly health: ProjectHealth;
  readonly reload: () => Promise<void>;
}

/** One project: a calm line where all is well, else open at what needs eyes. */
export function ProjectCard({ health, reload }: Props): ReactElement {
  const { project, state, signals, store } = health;
  // These have parts of their own.
  const listed = signals.filter(({ id }) => id !== 'rules' && id !== 'reading');
  const watched = <SignalList signals={listed} label={`What is watched in ${project.name}`} fold={!isCalm(health)} />;
  // Where the trouble lies elsewhere, what is well comes after it.
  const last = !isCalm(health) && listed.every((signal) => signal.state === 'good');
  return (
    <li>
      <details className="project-health" open={!isCalm(health)} data-project={project.key} data-state={state}>
        <summary>
          <span className="project-health-chevron">
            <ChevronIcon label="" size="small" />
          </span>
          <HealthMark state={state} />
          <h3>
            {project.name} <span className="project-health-key">{project.key}</span>
          </h3>
          <Lozenge appearance={store.kind === 'reading' && !store.paused ? 'information' : looks[state]} maxWidth="none">
            {projectWords(health)}
          </Lozenge>
          <span className="project-health-line">
            <Line health={health} />
          </span>
        </summary>
        <div className="project-health-detail">
          {store.kind !== 'ready' && <ProjectReading health={health} reload={reload} />}
          {!last && watched}
          <GateAttachment health={health} />
          <WhoDecides authority={health.authority} />
          {last && watched}
          {store.kind === 'ready' && <ProjectReading health={health} reload={reload} />}
        </div>
      </details>
    </li>
  );
}

function Line({ health }: { health: ProjectHealth }): ReactElement {
  const { store } = health;
  if (store.kind === 'reading') return <>{progressWords(store)}</>;
  const trouble = troubleWords(health);
  if (trouble !== null) return <>{trouble}</>;
  if (store.kind === 'failed') return <>{store.message}</>;
  return (
    <>
      Jira read <RelativeTime at={store.upTo} />
    </>
  );
}
