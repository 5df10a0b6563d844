import { z } from 'zod';
import { severitySchema } from './screen';

/** Everything that people can be told of. */
export const tellableEvents = [
  'gate-held',
  'gate-opened',
  'gate-unknown',
  'defect-created',
  'defect-raised',
  'deployment-started',
  'deployment-finished',
  'deployment-failed',
  'deployment-rolled-back',
  'incident',
  'run-broken',
  'delivery-unusable',
  'triage-warned',
  'triage-overdue',
  'triage-escalated',
  'triage-defaulted',
  'question-expired',
  'deferral-requested',
  'deferral-approved',
  'deferral-refused',
  'deferral-expiring',
  'deferral-expired',
  'owner-escalated',
  'line-stopped',
  'line-drilled',
  'released-while-held',
] as const;

const name = z.string().trim().min(1, 'Give it a name.').max(80, 'A name has at most 80 characters.');
const ruleId = z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/, 'A rule is known by 1 to 40 lower-case letters, digits and dashes.');
const stageKey = z.string().regex(/^[a-z][a-z0-9-]{0,29}$/, 'A stage key is 1 to 30 lower-case letters, digits and dashes.');
const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Write the time as 22:00.');
const timeZone = z.string().max(60).refine(isTimeZone, 'There is no such time zone. Write it as Europe/Berlin.');

const quietSpanSchema = z.object({
  /** Days on which it begins: 1 Monday to 7 Sunday. */
  days: z.array(z.number().int().min(1).max(7)).min(1, 'Choose at least one day.').max(7),
  from: clockTime,
  to: clockTime,
});
type QuietSpan = z.infer<typeof quietSpanSchema>;

const recipientSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('owner') }),
  z.object({ kind: z.literal('assignee') }),
  z.object({ kind: z.literal('watchers') }),
  z.object({ kind: z.literal('approvers') }),
  z.object({ kind: z.literal('requester') }),
  z.object({ kind: z.literal('role'), name }),
  z.object({ kind: z.literal('group'), name }),
]);

const streamSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('any') }),
  z.object({ kind: z.literal('unreleased') }),
  z.object({
    kind: z.literal('deployed'),
    stages: z.array(stageKey).min(1, 'Choose at least one stage.').max(12),
    states: z
      .array(z.enum(['deploying', 'deployed']))
      .min(1, 'Choose whether it is being deployed or was deployed.')
      .max(2),
  }),
]);

const notificationRuleSchema = z.object({
  id: ruleId,
  name,
  active: z.boolean(),
  events: z.array(z.enum(tellableEvents)).min(1, 'Choose at least one thing to tell of.').max(tellableEvents.length),
  /** The mildest severity that is told; null for all. */
  severity: severitySchema.nullable(),
  stream: streamSchema,
  place: z.enum(['release', 'issue']),
  /** Nobody by name: who is meant follows the role, and the settings hold no personal data. */
  to: z.array(recipientSchema).max(10),
  channels: z
    .array(z.enum(['comment', 'mail', 'automation']))
    .min(1, 'Choose at least one way to tell.')
    .max(3),
  windowMinutes: z.number().int('Use a whole number.').min(1, 'Use 1 minute or more.').max(1440, 'A day is the most.'),
});

/** Who is told of what: a part of the settings document. */
export const notificationRulesSchema = z.object({
  on: z.boolean(),
  quiet: z
    .object({
      zone: timeZone,
      spans: z
        .array(quietSpanSchema)
        .min(1, 'Add a time, or switch quiet hours off.')
        .max(6)
        .refine(leavesTime, 'These quiet hours never end: nobody would be told anything.'),
      breakThrough: z.boolean(),
    })
    .nullable(),
  rules: z
    .array(notificationRuleSchema)
    .max(20, 'There are at most 20 rules.')
    .refine((rules) => new Set(rules.map(({ id }) => id)).size === rules.length, 'Two rules have the same id.'),
});
export type NotificationRuleSettings = z.infer<typeof notificationRuleSchema>;
export type NotificationRulesSettings = z.infer<typeof notificationRulesSchema>;

function isTimeZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).format(0) !== '';
  } catch {
    return false;
  }
}

const minutesOfDay = 1440;

/** Whether some minute of the week is not quiet. */
function leavesTime(spans: readonly QuietSpan[]): boolean {
  const week = Array.from({ length: 7 * minutesOfDay }, () => false);
  for (const { days, from, to } of spans) {
    const [start, end] = [minuteOf(from), minuteOf(to) + (to <= from ? minutesOfDay : 0)];
    for (const weekday of days)
      for (let minute = start; minute < end; minute += 1) week[((weekday - 1) * minutesOfDay + minute) % week.length] = true;
  }
  return week.includes(false);
}

function minuteOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}

export const previewNotificationsRequestSchema = z.object({ rules: z.unknown() });

/** What rules would have told in the last days, from what Holdpoint has kept of them. */
export const previewNotificationsViewSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('invalid'), problems: z.array(z.object({ path: z.string(), message: z.string() })) }),
  z.object({
    kind: z.literal('preview'),
    /** Since when Holdpoint has kept what happened, at most 30 days ago. */
    since: z.string(),
    now: z.string(),
    messages: z.number(),
    /** Days on which something would have been told. */
    days: z.number(),
    busiest: z.object({ day: z.string(), messages: z.number() }).nullable(),
    rules: z.array(
      z.object({
        ruleId: z.string(),
        name: z.string(),
        to: z.array(z.string()),
        messages: z.number(),
        occurrences: z.number(),
        /** Could not have been told: the release has no release ticket. */
        nowhere: z.number(),
        lastAt: z.string().nullable(),
      }),
    ),
    /** The newest messages in words, newest first. They name only what every viewer of the release ticket may see. */
    newest: z.array(z.object({ at: z.string(), text: z.string(), digest: z.boolean() })),
  }),
]);
export type NotificationsPreview = Extract<z.infer<typeof previewNotificationsViewSchema>, { kind: 'preview' }>;
