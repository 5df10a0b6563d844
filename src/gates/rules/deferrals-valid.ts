import { day, plus } from '../../kernel/instant';
import type { Instant } from '../../kernel/instant';
import type { DeferralFact } from '../evidence';
import { apart, dayOf, rule } from './rule';

/** Why a deferral is not in order, worst first. */
const faults = ['unknown', 'undecided', 'expired', 'unapproved', 'own', 'lapsing'] as const;
type Fault = (typeof faults)[number];

/**
 * Stage -> every deferral that keeps a defect out of this release's count is in order: on record as approved, not over, and approved by
 * somebody who is still known and not assigned to the defect. One that is over in `daysLeft` days counts as over. What was asked for and
 * not decided is told, and keeps nothing out.
 */
export const deferralsValid = rule<'deferrals-valid', 'defects' | 'deferrals'>({
  name: 'deferrals-valid',
  needs: ['defects', 'deferrals'],
  describe: ({ daysLeft }) => ({
    id: 'deferrals-valid',
    title: 'Deferrals that are not in order',
    definition: `Deferrals that keep defects out of this release's count. Each must be approved and hold${daysLeft === 0 ? '' : ` for more than ${counted(daysLeft, 'day')}`}, and who approved it must still be known and not be assigned to the defect.`,
    limit: 0,
    unit: 'items',
    atLeast: false,
    clause: null,
  }),
  find({ daysLeft }, { defects, deferrals }, { now }) {
    const { counted: open, deferred } = apart(defects.facts, now);
    const bad = deferred.flatMap(({ id }) => {
      const deferral = deferrals.facts.get(id);
      const fault = faultOf(deferral, daysLeft, now);
      return fault === null ? [] : [{ id, fault, expiresAt: deferral?.expiresAt ?? now }];
    });
    const waiting = open.filter(({ id }) => isWaiting(deferrals.facts.get(id), now)).length;
    const parts = faults.flatMap((fault) => {
      const some = bad.filter((one) => one.fault === fault);
      const [first] = some.map(({ expiresAt }) => expiresAt).sort();
      return first === undefined ? [] : [faultWords(fault, some.length, daysLeft, first, now)];
    });
    const asked =
      waiting === 0
        ? []
        : [`${counted(waiting, 'more')} asked for and not decided, so ${waiting === 1 ? 'it counts' : 'they count'}`];
    const value = bad.length;
    const head = `${value} of ${counted(deferred.length, 'deferral')} not in order`;
    const none =
      deferred.length === 0
        ? 'nothing is deferred'
        : `${deferred.length === 1 ? 'the one deferral is' : `all ${deferred.length} deferrals are`} in order`;
    const reason = [value === 0 ? none : `${head}: ${parts.join(', ')}`, ...asked].join('; ');
    return {
      value,
      met: value === 0,
      reason,
      defectIds: bad.map(({ id }) => id),
      restsUntil: nextTurn(
        deferred.flatMap(({ id }) => deferrals.facts.get(id)?.expiresAt ?? []),
        daysLeft,
        now,
      ),
    };
  },
});

function faultOf(deferral: DeferralFact | undefined, daysLeft: number, now: Instant): Fault | null {
  if (deferral === undefined) return 'unknown';
  if (deferral.state === 'requested') return 'undecided';
  if (deferral.expiresAt <= now) return 'expired';
  if (deferral.approver?.isKnown !== true) return 'unapproved';
  if (deferral.approver.isAssignee) return 'own';
  return daysLeft > 0 && deferral.expiresAt <= plus(now, daysLeft * day) ? 'lapsing' : null;
}

function isWaiting(deferral: DeferralFact | undefined, now: Instant): boolean {
  return deferral?.state === 'requested' && deferral.expiresAt > now;
}

function faultWords(fault: Fault, n: number, daysLeft: number, first: Instant, now: Instant): string {
  const is = n === 1 ? 'is' : 'are';
  switch (fault) {
    case 'unknown':
      return `${n} ${is} not on record`;
    case 'undecided':
      return `${n} ${is} not decided`;
    case 'expired':
      return `${n} ${is} over`;
    case 'unapproved':
      return `${n} ${n === 1 ? 'was' : 'were'} approved by nobody who is still known`;
    case 'own':
      return `${n} ${n === 1 ? 'was' : 'were'} approved by the person to whom the defect is assigned`;
    case 'lapsing':
      return `${n} ${n === 1 ? 'ends' : 'end'} within ${counted(daysLeft, 'day')}, the first on ${dayOf(first, now)}`;
  }
}

/** When the next one that is in order by now will not be any more: at its end, or so many days before. */
function nextTurn(ends: readonly Instant[], daysLeft: number, now: Instant): Instant | null {
  return (
    ends
      .map((end) => plus(end, -daysLeft * day))
      .filter((at) => at > now)
      .sort()[0] ?? null
  );
}

function counted(n: number, what: string): string {
  return `${n} ${what}${n === 1 || what === 'more' ? '' : 's'}`;
}
