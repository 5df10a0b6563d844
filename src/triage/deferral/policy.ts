import { day, plus } from '../../kernel/instant';
import type { Instant } from '../../kernel/instant';
import type { Severity } from '../../kernel/severity';
import { endOfDay } from './deferral';

/** Who may approve: holders of the permission (project admins until somebody holds it), project admins, or named people. */
export type ApproverLevel =
  | { readonly kind: 'permission' }
  | { readonly kind: 'project-admins' }
  | { readonly kind: 'people'; readonly accountIds: readonly string[] };

/** When a defect may be left for a later release, and who approves it (contracts/deferral-settings.ts is its parser). */
export interface DeferralPolicy {
  readonly reasons: readonly { readonly key: string; readonly name: string }[];
  /** Days from the approval; one without a severity counts as S1. */
  readonly maxDays: Readonly<Record<Severity, number>>;
  /** The k-th deferral of a defect needs level k, or the last one. Never empty. */
  readonly approvers: readonly ApproverLevel[];
  /** A rationale has so many different words that say something. */
  readonly leastWords: number;
}

export const defaultDeferralPolicy: DeferralPolicy = {
  reasons: [
    { key: 'low-impact', name: 'Low impact on users' },
    { key: 'workaround', name: 'A workaround is there' },
    { key: 'risk-of-fix', name: 'The fix is riskier than the defect' },
    { key: 'needs-design', name: 'The fix needs a larger change' },
    { key: 'third-party', name: 'Waits for somebody else' },
    { key: 'not-in-use', name: 'What it touches is not in use yet' },
  ],
  maxDays: { S1: 14, S2: 30, S3: 90, S4: 180 },
  approvers: [{ kind: 'permission' }, { kind: 'project-admins' }],
  leastWords: 8,
};

/** Whether a defect may wait only with a workaround or a compensating control. */
export function needsControl(severity: Severity | null): boolean {
  return severity === null || severity === 'S1' || severity === 'S2';
}

export function maxDaysFor(policy: DeferralPolicy, severity: Severity | null): number {
  return policy.maxDays[severity ?? 'S1'];
}

/** The latest expiry of a deferral that holds from a moment on. */
export function latestExpiry(policy: DeferralPolicy, severity: Severity | null, from: Instant): Instant {
  return endOfDay(plus(from, maxDaysFor(policy, severity) * day));
}

/** @param k counts from 1 */
export function levelFor(policy: Pick<DeferralPolicy, 'approvers'>, k: number): ApproverLevel {
  return policy.approvers[Math.min(k, policy.approvers.length) - 1] ?? { kind: 'project-admins' };
}

/** What Jira says of a person, where a decision is to be made. */
export interface DecidingPerson {
  readonly accountId: string;
  /** Whether anybody was granted the permission in the project, and whether this person has it. */
  readonly granted: boolean;
  readonly has: boolean;
  readonly admin: boolean;
}

/** Whether the policy lets a person approve at this level. */
export function isApprover(level: ApproverLevel, { accountId, granted, has, admin }: DecidingPerson): boolean {
  if (level.kind === 'people') return level.accountIds.includes(accountId);
  if (level.kind === 'project-admins') return admin;
  return granted ? has : admin;
}

/** Who that is, as the end of a sentence. */
export function levelWords(level: ApproverLevel): string {
  if (level.kind === 'project-admins') return 'an admin of the project';
  if (level.kind === 'permission') return 'somebody who may approve deferrals';
  return level.accountIds.length === 1 ? 'the person whom the settings name' : 'one of the people whom the settings name';
}
