import type { Severity } from '../kernel/severity';
import type { EventName } from './messages';
import type { DeploymentState } from './occurrence';
import type { QuietHours } from './quiet-hours';

/** Whom a rule tells. Who that is, is asked when a message is told. */
export type Recipient =
  /** The lead of the first component of the issue that has one; else the project's lead. */
  | { readonly kind: 'owner' }
  | { readonly kind: 'assignee' }
  | { readonly kind: 'watchers' }
  /** Those who may decide on the deferral that it is about, and who asked for it; nobody where it is about none. */
  | { readonly kind: 'approvers' | 'requester' }
  /** Those whom what happened is for by name; no rule of an admin has it. */
  | { readonly kind: 'named' }
  /** Members of a project role or of a group, by its name. */
  | { readonly kind: 'role'; readonly name: string }
  | { readonly kind: 'group'; readonly name: string };

/** `automation` leaves what was told on the issue for a rule of Jira Automation, which can pass it on to Slack or Teams. */
export const channels = ['comment', 'mail', 'automation'] as const;
export type Channel = (typeof channels)[number];

/** Which releases a rule is for. `any` is also what belongs to no release. */
export type Stream =
  | { readonly kind: 'any' }
  | { readonly kind: 'unreleased' }
  | { readonly kind: 'deployed'; readonly stages: readonly string[]; readonly states: readonly DeploymentState[] };

export interface NotificationRule {
  readonly id: string;
  readonly name: string;
  readonly active: boolean;
  readonly events: readonly EventName[];
  /** The mildest that is told; null for all. What has no severity is always told. */
  readonly severity: Severity | null;
  readonly stream: Stream;
  /** Where the message stands: on the release ticket, one for the whole release, or on the issue that it happened to. */
  readonly place: 'release' | 'issue';
  readonly to: readonly Recipient[];
  readonly channels: readonly Channel[];
  /** After a message, what follows on the same release or issue within these minutes is one message at their end. */
  readonly windowMinutes: number;
}

/** Who is told of what (contracts/notification-settings.ts is its parser). */
export interface NotificationRules {
  /** While off, nobody is told anything; what happens is kept for the preview. */
  readonly on: boolean;
  readonly quiet: QuietHours | null;
  readonly rules: readonly NotificationRule[];
}

/**
 * Off until an admin switches it on, as gates only observe until then: an app that writes on everybody's issues on the day of its
 * installation is taken off the day after. The rules are ready, and the preview shows what they would have told.
 */
export const defaultNotificationRules: NotificationRules = {
  on: false,
  quiet: null,
  rules: [
    {
      id: 'blocker-in-live-release',
      name: 'A blocker in a release that users have',
      active: true,
      events: ['defect-created', 'defect-raised', 'incident'],
      severity: 'S1',
      stream: { kind: 'deployed', stages: ['canary', 'production'], states: ['deploying', 'deployed'] },
      place: 'release',
      to: [{ kind: 'owner' }],
      channels: ['comment'],
      windowMinutes: 15,
    },
    {
      id: 'gate-held',
      name: 'A gate turns to held',
      active: true,
      events: ['gate-held'],
      severity: null,
      stream: { kind: 'unreleased' },
      place: 'release',
      to: [{ kind: 'owner' }],
      channels: ['comment'],
      windowMinutes: 15,
    },
    {
      id: 'deferral-waits',
      name: 'A deferral waits for a decision',
      active: true,
      events: ['deferral-requested'],
      severity: null,
      stream: { kind: 'any' },
      place: 'release',
      to: [{ kind: 'approvers' }],
      channels: ['comment'],
      windowMinutes: 15,
    },
    {
      id: 'deferral-decided',
      name: 'A deferral was decided',
      active: true,
      events: ['deferral-approved', 'deferral-refused'],
      severity: null,
      stream: { kind: 'any' },
      place: 'release',
      to: [{ kind: 'requester' }],
      channels: ['comment'],
      windowMinutes: 15,
    },
    {
      id: 'deferral-ends',
      name: 'A deferral ends',
      active: true,
      events: ['deferral-expiring', 'deferral-expired'],
      severity: null,
      stream: { kind: 'any' },
      place: 'release',
      to: [{ kind: 'requester' }, { kind: 'owner' }],
      channels: ['comment'],
      windowMinutes: 15,
    },
  ],
};
