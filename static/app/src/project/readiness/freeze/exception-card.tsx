import Button from '@atlaskit/button/new';
import { useState, type ReactElement } from 'react';
import type { FreezeExceptionView } from '../../../../../../src/contracts/freeze';
import { IssueLink } from '../../../shared/jira-link';
import { RelativeTime } from '../../../shared/moment';
import { useServerNow } from '../../../shared/server-clock';
import { SeverityMark } from '../../../shared/severity-mark';
import { BecauseForm } from '../control/because-form';
import type { Place } from '../control/control-call';
import { ControlHistory, personWords } from '../control/control-history';
import { approveException, endException } from './freeze-call';
import { exceptionWords } from './freeze-words';

interface Props {
  readonly exception: FreezeExceptionView;
  readonly place: Place;
  readonly names: ReadonlyMap<string, string>;
  readonly onDone: (sentence: string) => void;
}

/** An exception: for which defect, why, how long, and what the viewer may do about it. */
export function ExceptionCard({ exception, place, names, onDone }: Props): ReactElement {
  const { defect, because, hours, requestedBy, requestedAt, state, events, may } = exception;
  const [ending, setEnding] = useState<'refuse' | 'revoke' | null>(null);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const now = useServerNow();
  const isLive = state === 'requested' || state === 'approved';
  const approve = async (): Promise<void> => {
    setBusy(true);
    const done = await approveException(place, defect.id);
    setBusy(false);
    setProblem(done.problem);
    if (done.problem === null) onDone(done.sentence);
  };
  const end = async (why: string): Promise<string | null> => {
    if (ending === null) return null;
    const done = await endException(place, defect.id, ending, why);
    if (done.problem === null) {
      setEnding(null);
      onDone(done.sentence);
    }
    return done.problem;
  };
  return (
    <li className={`control-card${isLive ? ' control-card-live' : ''}`} data-exception={defect.key}>
      <p className="control-title">
        <strong>Exception for</strong> <IssueLink issueKey={defect.key} />
        <span className="control-state">{exceptionWords(exception, now)}</span>
      </p>
      <p>
        {defect.summary} <SeverityMark severity={defect.severity} short />
      </p>
      <p>“{because}”</p>
      <p className="subtle small">
        Asked for by {personWords(requestedBy, names)}, <RelativeTime at={requestedAt} />, for {hours}{' '}
        {hours === 1 ? 'hour' : 'hours'}.
      </p>
      {problem !== null && (
        <p className="problem small" role="alert">
          {problem}
        </p>
      )}
      {ending === null && isLive && (may.approve || may.refuse || may.revoke) && (
        <div className="actions">
          {may.approve && (
            <Button appearance="primary" spacing="compact" isLoading={busy} onClick={() => void approve()}>
              Approve
            </Button>
          )}
          {may.refuse && (
            <Button spacing="compact" onClick={() => setEnding('refuse')}>
              Refuse
            </Button>
          )}
          {may.revoke && (
            <Button spacing="compact" appearance="subtle" onClick={() => setEnding('revoke')}>
              {state === 'requested' ? 'Take back' : 'Revoke'}
            </Button>
          )}
        </div>
      )}
      {ending !== null && (
        <BecauseForm
          name={ending === 'refuse' ? 'Refuse the exception' : 'Revoke the exception'}
          label="Why?"
          verb={ending === 'refuse' ? 'Refuse' : 'Revoke'}
          onSubmit={end}
          onCancel={() => setEnding(null)}
        />
      )}
      {events.length > 1 && <ControlHistory events={events.slice(1)} names={names} />}
    </li>
  );
}
