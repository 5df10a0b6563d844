import type { NotificationRuleSettings, NotificationRulesSettings } from '../../../../../src/contracts/notification-settings';
import { replaced, without } from '../edit-settings';

export type Rule = NotificationRuleSettings;
export type Rules = NotificationRulesSettings;
export type Recipient = Rule['to'][number];
export type Quiet = NonNullable<Rules['quiet']>;

/** What can be told, in the words of the screen, by what it is about. */
export const eventGroups: readonly {
  readonly title: string;
  readonly events: readonly { readonly event: Rule['events'][number]; readonly label: string }[];
}[] = [
  {
    title: 'Gates',
    events: [
      { event: 'gate-held', label: 'A gate turns to held' },
      { event: 'gate-opened', label: 'A gate opens' },
      { event: 'gate-unknown', label: 'A gate cannot be judged any more' },
      { event: 'line-stopped', label: 'The line of a release is stopped' },
      { event: 'line-drilled', label: 'Stopping the line is drilled' },
      { event: 'released-while-held', label: 'A release goes past its gate' },
    ],
  },
  {
    title: 'Defects',
    events: [
      { event: 'defect-created', label: 'A defect is reported' },
      { event: 'defect-raised', label: 'A defect is raised in severity' },
      { event: 'incident', label: 'An incident is reported' },
    ],
  },
  {
    title: 'Deployments',
    events: [
      { event: 'deployment-started', label: 'A deployment starts' },
      { event: 'deployment-finished', label: 'A deployment finishes' },
      { event: 'deployment-failed', label: 'A deployment fails' },
      { event: 'deployment-rolled-back', label: 'A deployment is rolled back' },
    ],
  },
  {
    title: 'Pipelines',
    events: [
      { event: 'run-broken', label: 'A test run breaks off' },
      { event: 'delivery-unusable', label: 'Something sent cannot be used' },
    ],
  },
  {
    title: 'Deferrals',
    events: [
      { event: 'deferral-requested', label: 'A deferral waits for a decision' },
      { event: 'deferral-approved', label: 'A deferral is approved' },
      { event: 'deferral-refused', label: 'A deferral is refused' },
      { event: 'deferral-expiring', label: 'A deferral ends in three days' },
      { event: 'deferral-expired', label: 'A deferral has ended' },
    ],
  },
  {
    title: 'Triage',
    events: [
      { event: 'triage-warned', label: 'A defect is to be decided on soon' },
      { event: 'triage-overdue', label: 'A defect was not decided on in time' },
      { event: 'triage-escalated', label: 'A decision is escalated' },
      { event: 'triage-defaulted', label: 'A recommendation is accepted, because nobody decided' },
      { event: 'owner-escalated', label: 'An undecided defect is taken to the next people' },
      { event: 'question-expired', label: 'A question is not answered in time' },
    ],
  },
];

export const ways = [
  { channel: 'comment', label: 'A comment that mentions them' },
  { channel: 'mail', label: 'An e-mail' },
  { channel: 'automation', label: 'Jira Automation, for Slack or Teams' },
] as const;

export const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;

/** The list with an item, or without it where it had it. */
export function toggled<Item>(items: readonly Item[], item: Item): Item[] {
  return items.includes(item) ? items.filter((other) => other !== item) : [...items, item];
}

export function changeRule(rules: Rules, at: number, change: Partial<Rule>): Rules {
  return { ...rules, rules: replaced(rules.rules, at, change) };
}

export function removeRule(rules: Rules, at: number): Rules {
  return { ...rules, rules: without(rules.rules, at) };
}

/** A new rule tells the owner of a gate that turns to held: the least that a release manager wants to know. */
export function addRule(rules: Rules): Rules {
  const taken = rules.rules.map(({ id }) => id);
  let number = rules.rules.length + 1;
  while (taken.includes(`rule-${number}`)) number += 1;
  const rule: Rule = {
    ...{ id: `rule-${number}`, name: `Rule ${number}`, active: true, events: ['gate-held'], severity: null },
    ...{ stream: { kind: 'unreleased' }, place: 'release', to: [{ kind: 'owner' }], channels: ['comment'], windowMinutes: 15 },
  };
  return { ...rules, rules: [...rules.rules, rule] };
}

/** Whether two recipients are the same; names are compared as Jira does, without regard to case. */
export function isSame(one: Recipient, other: Recipient): boolean {
  const nameOf = (recipient: Recipient): string => ('name' in recipient ? recipient.name.trim().toLowerCase() : '');
  return one.kind === other.kind && nameOf(one) === nameOf(other);
}

export function toggledRecipient(to: readonly Recipient[], recipient: Recipient): Recipient[] {
  const has = to.some((other) => isSame(other, recipient));
  return has ? to.filter((other) => !isSame(other, recipient)) : [...to, recipient];
}

/** Nights on working days, until the admin says otherwise. @param zone of the person at the screen */
export function newQuiet(zone: string): Quiet {
  return { zone, spans: [{ days: [1, 2, 3, 4, 5], from: '22:00', to: '07:00' }], breakThrough: true };
}

export function changeSpan(quiet: Quiet, at: number, change: Partial<Quiet['spans'][number]>): Quiet {
  return { ...quiet, spans: replaced(quiet.spans, at, change) };
}

/** The weekend, whole, is what most people add. */
export function addSpan(quiet: Quiet): Quiet {
  return { ...quiet, spans: [...quiet.spans, { days: [6, 7], from: '00:00', to: '00:00' }] };
}

/** A rule in one line: of what, how bad, whom, and in how many ways. */
export function ruleWords({ events, to, channels, severity }: Rule): string {
  const known = eventGroups.flatMap((group) => group.events);
  const [first = 'Nothing yet', ...others] = known.filter(({ event }) => events.includes(event)).map(({ label }) => label);
  const more = others.length === 0 ? '' : ` and ${others.length} more`;
  const worst = severity === null ? '' : severity === 'S1' ? ', only S1' : `, ${severity} or worse`;
  const whom = to.length === 0 ? 'nobody by name' : to.map(recipientLabel).join(', ');
  return `${first}${more}${worst}; tells ${whom}${channels.length > 1 ? `, in ${channels.length} ways` : ''}`;
}

export function recipientLabel(recipient: Recipient): string {
  if (recipient.kind === 'role') return `role ${recipient.name}`;
  if (recipient.kind === 'group') return `group ${recipient.name}`;
  const { kind } = recipient;
  return { owner: 'owner', assignee: 'assignee', watchers: 'watchers', approvers: 'approvers', requester: 'who asked' }[kind];
}
