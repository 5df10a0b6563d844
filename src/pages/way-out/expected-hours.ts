import { lasting, leastClosed, medianRemaining, percentile } from '../../analytics';
import type { Lasting } from '../../analytics';
import { agingSeverities } from '../../contracts/aging';
import type { Hold, HoursOf, StepAct } from '../../gates';
import { between, hour } from '../../kernel/instant';
import type { Instant } from '../../kernel/instant';
import type { Severity } from '../../kernel/severity';
import type { Deferral } from '../../triage';
import type { ClosedOnes } from '../aging/closed-ones';
import type { Waits } from './waits';

/** How long things waited that some step ends. */
export interface KnownWaits {
  readonly act: StepAct;
  /** Of holds: those of one cause. */
  readonly cause: Hold['cause'] | null;
  readonly waits: Waits;
  /** For how long, in milliseconds, what the step would end has waited by now: by the id of the defect or of the condition. */
  readonly waited: ReadonlyMap<string, number>;
}

export interface HoursFacts {
  /** Open defects that the viewer may see, by id; of others nothing is said. */
  readonly defects: ReadonlyMap<string, { readonly severity: Severity | null; readonly createdAt: Instant }>;
  /** How long closed ones took, by the place of their severity in `agingSeverities`. */
  readonly closed: readonly ClosedOnes[];
  /** Hours from request to approval of the project's deferrals, ascending. */
  readonly approvals: Float64Array;
  /** Whether there is a later release to defer to. */
  readonly canDefer: boolean;
  /** For the other acts. */
  readonly waits: readonly KnownWaits[];
  readonly now: Instant;
}

/**
 * Expected hours by the project's own history. Closing: how much longer half of the closed defects of this severity took that were once
 * as old, of S1 where it has none and too few such are closed. Deferring: how long half of the approved deferrals waited for their
 * approval. For the rest: how much longer half of those waited that had once waited as long; nothing is known where too few were done.
 */
export function expectedHours({ defects, closed, approvals, canDefer, waits, now }: HoursFacts): HoursOf {
  const curves = closed.map(curveOf);
  const approval = approvals.length < leastClosed ? null : percentile(approvals, 0.5);
  return (act, id) => {
    if (act === 'defer') return canDefer ? approval : 'no';
    if (act !== 'close') return hoursLeft(waits, act, id);
    const defect = defects.get(id);
    if (defect === undefined) return null;
    const curve =
      curves[agingSeverities.indexOf(defect.severity ?? 'none')] ??
      curves[agingSeverities.indexOf(defect.severity ?? 'S1')] ??
      null;
    const left = curve === null ? null : medianRemaining(curve, between(defect.createdAt, now));
    return left === null ? null : left / hour;
  };
}

function hoursLeft(all: readonly KnownWaits[], act: StepAct, id: string): number | null {
  const known = all.find((one) => one.act === act && one.waited.has(id));
  if (known?.waits.curve == null) return null;
  const left = medianRemaining(known.waits.curve, known.waited.get(id) ?? 0);
  return left === null ? null : left / hour;
}

/** @returns null where too few are closed to say */
function curveOf({ restsOn, centiles }: ClosedOnes): Lasting | null {
  return restsOn < leastClosed ? null : lasting(centiles, new Uint8Array(centiles.length).fill(1));
}

/** Hours from the request to the approval of those that were approved, ascending. */
export function approvalHours(deferrals: readonly Pick<Deferral, 'events'>[]): Float64Array {
  const waited = deferrals.flatMap(({ events }) => {
    const [asked, approved] = [events[0]?.at, events.find(({ act }) => act === 'approved')?.at];
    return asked === undefined || approved === undefined ? [] : [Math.max(0, between(asked, approved)) / hour];
  });
  return Float64Array.from(waited).sort();
}
