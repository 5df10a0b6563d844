import { minute, plus } from '../kernel/instant';
import type { Instant } from '../kernel/instant';
import { contentOf, joined, withGatesOf } from './content';
import type { Content } from './content';
import { subjectsOf } from './matching';
import type { Subject } from './matching';
import { messagesOf } from './message';
import type { Message } from './message';
import type { Told } from './messages';
import { quietUntil } from './quiet-hours';
import type { NotificationRule, NotificationRules } from './rules';

/** The first of a kind waits so long for others like it: a burst is one message, and the verdict that follows from it is known. */
export const gatheringTime = minute;

/** What a rule gathers about one subject. */
interface Window {
  readonly ruleId: string;
  readonly subject: string;
  readonly issueId: string | null;
  /** When its content is told, or, without any, when the next occurrence starts anew. */
  readonly dueAt: Instant;
  /** Null while nothing has followed the last message. */
  readonly content: Content | null;
}

/** What a rule has to say about one subject, ready to be told. */
export interface Part {
  readonly ruleId: string;
  readonly subject: string;
  readonly issueId: string | null;
  readonly content: Content;
}

/** Everything that was gathered and is not told yet. Part of it are no people. */
export interface NotificationState {
  readonly windows: readonly Window[];
  /** Held back by quiet hours; at most one a rule and subject. */
  readonly heldBack: readonly Part[];
}

export const nothingGathered: NotificationState = { windows: [], heldBack: [] };

/**
 * Takes occurrences in and gives the messages that are due. The first occurrence of a rule and subject is told after the gathering
 * time, with all that came meanwhile; what follows within the rule's window is told once at its end. In quiet hours it is held back,
 * and told at their end as one message an issue, unless it is S1 and may break through. What a rule gathered that an admin has
 * removed or switched off is dropped.
 */
export function decide(
  occurrences: readonly Told[],
  rules: NotificationRules,
  state: NotificationState,
  now: Instant,
): { messages: Message[]; state: NotificationState } {
  const active = new Map(rules.on ? rules.rules.filter((rule) => rule.active).map((rule) => [rule.id, rule]) : []);
  const wanted = (one: { readonly ruleId: string }) => active.has(one.ruleId);
  const gathered = occurrences.reduce((windows, occurrence) => taken(windows, occurrence, [...active.values()]), state.windows);
  const windows = gathered.filter(wanted);
  const due = windows.filter(({ dueAt }) => dueAt <= now);
  const ready = due.flatMap(({ content, ruleId, subject, issueId }) =>
    content === null ? [] : [{ ruleId, subject, issueId, content }],
  );
  const waiting = [
    ...windows.filter(({ dueAt }) => dueAt > now),
    ...due.flatMap((window) => afterTelling(window, active.get(window.ruleId), now)),
  ];
  const held = state.heldBack.filter(wanted);
  const quiet = ready.length + held.length > 0 && quietUntil(rules.quiet, now) !== null;
  const breaks = ({ content }: Part) => rules.quiet?.breakThrough === true && content.severity === 'S1';
  const told = quiet ? ready.filter(breaks) : together([...held, ...ready]);
  const heldBack = quiet ? together([...held, ...ready.filter((part) => !breaks(part))]) : [];
  return { messages: messagesOf(told, active, now, !quiet && held.length > 0), state: { windows: waiting, heldBack } };
}

/** When `decide` next has something to do, if nothing else happens; null where it has not. */
export function nextDue({ windows, heldBack }: NotificationState, rules: NotificationRules, now: Instant): Instant | null {
  const dues = windows.flatMap(({ dueAt, content }) => (content === null ? [] : [dueAt]));
  const quietEnd = heldBack.length === 0 ? [] : [quietUntil(rules.quiet, now) ?? now];
  return [...dues, ...quietEnd].sort()[0] ?? null;
}

function taken(windows: readonly Window[], occurrence: Told, rules: readonly NotificationRule[]): readonly Window[] {
  let all = windows.map((window) =>
    window.content === null ? window : { ...window, content: withGatesOf(window.content, occurrence) },
  );
  for (const rule of rules)
    for (const subject of subjectsOf(rule, occurrence)) all = withOccurrence(all, rule.id, subject, occurrence);
  return all;
}

function withOccurrence(
  windows: readonly Window[],
  ruleId: string,
  { key, issueId, releases }: Subject,
  occurrence: Told,
): Window[] {
  const more = contentOf(occurrence, releases);
  const at = windows.findIndex((window) => window.ruleId === ruleId && window.subject === key);
  const known = windows[at];
  const anew = known === undefined || (known.content === null && known.dueAt <= occurrence.at);
  const window = {
    ...{ ruleId, subject: key, issueId: issueId ?? known?.issueId ?? null },
    dueAt: anew ? plus(occurrence.at, gatheringTime) : known.dueAt,
    content: known?.content == null ? more : joined(known.content, more),
  };
  return known === undefined ? [...windows, window] : windows.with(at, window);
}

function afterTelling({ content, ...window }: Window, rule: NotificationRule | undefined, now: Instant): Window[] {
  if (content === null || rule === undefined) return [];
  return [{ ...window, dueAt: plus(now, rule.windowMinutes * minute), content: null }];
}

/** Parts of the same rule and subject as one. */
function together(parts: readonly Part[]): Part[] {
  return parts.reduce((all: Part[], part) => {
    const at = all.findIndex(({ ruleId, subject }) => ruleId === part.ruleId && subject === part.subject);
    const known = all[at];
    if (known === undefined) return [...all, part];
    return all.with(at, { ...part, issueId: part.issueId ?? known.issueId, content: joined(known.content, part.content) });
  }, []);
}
