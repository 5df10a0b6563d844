import Button from '@atlaskit/button/new';
import { useState, type FormEvent, type ReactElement } from 'react';
import type { TriageQueueView } from '../../../../../src/contracts/triage-queue';
import { triageRoles, type TriageRole } from '../../../../../src/contracts/triage-session';
import { call } from '../../bridge/call';
import { Fold } from '../../settings/fold';
import { RelativeTime } from '../../shared/moment';
import { usePage } from '../../shared/page-context';
import { useServerNow } from '../../shared/server-clock';
import { RouteLink, useRouting } from '../routing';
import { roleNames } from './triage-words';

const mostInSession = 100;

/** Sessions that are open, and the way to open one. */
export function Sessions({ view }: { view: TriageQueueView }): ReactElement | null {
  const [role, setRole] = useState<TriageRole>('development');
  const [starting, setStarting] = useState(false);
  const { go } = useRouting();
  const [busy, setBusy] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const join = async (sessionId: string): Promise<void> => {
    setBusy(sessionId);
    const answer = await call('joinSession', { sessionId, role });
    setBusy(null);
    if (answer.kind === 'ok') return go({ screen: 'triage', sessionId });
    setProblem(answer.message);
  };
  if (view.rows.length === 0 && view.open.length === 0) return null;
  return (
    <section className="sessions" aria-label="Sessions" data-section="sessions">
      {view.open.length > 0 && (
        <ul className="open-sessions" aria-label="Open sessions">
          {view.open.map(({ id, title, startedAt, people }) => (
            <li key={id}>
              <span>
                <strong>{title}</strong>{' '}
                <span className="subtle">
                  {people === 1 ? '1 person' : `${people} people`}, began <RelativeTime at={startedAt} />
                </span>
              </span>
              <Button spacing="compact" appearance="primary" isLoading={busy === id} onClick={() => void join(id)}>
                Join<span className="unseen"> {title}</span>
              </Button>
            </li>
          ))}
        </ul>
      )}
      <div className="actions">
        {view.rows.length > 0 && !starting && (
          <Button appearance={view.open.length === 0 ? 'primary' : 'default'} onClick={() => setStarting(true)}>
            Start a session
          </Button>
        )}
        {(starting || view.open.length > 0) && <RoleField role={role} onChange={setRole} />}
      </div>
      {starting && <StartForm view={view} role={role} onCancel={() => setStarting(false)} />}
      {problem !== null && (
        <p className="problem" role="alert">
          {problem}
        </p>
      )}
    </section>
  );
}

function RoleField({ role, onChange }: { role: TriageRole; onChange: (role: TriageRole) => void }): ReactElement {
  return (
    <label className="inline">
      <span className="subtle">I take part as</span>
      <select
        className="select"
        value={role}
        onChange={(event) => {
          const chosen = triageRoles.find((one) => one === event.target.value);
          if (chosen !== undefined) onChange(chosen);
        }}
      >
        {triageRoles.map((one) => (
          <option key={one} value={one}>
            {roleNames[one]}
          </option>
        ))}
      </select>
    </label>
  );
}

function StartForm({ view, role, onCancel }: { view: TriageQueueView; role: TriageRole; onCancel: () => void }): ReactElement {
  const { format } = usePage();
  const { go } = useRouting();
  const now = useServerNow();
  const [title, setTitle] = useState(() => `Triage, ${format.date(new Date(now).toISOString())}`);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const start = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (title.trim() === '') return setProblem('Give it a name.');
    setBusy(true);
    const answer = await call('openSession', { projectId: view.project.id, title, role });
    setBusy(false);
    if (answer.kind !== 'ok') return setProblem(answer.message);
    if (answer.view.refused !== null) return setProblem(answer.view.refused);
    go({ screen: 'triage', sessionId: answer.view.session.id });
    globalThis.scrollTo(0, 0);
  };
  const all = view.rows.length + view.more;
  return (
    <form className="decision-form" aria-label="Start a session" onSubmit={(event) => void start(event)} noValidate>
      <label>
        <span>Name of the session</span>
        <input className="input" maxLength={100} value={title} onChange={(event) => setTitle(event.target.value)} />
      </label>
      <p className="subtle small">
        It takes {all > mostInSession ? `the first ${mostInSession} defects` : 'the defects'} of the queue that everybody in the
        project can see. Others join it from this page.
      </p>
      {problem !== null && (
        <p className="problem" role="alert">
          {problem}
        </p>
      )}
      <span className="actions">
        <Button type="submit" appearance="primary" isLoading={busy}>
          Start
        </Button>
        <Button appearance="subtle" onClick={onCancel}>
          Cancel
        </Button>
      </span>
    </form>
  );
}

/** Sessions that are over, newest first. */
export function PastSessions({ closed }: Pick<TriageQueueView, 'closed'>): ReactElement | null {
  const [newest] = closed;
  if (newest === undefined) return null;
  return (
    <Fold level={2} title="Past sessions" summary={`${newest.title}: ${newest.decided} decided`} problems={0}>
      <ul className="past-sessions">
        {closed.map(({ id, title, closedAt, decided, left, minutes }) => (
          <li key={id}>
            <RouteLink to={{ screen: 'triage', sessionId: id }}>{title}</RouteLink>{' '}
            <span className="subtle">
              {decided} decided, {left} left, {minutes === 1 ? '1 minute' : `${minutes} minutes`}, closed{' '}
              <RelativeTime at={closedAt} />
            </span>
          </li>
        ))}
      </ul>
    </Fold>
  );
}
