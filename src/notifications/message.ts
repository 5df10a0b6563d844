import { sha256 } from '../kernel/hash';
import type { Instant } from '../kernel/instant';
import { canonical } from '../kernel/json';
import { countOf } from './content';
import type { Content } from './content';
import type { Channel, NotificationRule, Recipient } from './rules';

/** What one rule tells in a message. */
export interface MessagePart {
  readonly rule: { readonly id: string; readonly name: string };
  readonly subject: string;
  readonly to: readonly Recipient[];
  readonly channels: readonly Channel[];
  readonly content: Content;
}

/** Everything that is told at one moment on one issue. */
export interface Message {
  /** 32 hexadecimal digits. */
  readonly id: string;
  readonly at: Instant;
  /** Null where there is no issue to tell it on. */
  readonly issueId: string | null;
  /** Whether part of it was held back by quiet hours. */
  readonly digest: boolean;
  readonly parts: readonly MessagePart[];
}

/** What is told now, as one message an issue. */
export function messagesOf(
  parts: readonly {
    readonly ruleId: string;
    readonly subject: string;
    readonly issueId: string | null;
    readonly content: Content;
  }[],
  rules: ReadonlyMap<string, NotificationRule>,
  at: Instant,
  digest: boolean,
): Message[] {
  const places = [...new Set(parts.map(placeOf))];
  return places.flatMap((place) => {
    const some = parts.filter((part) => placeOf(part) === place);
    const said = some.flatMap(({ ruleId, subject, content }) => {
      const rule = rules.get(ruleId);
      if (rule === undefined) return [];
      return [{ rule: { id: rule.id, name: rule.name }, subject, to: rule.to, channels: rule.channels, content }];
    });
    const issueId = some[0]?.issueId ?? null;
    const names = said.map(({ rule, subject, content }) => [rule.id, subject, content.firstAt, countOf(content)]);
    const id = sha256(canonical([at, issueId, ...names])).slice(0, 32);
    return said.length === 0 ? [] : [{ id, at, issueId, digest, parts: said }];
  });
}

function placeOf({ issueId, subject }: { readonly issueId: string | null; readonly subject: string }): string {
  return issueId ?? subject;
}
