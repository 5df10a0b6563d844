import type { VerdictState } from '../kernel/verdict';
import type { GatePolicy, Stage } from './policy';
import { decideGate, decisive } from './verdict';
import type { Judgement, Verdict } from './verdict';

/**
 * What another policy makes of a decision. `held` and `opened`: it would have gone the other way. `not-known`: it passed, and the policy
 * asks for what was not kept with it.
 */
export type Replayed =
  | { readonly kind: 'same' | 'not-known' }
  | { readonly kind: 'held' | 'opened'; readonly because: string; readonly defectIds: readonly string[] };

/** Which policy is tried, and the stages that would have a gate. */
export interface Proposal {
  readonly policy: GatePolicy;
  readonly gated: readonly Stage[];
}

/**
 * Judges a decision of the past by another policy, on the evidence that was kept with it. What counts is whether the release may pass:
 * unknown never does, so that a verdict that was unknown and would be held is the same.
 * @param was what was decided
 */
export function replayed(was: VerdictState, judgement: Judgement, { policy, gated }: Proposal): Replayed {
  const stage = gated.find(({ key }) => key === judgement.stage.key);
  if (stage === undefined)
    return was === 'open' ? { kind: 'same' } : { kind: 'opened', because: 'this stage would have no gate', defectIds: [] };
  const verdict = decideGate({ ...judgement, policy, stage });
  if ((verdict.state === 'open') === (was === 'open')) return { kind: 'same' };
  if (verdict.conditions.length === 0) return { kind: 'held', because: nothingAsked, defectIds: [] };
  if (verdict.state === 'unknown') return { kind: 'not-known' };
  if (verdict.state === 'held') return { kind: 'held', ...grounds(verdict) };
  const { because, defectIds } = grounds(decideGate(judgement));
  return { kind: 'opened', because: because === '' ? 'nothing would be in its way' : `without: ${because}`, defectIds };
}

const nothingAsked = 'the gate would have no conditions, and nothing passes such a gate';

/** Why a gate is held, without naming issues, and the defects behind it. */
function grounds(verdict: Verdict): { readonly because: string; readonly defectIds: readonly string[] } {
  const holding = verdict.conditions.filter(({ state, breach }) => state === 'breached' && breach === 'holds');
  const unknown = verdict.conditions.find(({ state }) => state === 'unknown');
  return {
    because: decisive(verdict)?.reason ?? unknown?.reason ?? '',
    defectIds: [...new Set(holding.flatMap(({ defectIds }) => defectIds))],
  };
}
