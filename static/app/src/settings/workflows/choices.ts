import type { BridgePayload } from '../../../../../src/contracts/bridge';
import type { DefectCheck, SetupTransitionView, SetupWorkflowView } from '../../../../../src/contracts/workflow-setup';

export const defectChecks: readonly DefectCheck[] = ['deferral', 'freeze', 'map'];

/** What an admin chose for a transition. */
export interface Choice extends Readonly<Record<DefectCheck, boolean>> {
  readonly stage: string | null;
  readonly hide: boolean;
}
/** By the id of the transition; only those that somebody touched. */
export type Choices = Readonly<Record<string, Choice>>;

/** What a transition is now, as a choice. */
export function choiceOf({ stage, hide, deferral, freeze, map }: SetupTransitionView): Choice {
  // Who puts a gate on begins with all three locks.
  return { stage, hide: stage === null ? true : hide, deferral, freeze, map };
}

/** Whether a choice would change something. One whose rules are odd changes by being chosen at all. */
export function changes(transition: SetupTransitionView, choice: Choice | undefined): boolean {
  if (choice === undefined) return false;
  const now = choiceOf(transition);
  const sameGate = choice.stage === now.stage && (choice.stage === null || choice.hide === now.hide);
  return transition.isOdd || !sameGate || defectChecks.some((check) => choice[check] !== now[check]);
}

/** The choices with every suggestion that nobody touched. */
export function withSuggestions({ transitions }: SetupWorkflowView, choices: Choices): Choices {
  const suggested = transitions.flatMap((transition) => {
    const { id, suggested: found } = transition;
    return found === null || choices[id] !== undefined ? [] : [[id, suggestionOf(transition)] as const];
  });
  return { ...choices, ...Object.fromEntries(suggested) };
}

/** What is suggested for a transition, beside what it is now. */
export function suggestionOf(transition: SetupTransitionView): Choice {
  const now = choiceOf(transition);
  const { suggested } = transition;
  return {
    stage: suggested?.stage ?? now.stage,
    hide: suggested?.stage === null ? now.hide : true,
    ...{ deferral: now.deferral, freeze: now.freeze, map: now.map },
    ...Object.fromEntries((suggested?.checks ?? []).map((check) => [check, true])),
  };
}

/** What is asked of the back end; no wishes where nothing would change. */
export function wishOf({ id, version, transitions }: SetupWorkflowView, choices: Choices): BridgePayload<'previewWorkflow'> {
  const wishes = transitions.flatMap((transition) => {
    const choice = choices[transition.id];
    return choice !== undefined && changes(transition, choice) ? [{ transitionId: transition.id, ...choice }] : [];
  });
  return { workflowId: id, seen: version, wishes };
}
