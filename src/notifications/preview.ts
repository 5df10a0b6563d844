import { plus } from '../kernel/instant';
import type { Instant } from '../kernel/instant';
import { countOf } from './content';
import { decide, nextDue, nothingGathered } from './decide';
import type { NotificationState } from './decide';
import type { Message } from './message';
import type { Told } from './messages';
import { recipientWords } from './recipients';
import type { NotificationRule, NotificationRules } from './rules';
import { textOf } from './words';

/** What a rule would have told. */
export interface RuleTold {
  readonly ruleId: string;
  readonly name: string;
  /** Whom, in words. */
  readonly to: readonly string[];
  readonly messages: number;
  /** What happened and is told by them. */
  readonly occurrences: number;
  /** How many of the messages could not be told, because the release has no release ticket. */
  readonly nowhere: number;
  readonly lastAt: Instant | null;
}

export interface WouldHaveTold {
  readonly rules: readonly RuleTold[];
  /** Messages all together, on the busiest day and on how many days. Days are those of UTC. */
  readonly messages: number;
  readonly busiest: { readonly day: string; readonly messages: number } | null;
  readonly days: number;
  /** The newest, newest first. */
  readonly newest: readonly { readonly at: Instant; readonly text: string; readonly digest: boolean }[];
}

const shownMessages = 20;

/**
 * What rules would have told of what happened, decided as the real messages are: `decide` is called whenever something happens or is
 * due, as if the rules had been switched on all the time.
 * @param occurrences oldest first
 * @param until what is due by then has been told
 */
export function wouldHaveTold(rules: NotificationRules, occurrences: readonly Told[], until: Instant): WouldHaveTold {
  return tallied(rules.rules, replayed({ ...rules, on: true }, occurrences, until));
}

/** The messages themselves. */
export function replayed(rules: NotificationRules, occurrences: readonly Told[], until: Instant): Message[] {
  const messages: Message[] = [];
  let state = nothingGathered;
  const step = (some: readonly Told[], now: Instant) => {
    const decided = decide(some, rules, state, now);
    messages.push(...decided.messages);
    state = decided.state;
  };
  let last = occurrences[0]?.at ?? until;
  for (const occurrence of occurrences) {
    for (const due of dues(() => state, rules, last, occurrence.at)) step([], due);
    step([occurrence], occurrence.at);
    last = occurrence.at;
  }
  for (const due of dues(() => state, rules, last, until)) step([], due);
  return messages;
}

/** The moments up to `until` at which something is due, each found after what was told at the one before. */
function* dues(state: () => NotificationState, rules: NotificationRules, from: Instant, until: Instant): Generator<Instant> {
  let now = from;
  for (;;) {
    const due = nextDue(state(), rules, now);
    if (due === null || due > until) return;
    now = due > now ? due : plus(now, 1);
    yield due;
  }
}

function tallied(rules: readonly NotificationRule[], messages: readonly Message[]): WouldHaveTold {
  const days = new Map<string, number>();
  for (const { at } of messages) days.set(at.slice(0, 10), (days.get(at.slice(0, 10)) ?? 0) + 1);
  const [busiest] = [...days].sort(([dayA, a], [dayB, b]) => b - a || (dayA < dayB ? 1 : -1));
  return {
    rules: rules.map((rule) => toldBy(rule, messages)),
    messages: messages.length,
    busiest: busiest === undefined ? null : { day: busiest[0], messages: busiest[1] },
    days: days.size,
    newest: messages
      .slice(-shownMessages)
      .reverse()
      .map((message) => ({ at: message.at, text: textOf(message), digest: message.digest })),
  };
}

function toldBy({ id, name, to }: NotificationRule, messages: readonly Message[]): RuleTold {
  const mine = messages.filter(({ parts }) => parts.some(({ rule }) => rule.id === id));
  const contents = mine.flatMap(({ parts }) => parts.flatMap(({ rule, content }) => (rule.id === id ? [content] : [])));
  return {
    ...{ ruleId: id, name, to: to.map(recipientWords), messages: mine.length },
    occurrences: contents.reduce((sum, content) => sum + countOf(content), 0),
    nowhere: mine.filter(({ issueId }) => issueId === null).length,
    lastAt: mine.at(-1)?.at ?? null,
  };
}
