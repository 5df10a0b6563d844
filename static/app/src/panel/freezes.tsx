import { useCallback, useRef, useState, type ReactElement } from 'react';
import type { DefectFreezesView } from '../../../../src/contracts/freeze';
import { call } from '../bridge/call';
import { exceptionWords, placeSentence } from '../project/readiness/freeze/freeze-words';
import { useFollowed } from '../project/use-followed';
import { useServerNow } from '../shared/server-clock';
import { ToldTime } from '../shared/told-time';
import { ExceptionForm, type ExceptionWish } from './exception-form';

/** Which releases are frozen, what that means for the defect, and the way to ask for an exception. Nothing where none is. */
export function Freezes({ issueId, revision }: { issueId: string; revision: string }): ReactElement | null {
  const read = useCallback(() => call('defectFreezes', { issueId }), [issueId]);
  const { view, reload } = useFollowed(read, revision);
  const [asking, setAsking] = useState(false);
  const [said, setSaid] = useState<{ readonly done: boolean; readonly message: string } | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  if (view === null || view.releases.length === 0) return null;
  const askable = view.releases.filter((release) => release.askable);
  const close = (): void => {
    setAsking(false);
    // The button is there again after the next render, unless there is nothing more to ask for.
    setTimeout(() => (button.current ?? heading.current)?.focus());
  };
  const ask = async (wish: ExceptionWish): Promise<void> => {
    const answer = await call('askException', { issueId, ...wish });
    if (answer.kind !== 'ok') return setSaid({ done: false, message: answer.message });
    if (answer.view.kind === 'refused') return setSaid({ done: false, message: answer.view.message });
    setSaid({ done: true, message: answer.view.sentence });
    await reload();
    close();
  };
  return (
    <section className="panel-release" data-panel="freezes" aria-labelledby="freezes-heading">
      <h2 id="freezes-heading" ref={heading} tabIndex={-1}>
        Freeze
      </h2>
      <ul>
        {view.releases.map((release) => (
          <FrozenRelease key={release.version.id} release={release} may={mayWords(view)} />
        ))}
      </ul>
      <div role="status">{said?.done === true && <p className="small">{said.message}</p>}</div>
      {said?.done === false && (
        <p className="problem small" role="alert">
          {said.message}
        </p>
      )}
      {view.mayAsk && askable.length > 0 && !asking && (
        <p>
          <button ref={button} type="button" className="link-button" onClick={() => setAsking(true)}>
            Ask for an exception
          </button>
        </p>
      )}
      {asking && (
        <ExceptionForm
          releases={askable.map(({ version }) => version)}
          mostHours={view.mostHours}
          onSave={(wish) => void ask(wish)}
          onCancel={close}
        />
      )}
    </section>
  );
}

function mayWords({ admitsWords, severity }: DefectFreezesView): string {
  return `${admitsWords}, and this one ${severity === null ? 'has no severity' : `is ${severity}`}`;
}

function FrozenRelease({ release, may }: { release: DefectFreezesView['releases'][number]; may: string }): ReactElement {
  const { version, since, place, exception } = release;
  const now = useServerNow();
  return (
    <li data-frozen={version.name}>
      <p>
        <strong>{version.name}</strong> is frozen since <ToldTime at={since} />.
      </p>
      <p className={place === 'violation' ? 'problem small' : 'subtle small'}>{placeSentence(release, may)}</p>
      {exception !== null && (
        <p className="small">
          Exception: {exceptionWords(exception, now)}. <span className="subtle">“{exception.because}”</span>
        </p>
      )}
    </li>
  );
}
