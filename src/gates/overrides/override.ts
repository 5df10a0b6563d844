import { hour, plus } from '../../kernel/instant';
import type { Instant } from '../../kernel/instant';
import type { Condition } from '../rules/rule';
import type { Verdict } from '../verdict';

/** A reason that held the gate when the override was asked for. Whatever is worse, or newer, is another reason. */
export interface CoveredReason {
  /** Id of the condition. */
  readonly id: string;
  /** Null where it was not known. */
  readonly value: number | null;
  readonly defectIds: readonly string[];
}

export const overrideStates = ['requested', 'approved', 'refused', 'revoked', 'void', 'expired', 'lapsed'] as const;
export type OverrideState = (typeof overrideStates)[number];

export const overrideActs = ['requested', 'approved', 'refused', 'revoked', 'voided', 'expired', 'lapsed'] as const;
export type OverrideAct = (typeof overrideActs)[number];

export interface OverrideEvent {
  readonly act: OverrideAct;
  readonly at: Instant;
  /** Pseudonym; null for the app. */
  readonly who: string | null;
  /** What the person wrote, or why the app did it. */
  readonly because: string | null;
}

/** A time-limited permission to pass a held gate of one release and one stage, for the reasons that were known. */
export interface Override {
  /** `<id of the version>-<key of the stage>-<n>` */
  readonly id: string;
  readonly projectId: string;
  readonly version: { readonly id: string; readonly name: string };
  readonly stage: { readonly key: string; readonly name: string };
  readonly state: OverrideState;
  /** Pseudonym. */
  readonly requester: string;
  /** Class of the reason. */
  readonly reason: { readonly key: string; readonly name: string };
  readonly rationale: string;
  /** What held the gate at the request, and is covered. */
  readonly covers: readonly CoveredReason[];
  /** When nobody has decided by then, it lapses. */
  readonly decideBy: Instant;
  /** For how many hours it holds from its approval. */
  readonly hours: number;
  /** When it is over; null until it is approved. */
  readonly until: Instant | null;
  readonly events: readonly OverrideEvent[];
}

/** What it is at a moment, whether or not anybody noticed that a time is over. */
export function overrideStateAt({ state, until, decideBy }: Override, now: Instant): OverrideState {
  if (state === 'approved' && (until === null || until <= now)) return 'expired';
  return state === 'requested' && decideBy <= now ? 'lapsed' : state;
}

/** The conditions that hold a gate: not met, or not known. */
export function holdingConditions<One extends Pick<Condition, 'state' | 'breach'>>(conditions: readonly One[]): One[] {
  return conditions.filter(({ state, breach }) => breach === 'holds' && state !== 'met');
}

/** What an override asked for now would cover. */
export function reasonsOf({ conditions }: Pick<Verdict, 'conditions'>): CoveredReason[] {
  return holdingConditions(conditions).map(({ id, value, defectIds }) => ({ id, value, defectIds }));
}

type Holding = Pick<Condition, 'id' | 'title' | 'state' | 'value' | 'atLeast' | 'unit' | 'defectIds'>;

/**
 * What holds a gate and was not among the reasons of an override: a condition that was met then, a defect that was not behind it, a
 * figure that has become worse, or evidence that has gone missing since.
 */
export function uncovered<One extends Holding & Pick<Condition, 'breach'>>(
  { covers }: Pick<Override, 'covers'>,
  conditions: readonly One[],
): One[] {
  return holdingConditions(conditions).filter((condition) => {
    const known = covers.find(({ id }) => id === condition.id);
    return known === undefined || isNew(condition, known);
  });
}

function isNew({ value, atLeast, unit, defectIds }: Holding, known: CoveredReason): boolean {
  if (value === null) return known.value !== null;
  // What was not known when it was covered may be anything by now.
  if (known.value === null) return true;
  if (defectIds.some((id) => !known.defectIds.includes(id))) return true;
  return unit !== 'defects' && (atLeast ? value < known.value : value > known.value);
}

/** A verdict without any condition, or one of a hold, can be covered by nothing. */
export function isCoverable({ conditions }: Pick<Verdict, 'conditions'>): boolean {
  const holding = holdingConditions(conditions);
  return holding.length > 0 && holding.every(({ rule }) => rule !== 'hold');
}

/** Whether a held gate may be passed at this moment: the approval is live, and covers every reason. */
export function isPassable(override: Override, verdict: Pick<Verdict, 'conditions'>, now: Instant): boolean {
  return (
    overrideStateAt(override, now) === 'approved' && isCoverable(verdict) && uncovered(override, verdict.conditions).length === 0
  );
}

/** When an approval given now is over. */
export function endOf({ hours }: Pick<Override, 'hours'>, now: Instant): Instant {
  return plus(now, hours * hour);
}
