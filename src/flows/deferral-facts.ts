import { fixVersionsByDefect, versionsOf } from '../defects/shell';
import type { Instant } from '../kernel/instant';
import { clockFrom, defersFor } from '../triage';
import { activeDeferrals, heldTimes } from '../triage/shell';

/** What deferrals mean for the gates of a project at a moment. */
export interface DeferralFacts {
  /** Until when a defect does not count for a release; null where it does. */
  deferredUntil(defectId: string, versionId: string): Instant | null;
  /** From when its resolution target counts. */
  clockFrom(defect: { readonly id: string; readonly createdAt: Instant }): Instant;
}

/** Nothing was ever deferred. */
export const noDeferrals: DeferralFacts = { deferredUntil: () => null, clockFrom: ({ createdAt }) => createdAt };

/** Decided by the time and by what the store knows of defects and releases now, whether or not anybody noticed what is over. */
export async function deferralFacts(projectId: string, now: Instant): Promise<DeferralFacts> {
  const held = await heldTimes(projectId);
  const active = new Map((await activeDeferrals(projectId, now)).map((deferral) => [deferral.issueId, deferral]));
  const releases = active.size === 0 ? [] : await versionsOf(projectId);
  const planned = await fixVersionsByDefect([...active.keys()]);
  return {
    deferredUntil(defectId, versionId) {
      const deferral = active.get(defectId);
      if (deferral === undefined) return null;
      const facts = { defect: { open: true, planned: planned.get(defectId) ?? [] }, releases, now };
      return defersFor(deferral, versionId, facts) ? deferral.expiresAt : null;
    },
    clockFrom: ({ id, createdAt }) => clockFrom(createdAt, held.get(id) ?? [], now),
  };
}
