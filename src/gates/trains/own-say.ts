import type { Instant } from '../../kernel/instant';
import type { VerdictState } from '../../kernel/verdict';

/** The rule by which releases of a train wait for each other. */
const trainRule = 'train-members';

/** What a release says of a stage for itself, whatever the others of its trains say. */
export interface OwnSay {
  readonly state: VerdictState;
  /** The first condition that keeps it, a clause; null where it is open, or where none says it. */
  readonly because: string | null;
  /** Until when that may be relied on. */
  readonly until: Instant;
}

interface Said {
  readonly state: VerdictState;
  readonly conditions: readonly {
    readonly rule: string;
    readonly breach: 'holds' | 'warns';
    readonly state: 'met' | 'breached' | 'unknown';
    readonly reason: string;
    readonly restsUntil: Instant | null;
  }[];
}

/**
 * A verdict without its rows about trains: two releases would hold each other for ever if each waited for a verdict in which the other
 * one waits.
 * @param freshUntil until when what the verdict was read from counts as fresh
 * @param isRead whether the defects of its project are known
 */
export function ownSay({ state, conditions }: Said, freshUntil: Instant, isRead: boolean): OwnSay {
  const own = conditions.filter(({ rule, breach }) => rule !== trainRule && breach === 'holds');
  const held = own.find((condition) => condition.state === 'breached');
  if (held !== undefined) return { state: 'held', because: held.reason, until: freshUntil };
  const unknown = own.find((condition) => condition.state === 'unknown');
  if (unknown !== undefined) return { state: 'unknown', because: unknown.reason, until: freshUntil };
  const waits = conditions.some(({ rule, breach, state: of }) => rule === trainRule && breach === 'holds' && of === 'unknown');
  // Unknown, and no condition says why: its defects are not known, or its gate has no conditions.
  if (!isRead || (state === 'unknown' && !waits)) return { state: 'unknown', because: null, until: freshUntil };
  const rests = conditions.flatMap(({ rule, restsUntil }) => (rule === trainRule ? [] : (restsUntil ?? [])));
  return { state: 'open', because: null, until: [freshUntil, ...rests].sort()[0] ?? freshUntil };
}

/** What is said of it at a moment: out of date it is not known. */
export function sayAt(say: OwnSay, now: Instant): OwnSay {
  if (say.until > now || say.state === 'unknown') return say;
  return { ...say, state: 'unknown', because: 'its last verdict is out of date' };
}
