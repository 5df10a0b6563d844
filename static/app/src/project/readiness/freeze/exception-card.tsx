import type { ReactElement } from 'react';
import type { FreezeExceptionView } from '../../../../../../src/contracts/freeze';
import { IssueLink } from '../../../shared/jira-link';
import { RelativeTime } from '../../../shared/moment';
import { useServerNow } from '../../../shared/server-clock';
import { SeverityMark } from '../../../shared/severity-mark';
import type { Place } from '../control/control-call';
import { ControlHistory, personWords } from '../control/control-history';
import { RequestActs } from '../control/request-acts';
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
  const now = useServerNow();
  const isLive = state === 'requested' || state === 'approved';
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
      {isLive && (
        <RequestActs
          what="exception"
          state={state}
          may={may}
          onApprove={() => approveException(place, defect.id)}
          onEnd={(act, why) => endException(place, defect.id, act, why)}
          onDone={onDone}
        />
      )}
      {events.length > 1 && <ControlHistory events={events.slice(1)} names={names} />}
    </li>
  );
}
