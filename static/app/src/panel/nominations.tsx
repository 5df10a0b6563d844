import { useCallback, useRef, useState, type ReactElement } from 'react';
import type { DefectNominationsView } from '../../../../src/contracts/nominations';
import { call } from '../bridge/call';
import { useNames } from '../project/decisions/use-names';
import { useFollowed } from '../project/use-followed';
import { RelativeTime } from '../shared/moment';
import { NominationForm, type Wish } from './nomination-form';

const states = { asked: 'nominated, not decided', granted: 'blocks it', refused: 'refused' } as const;

/** For which releases the defect was nominated as a blocker, and the way to nominate it. */
export function Nominations({ issueId, revision }: { issueId: string; revision: string }): ReactElement | null {
  const read = useCallback(() => call('defectNominations', { issueId }), [issueId]);
  const { view, reload } = useFollowed(read, revision);
  const [editing, setEditing] = useState(false);
  const [said, setSaid] = useState<{ readonly done: boolean; readonly message: string } | null>(null);
  const button = useRef<HTMLButtonElement>(null);
  if (view === null || (view.nominations.length === 0 && !view.mayNominate)) return null;
  const close = (): void => {
    setEditing(false);
    // The button is there again after the next render.
    setTimeout(() => button.current?.focus());
  };
  const save = async (wish: Wish): Promise<void> => {
    const answer = await call('nominate', { issueId, ...wish });
    if (answer.kind !== 'ok') return setSaid({ done: false, message: answer.message });
    if (answer.view.kind === 'refused') return setSaid({ done: false, message: answer.view.message });
    setSaid({ done: true, message: answer.view.sentence });
    close();
    await reload();
  };
  return (
    <section className="panel-release" data-panel="nominations" aria-labelledby="nominations-heading">
      <h2 id="nominations-heading">Blocker</h2>
      <NominationList view={view} />
      <div role="status">{said?.done === true && <p className="small">{said.message}</p>}</div>
      {said?.done === false && (
        <p className="problem small" role="alert">
          {said.message}
        </p>
      )}
      {view.mayNominate && !editing && (
        <p>
          <button ref={button} type="button" className="link-button" onClick={() => setEditing(true)}>
            Nominate as blocker
          </button>
        </p>
      )}
      {editing && <NominationForm releases={view.releases} onSave={(wish) => void save(wish)} onCancel={close} />}
    </section>
  );
}

function NominationList({ view: { nominations } }: { view: DefectNominationsView }): ReactElement | null {
  const names = useNames(nominations.flatMap(({ events }) => events.at(-1)?.who ?? []));
  if (nominations.length === 0) return null;
  return (
    <ul>
      {nominations.map(({ version, state, events }) => {
        const last = events.at(-1);
        const who = last?.who ?? null;
        return (
          <li key={version.id}>
            <p>
              <strong>{version.name}</strong>: {states[state]}
            </p>
            {last !== undefined && (
              <p className="subtle small">
                {who === null ? 'A person whose data was erased' : (names.get(who) ?? 'Somebody')}, <RelativeTime at={last.at} />:{' '}
                {last.because}
              </p>
            )}
          </li>
        );
      })}
    </ul>
  );
}
