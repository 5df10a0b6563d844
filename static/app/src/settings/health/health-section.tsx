import type { ReactElement } from 'react';
import type { HealthView } from '../../../../../src/contracts/health';
import { Announcer } from '../../shared/announcer';
import { Loading } from '../../shared/loading';
import { ClockTime } from '../../shared/moment';
import { ProblemNotice } from '../../shared/problem-notice';
import { HealthMark } from './health-mark';
import { arrange, healthChanges } from './health-words';
import { ProjectCard } from './project-card';
import { SignalList } from './signal-list';
import type { Health } from './use-health';
import './health.css';

/** Whether Holdpoint can be relied on, and what to do where not. */
export function HealthSection({ health: { view, problem, silentSince, reload } }: { health: Health }): ReactElement {
  return (
    <section className="health" aria-labelledby="health-heading">
      <div className="health-head">
        <h2 id="health-heading">Health</h2>
        {view !== null && (
          <p className={silentSince === null ? 'subtle small' : 'data-age-silent small'}>
            {silentSince === null ? 'Looked at ' : 'No answer from Holdpoint since '}
            <ClockTime at={silentSince ?? view.now} />
          </p>
        )}
      </div>
      {problem !== null && <ProblemNotice problem={problem} retry={() => void reload()} />}
      {view === null && problem === null && <Loading what="the health of Holdpoint" heights={[32, 48]} />}
      {view !== null && <Verdict view={view} reload={reload} />}
    </section>
  );
}

function Verdict({ view, reload }: { view: HealthView; reload: () => Promise<void> }): ReactElement {
  const { shown, folded } = arrange(view.projects);
  return (
    <>
      <Announcer view={view} describe={healthChanges} />
      <p className="health-verdict" data-health={view.state}>
        <HealthMark state={view.state} />
        <strong>{view.sentence}</strong>
      </p>
      <SignalList signals={view.signals} label="What is watched for the whole site" />
      {view.projects.length === 0 && <p className="subtle">Holdpoint sees no project yet.</p>}
      <ul className="project-healths" aria-label="Projects">
        {shown.map((health) => (
          <ProjectCard key={health.project.id} health={health} reload={reload} />
        ))}
      </ul>
      {folded.length > 0 && (
        <details className="folded">
          <summary>
            {folded.length} {shown.length === 0 ? 'projects' : 'more projects'}: all is well
          </summary>
          <ul className="project-healths" aria-label="Projects of which all is well">
            {folded.map((health) => (
              <ProjectCard key={health.project.id} health={health} reload={reload} />
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
