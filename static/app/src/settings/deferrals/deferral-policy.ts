import type { Settings } from '../../../../../src/contracts/settings';
import { severities } from '../../shared/severity-names';
import type { Edit } from '../edit-settings';

export type DeferralSettings = Settings['deferrals'];
export type ApproverLevel = DeferralSettings['approvers'][number];

export const changeDeferrals =
  (change: Partial<DeferralSettings>): Edit =>
  (settings) => ({ ...settings, deferrals: { ...settings.deferrals, ...change } });

export const levelKinds = [
  { value: 'permission', label: 'Who has the permission to approve deferrals' },
  { value: 'project-admins', label: 'Project admins' },
  { value: 'people', label: 'These people' },
] as const;

export function levelOf(kind: ApproverLevel['kind']): ApproverLevel {
  return kind === 'people' ? { kind, accountIds: [] } : { kind };
}

/** Which deferrals of a defect a level approves: `The first`, `The third and later ones`. */
export function levelName(at: number, levels: number): string {
  const name = ['The first', 'The second', 'The third', 'The fourth', 'The fifth'][at] ?? `Number ${at + 1}`;
  if (levels === 1) return 'Every deferral';
  return at === levels - 1 ? `${name} and later ones` : name;
}

/** What holds now, in one line. */
export function deferralsSummary({ maxDays, approvers, leastWords }: DeferralSettings): string {
  const days = severities.map((severity) => `${severity} ${maxDays[severity]}`).join(', ');
  const levels = approvers.length === 1 ? '1 level of approval' : `${approvers.length} levels of approval`;
  return `At most ${days} days; ${levels}; rationales of ${leastWords} words`;
}
