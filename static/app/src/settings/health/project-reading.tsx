import Button from '@atlaskit/button/new';
import PauseIcon from '@atlaskit/icon/core/video-pause';
import GoOnIcon from '@atlaskit/icon/core/video-play';
import { useRef, useState, type ReactElement } from 'react';
import type { ProjectHealth } from '../../../../../src/contracts/health';
import type { Answer } from '../../../../../src/contracts/screen';
import { call } from '../../bridge/call';
import { ClockTime, RelativeTime } from '../../shared/moment';
import { ReadingProgress } from '../../shared/reading-progress';
import { countWords } from '../../shared/reading-words';
import { ReadAgain } from './read-again';
import { WhatToDo } from './signal-list';

interface Props {
  readonly health: ProjectHealth;
  readonly reload: () => Promise<void>;
}

/** How far a project has been read, and the ways to pause that, to go on and to begin again. */
export function ProjectReading({ health: { project, store, signals }, reload }: Props): ReactElement {
  const part = useRef<HTMLElement>(null);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState('');
  const act = async (asked: Promise<Answer<unknown>>): Promise<void> => {
    setBusy(true);
    const answer = await asked;
    setProblem(answer.kind === 'ok' ? '' : `${answer.title}. ${answer.message}`);
    await reload();
    setBusy(false);
  };
  const readAgain = (): void => {
    part.current?.focus();
    void act(call('readProject', { projectId: project.id }));
  };
  const action = signals.find(({ id }) => id === 'reading')?.action ?? null;
  const paused = store.kind === 'reading' && store.paused;
  return (
    // Takes the focus when the button that had it goes away.
    <section ref={part} className="health-part" tabIndex={-1} data-store={store.kind} data-paused={paused}>
      <h4>Reading from Jira</h4>
      {store.kind === 'ready' && (
        <p>
          Read up to <ClockTime at={store.upTo} />, <RelativeTime at={store.upTo} />.
        </p>
      )}
      {store.kind === 'failed' && (
        <p>
          The reading stopped at <ClockTime at={store.at} />: {store.message}
        </p>
      )}
      {store.kind === 'reading' && <ReadingProgress reading={store} name={project.name} />}
      {action !== null && <WhatToDo>{action}</WhatToDo>}
      {store.kind === 'reading' ? (
        <>
          <p className="subtle small">
            Begun <RelativeTime at={store.since} />; {countWords(store.points)} points of Jira&apos;s budget used so far.
          </p>
          <div className="actions">
            <Button
              iconBefore={paused ? GoOnIcon : PauseIcon}
              isDisabled={busy}
              aria-label={`${paused ? 'Go on' : 'Pause'}: ${project.name}`}
              onClick={() => void act(call('pauseReading', { projectId: project.id, paused: !paused }))}
            >
              {paused ? 'Go on' : 'Pause'}
            </Button>
          </div>
        </>
      ) : (
        <ReadAgain projectName={project.name} isDisabled={busy} onConfirm={readAgain} />
      )}
      <p role="status" className="problem">
        {problem}
      </p>
    </section>
  );
}
