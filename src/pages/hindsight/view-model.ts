import type { ThenAndNow } from '../../contracts/hindsight';
import type { Hindsight, LateDefect } from '../../gates';
import type { Instant } from '../../kernel/instant';
import type { GateMode, VerdictState } from '../../kernel/verdict';
import { issueSeen } from '../decisions/named-issues';
import type { Sight } from '../decisions/named-issues';

/** A verdict of the ledger and what it comes to when it is judged again. */
export interface LookedAgainFacts {
  readonly kept: {
    readonly entry: { readonly seq: number; readonly at: Instant };
    readonly version: { readonly id: string; readonly name: string };
    readonly stage: { readonly name: string };
    readonly mode: GateMode;
    readonly state: VerdictState;
    readonly sentence: string;
    /** What was known then of the open defects. */
    readonly levels: ReadonlyMap<string, { readonly key: string; readonly level: string | null }>;
  };
  readonly same: boolean;
  readonly hindsight: Hindsight;
}

/** As many are listed. */
const mostLate = 50;

/** A verdict as known then and as known now, for somebody who may see some of its defects. */
export function thenAndNow({ kept, same, hindsight }: LookedAgainFacts, sight: Sight): ThenAndNow {
  const { entry, version, stage, mode, state, sentence, levels } = kept;
  const { now, turned, conditions, late } = hindsight;
  const titles = new Map(conditions.map(({ id, title }) => [id, title]));
  const visible = late.flatMap((defect) => {
    const issue = issueSeen(defect.id, levels.get(defect.id), sight);
    return issue === null ? [] : [lateRow({ ...defect, ...issue }, titles)];
  });
  return {
    ...{ seq: entry.seq, at: entry.at, version, stage: stage.name, mode, turned, same },
    then: { state, sentence },
    now: { state: now.state, sentence: now.sentence },
    conditions: [...conditions]
      .sort((a, b) => Number(b.differs) - Number(a.differs))
      .map(({ id, title, differs, then: was, now: is }) => ({ id, title, differs, then: side(was), now: side(is) })),
    late: visible.slice(0, mostLate),
    hidden: late.length - visible.length,
    more: Math.max(0, visible.length - mostLate),
  };
}

function lateRow({ id, key, cause, then, now, conditions }: LateDefect, titles: ReadonlyMap<string, string>) {
  return { id, key, cause, then, now, conditions: conditions.flatMap((condition) => titles.get(condition) ?? []) };
}

type Side = Hindsight['conditions'][number]['then'];

function side(condition: Side): ThenAndNow['conditions'][number]['then'] {
  if (condition === null) return null;
  const { state, value, limit, reason } = condition;
  return { state, value, limit, reason };
}
