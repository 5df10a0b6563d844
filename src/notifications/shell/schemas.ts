import { z } from 'zod';
import { tellableEvents } from '../../contracts/notification-settings';
import { severitySchema, stateSchema } from '../../contracts/screen';
import type { Message } from '../message';
import type { NotificationState } from '../decide';
import type { Told } from '../messages';
import { deploymentStates } from '../occurrence';
import { channels } from '../rules';

/** What the table keeps, as it is read again. */
const named = z.object({ id: z.string(), name: z.string() });
const event = z.enum(tellableEvents);
const gate = z.object({
  stage: z.object({ key: z.string(), name: z.string() }),
  from: stateSchema.nullable(),
  to: stateSchema,
  sentence: z.string(),
});

const pseudonyms = z.array(z.string()).exactOptional();
const people = { people: pseudonyms, approvers: pseudonyms, requesters: pseudonyms };

export const occurrenceSchema: z.ZodType<Told> = z.object({
  id: z.string(),
  event,
  at: z.string(),
  projectId: z.string(),
  severity: severitySchema.nullable(),
  issueId: z.string().nullable(),
  releases: z.array(
    named.extend({
      released: z.boolean(),
      ticketId: z.string().nullable(),
      deployments: z.array(z.object({ stage: z.string(), state: z.enum(deploymentStates) })),
      gates: z.array(gate),
    }),
  ),
  sentence: z.string(),
  ...people,
});

const content = z.object({
  firstAt: z.string(),
  lastAt: z.string(),
  severity: severitySchema.nullable(),
  events: z.array(z.object({ event, count: z.number(), sentence: z.string() })),
  releases: z.array(named),
  gates: z.array(gate.extend({ release: named })),
  ...people,
});
const place = { subject: z.string(), issueId: z.string().nullable() };

const recipient = z.union([
  z.object({ kind: z.enum(['owner', 'assignee', 'watchers', 'named', 'approvers', 'requester']) }),
  z.object({ kind: z.enum(['role', 'group']), name: z.string() }),
]);

export const messageSchema: z.ZodType<Message> = z.object({
  id: z.string(),
  at: z.string(),
  issueId: z.string().nullable(),
  digest: z.boolean(),
  parts: z.array(
    z.object({
      rule: named,
      subject: z.string(),
      to: z.array(recipient),
      channels: z.array(z.enum(channels)),
      content,
    }),
  ),
});

const stateOfProject: z.ZodType<NotificationState> = z.object({
  windows: z.array(z.object({ ...place, ruleId: z.string(), dueAt: z.string(), content: content.nullable() })),
  heldBack: z.array(z.object({ ...place, ruleId: z.string(), content })),
});

/** What is gathered in a project. What `decide` has taken and given is kept beside its state until both have been written down. */
export interface Gathered {
  readonly state: NotificationState;
  /** Ids of the rows of the occurrences that the state already counts. */
  readonly taken: readonly string[];
  readonly outbox: readonly Message[];
}
export const gatheredSchema: z.ZodType<Gathered> = z.object({
  state: stateOfProject,
  taken: z.array(z.string()),
  outbox: z.array(messageSchema),
});
