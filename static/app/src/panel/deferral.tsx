import Button from '@atlaskit/button/new';
import { useCallback, useEffect, useRef, useState, type ReactElement } from 'react';
import type { DeferralRow, DeferralsOfView } from '../../../../src/contracts/deferrals';
import { call } from '../bridge/call';
import { DeferDialog } from '../deferral/defer-dialog';
import { DeferralActions } from '../deferral/deferral-actions';
import { DeferralHistory, DeferralPeople, DeferralReason, DeferralTerms } from '../deferral/deferral-facts';
import { DeferralStateMark } from '../deferral/deferral-state';
import { counted, repeatWords, peopleIn, timesWords } from '../deferral/deferral-words';
import { useNames } from '../project/decisions/use-names';
import { useFollowed } from '../project/use-followed';
import './deferral.css';

interface Props {
  readonly issueId: string;
  /** Of the panel: whenever it changes, this is read again. */
  readonly revision: string;
  /** One that is done and never was deferred needs no words about it. */
  readonly open: boolean;
}

/** Whether the defect may wait for a later release: who says so, until when, and what the viewer can do about it. */
export function DeferralOfIssue({ issueId, revision, open }: Props): ReactElement | null {
  const read = useCallback(() => call('deferralsOf', { issueId }), [issueId]);
  const { view, reload } = useFollowed(read, revision);
  const [asking, setAsking] = useState(false);
  const [said, setSaid] = useState('');
  const section = useRef<HTMLElement>(null);
  const names = useNames(
    view === null ? [] : [...(view.present === null ? [] : [view.present]), ...view.earlier].flatMap(peopleIn),
  );
  // Whoever did something with the keyboard goes on from here: the button that did it is gone.
  useEffect(() => {
    if (said !== '') section.current?.focus();
  }, [said]);
  if (view === null || (!open && view.present === null && view.earlier.length === 0)) return null;
  const { present, earlier, refusal, issue, project } = view;
  const done = (sentence: string): void => {
    void reload().then(() => setSaid(sentence));
  };
  return (
    <section ref={section} tabIndex={-1} className="panel-release panel-deferral" data-section="deferral" aria-label="Deferral">
      <div className="panel-stage">
        <h2>Deferral</h2>
        {present !== null && <DeferralStateMark state={present.state} />}
        {present === null && refusal === null && (
          <Button spacing="compact" onClick={() => setAsking(true)}>
            Defer…
          </Button>
        )}
      </div>
      <p className="unseen" role="status">
        {said}
      </p>
      {present === null ? (
        <Absent view={view} />
      ) : (
        <>
          <Present row={present} names={names} />
          <DeferralActions key={present.id + present.state} row={present} projectId={project.id} onDone={done} />
        </>
      )}
      {earlier.length > 0 && <Earlier rows={earlier} names={names} projectId={project.id} onDone={done} />}
      {asking && (
        <DeferDialog
          projectId={project.id}
          issues={[issue]}
          onClose={(asked) => {
            setAsking(false);
            if (asked.length > 0) done('The deferral is asked for.');
          }}
        />
      )}
    </section>
  );
}

function Absent({ view: { times, refusal } }: { view: DeferralsOfView }): ReactElement {
  const before = timesWords(times);
  return (
    <p className="subtle small">
      {refusal ?? (before === '' ? 'If it cannot be fixed in time, it can wait for a later release once somebody approves.' : '')}
      {before !== '' && ` ${before}.`}
    </p>
  );
}

interface RowProps {
  readonly row: DeferralRow;
  readonly names: ReadonlyMap<string, string>;
}

function Present({ row, names }: RowProps): ReactElement {
  return (
    <>
      <p>
        <DeferralTerms row={row} />
      </p>
      <DeferralReason row={row} />
      <DeferralPeople row={row} names={names} />
      {row.k > 1 && <p className="subtle small">{repeatWords(row)}.</p>}
    </>
  );
}

interface EarlierProps {
  readonly rows: readonly DeferralRow[];
  readonly names: ReadonlyMap<string, string>;
  readonly projectId: string;
  readonly onDone: (sentence: string) => void;
}

function Earlier({ rows, names, projectId, onDone }: EarlierProps): ReactElement {
  return (
    <details>
      <summary>{counted(rows.length, 'earlier deferral')}</summary>
      <ul className="panel-earlier">
        {rows.map((row) => (
          <li key={row.id}>
            <div className="panel-stage">
              <h3>
                <DeferralTerms row={row} />
              </h3>
              <DeferralStateMark state={row.state} />
            </div>
            <DeferralReason row={row} />
            <DeferralHistory row={row} names={names} />
            <DeferralActions row={row} projectId={projectId} onDone={onDone} />
          </li>
        ))}
      </ul>
    </details>
  );
}
