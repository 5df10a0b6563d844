import type { Message } from './message';
import type { ForPeople } from './occurrence';
import type { Channel, Recipient } from './rules';

/** Who stands behind the recipients, for one issue. */
export interface PeopleFacts {
  readonly owner: string | null;
  readonly assignee: string | null;
  readonly watchers: readonly string[];
  /** Account ids of those whom the message is for by name. */
  readonly named: readonly string[];
  /** Account ids of those who decide on what was asked for, and of those who asked. */
  readonly approvers: readonly string[];
  readonly requesters: readonly string[];
  /** Account ids of the members by name of the role or group. */
  readonly roles: ReadonlyMap<string, readonly string[]>;
  readonly groups: ReadonlyMap<string, readonly string[]>;
  /** Whether a person may see the issue; who may not is never told of it. */
  readonly mayBeTold: (accountId: string) => boolean;
}

/** A comment with more mentions would be read as noise. */
const mostPeople = 50;

/** Whom a message names on a channel. */
export function recipientsOn({ parts }: Message, channel: Channel): Recipient[] {
  return parts.flatMap(({ to, channels }) => (channels.includes(channel) ? to : []));
}

/** Pseudonyms of those whom a message is for. */
export function pseudonymsIn({ parts }: Message, kind: keyof ForPeople): string[] {
  return [...new Set(parts.flatMap(({ content }) => content[kind] ?? []))];
}

/** Account ids behind recipients, each once, without asking whether they may be told. */
export function peopleBehind(recipients: readonly Recipient[], facts: Omit<PeopleFacts, 'mayBeTold'>): string[] {
  const found = recipients.flatMap((recipient) => {
    if (recipient.kind === 'role') return facts.roles.get(recipient.name) ?? [];
    if (recipient.kind === 'group') return facts.groups.get(recipient.name) ?? [];
    if (recipient.kind === 'watchers') return facts.watchers;
    if (recipient.kind === 'named') return facts.named;
    if (recipient.kind === 'approvers') return facts.approvers;
    if (recipient.kind === 'requester') return facts.requesters;
    return facts[recipient.kind] ?? [];
  });
  return [...new Set(found)].slice(0, mostPeople);
}

/** Whom a message tells on a channel. */
export function peopleToTell(message: Message, channel: Channel, facts: PeopleFacts): string[] {
  return peopleBehind(recipientsOn(message, channel), facts).filter(facts.mayBeTold);
}

/** Recipients in words, for people. */
export function recipientWords(recipient: Recipient): string {
  switch (recipient.kind) {
    case 'owner':
      return 'the owner';
    case 'assignee':
      return 'the assignee';
    case 'watchers':
      return 'everyone who watches';
    case 'named':
      return 'those whom the ladder names';
    case 'approvers':
      return 'the approvers';
    case 'requester':
      return 'who asked for it';
    case 'role':
      return `the role ${recipient.name}`;
    case 'group':
      return `the group ${recipient.name}`;
  }
}
