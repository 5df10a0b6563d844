import type { ReactElement } from 'react';
import { RouteLink } from '../routing';
import type { StepRow } from './use-steps';

/** Who owns a defect now, and why. Until that is known its line says who has it. @param assignee their name; null for nobody */
export function OwnerNow({ row, assignee }: { row: StepRow | undefined; assignee: string | null }): ReactElement {
  const owner = row?.owner ?? null;
  const known = assignee === null ? 'Nobody has it' : `${assignee} has it`;
  return (
    <p className="subtle small owner-now">{owner === null ? known : `Owner now: ${owner.name ?? 'somebody'}, ${owner.why}`}</p>
  );
}

/** What to do next, with the way to where it is done. */
export function NextStep({ row }: { row: StepRow | undefined }): ReactElement {
  if (row === undefined) return <p aria-hidden="true">&nbsp;</p>;
  const { kind, words } = row.step;
  return (
    <p data-step={kind}>
      {words}
      {kind === 'asked' && (
        <>
          {'. '}
          <RouteLink to={{ screen: 'deferrals', filters: { show: 'waiting', release: null } }}>Go to the deferrals</RouteLink>
        </>
      )}
      {kind === 'decide' && (
        <>
          {'. '}
          <RouteLink to={{ screen: 'triage', sessionId: null }}>Go to triage</RouteLink>
        </>
      )}
    </p>
  );
}

/** Whether asking for a deferral is something to do about it. */
export function mayDefer(row: StepRow | undefined): boolean {
  return row?.step.kind !== 'deferred' && row?.step.kind !== 'asked';
}
