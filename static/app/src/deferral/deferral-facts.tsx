import type { ReactElement } from 'react';
import type { DeferralRow } from '../../../../src/contracts/deferrals';
import { RelativeTime } from '../shared/moment';
import { usePage } from '../shared/page-context';
import { daysLeftWords, lastDay, personWords } from './deferral-words';

interface Props {
  readonly row: DeferralRow;
  readonly names: ReadonlyMap<string, string>;
}

/** To which release and until when, in one line: what a deferral is about. */
export function DeferralTerms({ row }: { row: DeferralRow }): ReactElement {
  const { format } = usePage();
  const { state, daysLeft, target } = row;
  const day = <time dateTime={lastDay(row)}>{format.date(lastDay(row))}</time>;
  const soon = daysLeft !== null && daysLeft < 14;
  return (
    <span className="deferral-terms">
      To <strong>{target.name}</strong>, {state === 'requested' ? 'would hold until ' : 'until '}
      {day}
      {daysLeft !== null && (
        <>
          {', '}
          <span className={soon ? 'deferral-soon' : undefined}>{daysLeftWords(daysLeft)}</span>
        </>
      )}
    </span>
  );
}

/** The class of its reason and the rationale, and what protects users meanwhile. */
export function DeferralReason({ row: { reason, rationale, control } }: { row: DeferralRow }): ReactElement {
  return (
    <div className="deferral-reason">
      <p>
        <strong>{reason.name}.</strong> {rationale}
      </p>
      {control !== null && <p className="subtle">Meanwhile: {control}</p>}
    </div>
  );
}

/** Who asked and who decided, when. */
export function DeferralPeople({ row, names }: Props): ReactElement {
  const { requestedBy, requestedAt, approver, decidedAt, state, waitsFor } = row;
  return (
    <p className="subtle small">
      Asked for by {personWords(requestedBy, names)} <RelativeTime at={requestedAt} />
      {approver !== null && decidedAt !== null && (
        <>
          {`; ${state === 'refused' ? 'refused' : 'approved'} by ${personWords(approver, names)} `}
          <RelativeTime at={decidedAt} />
        </>
      )}
      .{waitsFor !== null && ` ${waitsFor}`}
    </p>
  );
}

/** Everything that happened to a deferral, oldest first. */
export function DeferralHistory({ row: { events }, names }: Props): ReactElement {
  return (
    <ol className="deferral-history small" aria-label="What happened to it">
      {events.map(({ at, title, who, because }) => (
        <li key={`${at} ${title}`}>
          {title} {who === null ? 'by Holdpoint' : `by ${personWords(who, names)}`} <RelativeTime at={at} />
          {because !== null && <span className="deferral-because">{because}</span>}
        </li>
      ))}
    </ol>
  );
}
