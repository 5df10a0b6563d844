import type { BridgePayload } from '../../../../../src/contracts/bridge';
import type { SetupTransitionView, SetupWorkflowView } from '../../../../../src/contracts/workflow-setup';

/** What an admin chose for a transition. */
export interface Choice {
  readonly stage: string | null;
  readonly hide: boolean;
  readonly deferral: boolean;
}
/** By the id of the transition; only those that somebody touched. */
export type Choices = Readonly<Record<string, Choice>>;

/** What a transition is now, as a choice. */
export function choiceOf({ stage, hide, deferral }: SetupTransitionView): Choice {
  // Who puts a gate on begins with all three locks.
  return { stage, hide: stage === null ? true : hide, deferral };
}

/** Whether a choice would change something. One whose rules are odd changes by being chosen at all. */
export function changes(transition: SetupTransitionView, choice: Choice | undefined): boolean {
  if (choice === undefined) return false;
  const now = choiceOf(transition);
  const same =
    choice.stage === now.stage && choice.deferral === now.deferral && (choice.stage === null || choice.hide === now.hide);
  return transition.isOdd || !same;
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
    deferral: suggested?.deferral === true || now.deferral,
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
