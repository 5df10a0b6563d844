import { minute, plus } from '../../kernel/instant';
import type { Instant } from '../../kernel/instant';
import { addComment, addLabel, hasComment, notifyPeople, ok, writeIssueProperty } from '../../platform/jira';
import type { JiraOutcome } from '../../platform/jira';
import type { Message } from '../message';
import { automationFacts, commentOf, mailOf } from '../render';
import { claimMessage, finishMessage, messagesToSend, nothingYet, rowsToSend, settle, stateOfMessage } from './message-store';
import type { Outgoing, Sent } from './message-store';
import { findPeople } from './people-to-tell';

/** No function of the app lives longer, so who has not come back by then is dead. */
const claimLife = 16 * minute;
/** Minutes to wait after each try that failed; after the last one it is given up. */
const waits = [1, 5, 15, 60, 360] as const;
/** Under this property and label a rule of Jira Automation finds a message (docs/notifications.md). */
const automationProperty = 'holdpointMessage';
const automationLabel = 'holdpoint-message';

/** Sends messages that are due, each claimed before. @returns how many were set about */
export async function sendDue(now: Instant, most: number): Promise<number> {
  const due = await messagesToSend(now, most);
  for (const outgoing of due) {
    if (!(await claimMessage(outgoing, plus(now, claimLife)))) continue;
    await finishMessage(outgoing, afterwards(await send(outgoing), outgoing, now));
  }
  return due.length;
}

/**
 * Sends a message at this moment, once, however often it is handed in. One that cannot be sent now is sent by the next round.
 * @returns whether it was sent; null while it is on its way
 */
export async function sendAtOnce(
  projectId: string,
  message: Message,
  now: Instant,
): Promise<{ readonly told: boolean; readonly because: string } | null> {
  await settle(projectId, { ...nothingYet, outbox: [message] });
  for (const outgoing of await rowsToSend(message.id)) {
    if (outgoing.message.at > now || !(await claimMessage(outgoing, plus(now, claimLife)))) continue;
    await finishMessage(outgoing, afterwards(await send(outgoing), outgoing, now));
  }
  const found = await stateOfMessage(message.id);
  switch (found?.state) {
    case 'sent':
      return { told: true, because: '' };
    case 'refused':
      return { told: false, because: found.because ?? '' };
    case 'nowhere':
    case 'nobody':
      return { told: false, because: 'There is no issue to tell them on.' };
    default:
      return null;
  }
}

/** Null where there is nobody to tell. */
type Outcome = JiraOutcome<'told' | 'nobody'>;

async function send(outgoing: Outgoing): Promise<Outcome> {
  const { channel, message } = outgoing;
  const { issueId } = message;
  if (issueId === null) return ok('nobody');
  if (channel === 'comment') return sendComment(outgoing, issueId);
  if (channel === 'mail') return sendMail(outgoing, issueId);
  const written = await writeIssueProperty(issueId, automationProperty, automationFacts(message));
  return told(written.kind === 'ok' ? await addLabel(issueId, automationLabel) : written);
}

/** The comment carries the message's id: whoever takes over from a dead function finds it, and does not write it twice. */
async function sendComment({ message, tries }: Outgoing, issueId: string): Promise<Outcome> {
  const there = tries === 0 ? ok(false) : await hasComment(issueId, message.id);
  if (there.kind !== 'ok') return there;
  if (there.value) return ok('told');
  const people = await findPeople(message, issueId, 'comment');
  if (people.kind !== 'ok') return people;
  return told(await addComment(issueId, commentOf(message, people.value), message.id));
}

async function sendMail({ message }: Outgoing, issueId: string): Promise<Outcome> {
  const people = await findPeople(message, issueId, 'mail');
  if (people.kind !== 'ok') return people;
  return people.value.length === 0 ? ok('nobody') : told(await notifyPeople(issueId, people.value, mailOf(message)));
}

function told(outcome: JiraOutcome<null>): Outcome {
  return outcome.kind === 'ok' ? ok('told') : outcome;
}

function afterwards(outcome: Outcome, { tries }: Outgoing, now: Instant): Sent {
  if (outcome.kind === 'ok') return { kind: outcome.value === 'told' ? 'sent' : 'nobody' };
  const { because } = outcome;
  const wait = waits[tries];
  if (outcome.kind === 'busy') return { kind: 'again', at: plus(now, outcome.retryAfter * 1000), because };
  if (outcome.kind !== 'failed' || wait === undefined) return { kind: 'refused', because };
  return { kind: 'again', at: plus(now, wait * minute), because };
}
