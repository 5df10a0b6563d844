import Button from '@atlaskit/button/new';
import { useId, useState, type FormEvent, type ReactElement } from 'react';
import type { ReadinessView } from '../../../../../src/contracts/readiness';
import { mostMovedAtOnce, type ReleaseNotesView, type RollOverView } from '../../../../../src/contracts/release-notes';
import { call } from '../../bridge/call';
import { movedWords } from './shipping-words';

type Results = RollOverView['results'];

/** Moves all that is left to another release, with a reason. Each is a request of its own to Jira, so it is done in turns. */
export function RollOver(props: { view: ReadinessView; notes: ReleaseNotesView; moved: () => Promise<void> }): ReactElement {
  const { view, notes, moved } = props;
  const [results, setResults] = useState<{ target: string; results: Results; stopped: string | null } | null>(null);
  const [done, setDone] = useState<number | null>(null);
  const run = async (target: { id: string; name: string }, because: string): Promise<void> => {
    const ids = notes.left.map(({ id }) => id);
    const all: Results = [];
    let stopped: string | null = null;
    setResults(null);
    for (let start = 0; start < ids.length && stopped === null; start += mostMovedAtOnce) {
      setDone(start);
      const issueIds = ids.slice(start, start + mostMovedAtOnce);
      const answer = await call('rollOver', {
        ...{ projectId: view.project.id, versionId: view.version.id, toVersionId: target.id, issueIds, because },
      });
      if (answer.kind === 'ok') all.push(...answer.view.results);
      else stopped = answer.message;
    }
    setResults({ target: target.name, results: all, stopped });
    setDone(null);
    await moved();
  };
  return (
    <div className="stack stack-tight">
      {notes.targets.length === 0 ? (
        <p className="subtle">There is no other unreleased version that they could move to. Create one in Jira first.</p>
      ) : (
        <RollOverForm notes={notes} done={done} run={run} />
      )}
      <div role="status">{results !== null && <Outcome {...results} />}</div>
    </div>
  );
}

function RollOverForm(props: {
  notes: ReleaseNotesView;
  done: number | null;
  run: (target: { id: string; name: string }, because: string) => Promise<void>;
}): ReactElement {
  const { notes, done, run } = props;
  const id = useId();
  const [targetId, setTargetId] = useState(notes.targets[0]?.id ?? '');
  const [because, setBecause] = useState('');
  const [missing, setMissing] = useState(false);
  const count = notes.left.length;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const target = notes.targets.find((one) => one.id === targetId);
    setMissing(because.trim().length < 3);
    if (target !== undefined && because.trim().length >= 3) void run(target, because.trim());
  };
  return (
    <form className="roll-over" onSubmit={submit}>
      <label>
        Move what is left to
        <select className="select" value={targetId} onChange={(event) => setTargetId(event.target.value)}>
          {notes.targets.map((target) => (
            <option key={target.id} value={target.id}>
              {target.name}
            </option>
          ))}
        </select>
      </label>
      <label className="roll-over-because">
        Because
        <input
          className="input"
          value={because}
          maxLength={1000}
          aria-invalid={missing}
          aria-describedby={missing ? `${id}-missing` : undefined}
          onChange={(event) => {
            setBecause(event.target.value);
            setMissing(false);
          }}
        />
      </label>
      <Button type="submit" isLoading={done !== null}>
        {count === 1 ? 'Move 1 defect' : `Move ${count.toLocaleString('en')} defects`}
      </Button>
      {missing && (
        <p id={`${id}-missing`} className="problem" role="alert">
          Say why: the reason stands in the ledger with each defect.
        </p>
      )}
      {done !== null && count > mostMovedAtOnce && (
        <p className="subtle" role="status">
          {done.toLocaleString('en')} of {count.toLocaleString('en')} done
        </p>
      )}
    </form>
  );
}

function Outcome({ target, results, stopped }: { target: string; results: Results; stopped: string | null }): ReactElement {
  const stay = results.filter(({ problem }) => problem !== null);
  return (
    <>
      <p>{movedWords(results, target)}</p>
      {stay.length > 0 && (
        <ul>
          {stay.map(({ issueId, key, problem }) => (
            <li key={issueId}>
              {key ?? 'One of them'}: {problem}
            </li>
          ))}
        </ul>
      )}
      {stopped !== null && <p className="problem">The rest was not moved: {stopped}</p>}
    </>
  );
}
