import { sameRules } from '../../kernel/workflow-rules';
import type { TransitionRules } from '../../kernel/workflow-rules';
import { standingOf, standingWords } from './standing';
import { wantedModules, wishedRules } from './wish';
import type { OfferedRule, TransitionWish } from './wish';

export interface SetupTransition {
  readonly id: string;
  readonly name: string;
  readonly type: 'INITIAL' | 'GLOBAL' | 'DIRECTED';
  /** Status that it leads to. */
  readonly to: { readonly reference: string; readonly name: string; readonly isDone: boolean };
  readonly rules: TransitionRules;
}

/** A workflow as Jira has it. */
export interface SetupWorkflow {
  readonly id: string;
  readonly name: string;
  /** Jira counts how often it was published. */
  readonly version: number;
  readonly isEditable: boolean;
  /** Jira still carries out an earlier change of it. */
  readonly isBusy: boolean;
  readonly transitions: readonly SetupTransition[];
}

/** What becomes of a transition, in words: its name is the beginning of both sentences. */
export interface ChangeLine {
  readonly transition: { readonly id: string; readonly name: string };
  readonly to: string;
  readonly now: string;
  readonly then: string;
}

export type Stages = readonly { readonly key: string; readonly name: string }[];

export type Proposal =
  | { readonly kind: 'refused'; readonly message: string }
  | { readonly kind: 'nothing' }
  | {
      readonly kind: 'change';
      /** By the ids of the transitions that change. */
      readonly rules: ReadonlyMap<string, TransitionRules>;
      readonly lines: readonly ChangeLine[];
      /** What is worth a second look, as sentences. */
      readonly notes: readonly string[];
    };

const changedMeanwhile =
  'This workflow was changed in Jira after you looked at it. Nothing was changed here: look at it again, and choose anew.';

/** What stands in the way of any change; null where nothing does. @param seen the version that the admin looked at */
export function obstacle(workflow: SetupWorkflow, seen: number | null): string | null {
  if (!workflow.isEditable) return 'Jira does not let this workflow be edited. Copy it in Jira, and use the copy.';
  if (workflow.isBusy) return 'Jira is still carrying out an earlier change of this workflow. Try again in a minute.';
  return seen === null || seen === workflow.version ? null : changedMeanwhile;
}

interface Wanted {
  readonly wishes: readonly TransitionWish[];
  readonly seen: number;
}
interface Known {
  /** Stages with a gate. */
  readonly stages: Stages;
  /** Rules of Holdpoint that Jira offers for this workflow. */
  readonly offered: readonly OfferedRule[];
}

/** What wishes come to; decides nothing that Jira has to decide. */
export function propose(workflow: SetupWorkflow, { wishes, seen }: Wanted, { stages, offered }: Known): Proposal {
  const message = obstacle(workflow, seen) ?? impossible(workflow, wishes, { stages, offered });
  if (message !== null) return { kind: 'refused', message };
  const rules = new Map(
    workflow.transitions.flatMap(({ id, rules: now }) => {
      const wish = wishes.find(({ transitionId }) => transitionId === id);
      const then = wish === undefined ? now : wishedRules(now, wish, offered);
      return sameRules(now, then) ? [] : [[id, then] as const];
    }),
  );
  if (rules.size === 0) return { kind: 'nothing' };
  return { kind: 'change', rules, lines: changeLines(workflow, rules, stages), notes: sideDoors(workflow, rules, stages) };
}

function impossible(workflow: SetupWorkflow, wishes: readonly TransitionWish[], { stages, offered }: Known): string | null {
  for (const wish of wishes) {
    const transition = workflow.transitions.find(({ id }) => id === wish.transitionId);
    if (transition === undefined) return changedMeanwhile;
    if (transition.type === 'INITIAL' && !isForCreation(wish))
      return `"${transition.name}" creates the issue: all that it can do is keep new defects out of frozen releases.`;
    if (wish.stage !== null && !stages.some(({ key }) => key === wish.stage))
      return `The stage of "${transition.name}" has no gate any more. Look again, and choose another.`;
    if (!wantedModules(wish).every((module) => offered.some((one) => one.module === module)))
      return `Jira does not offer Holdpoint's rules for this workflow.`;
  }
  return null;
}

/** A new issue has no release gate, no deferral and no status that it comes from. */
function isForCreation({ stage, deferral, map }: TransitionWish): boolean {
  return stage === null && !deferral && !map;
}

/** Before and after of each transition whose rules change. */
export function changeLines(
  { transitions }: Pick<SetupWorkflow, 'transitions'>,
  rules: ReadonlyMap<string, TransitionRules>,
  stages: Stages,
): ChangeLine[] {
  return transitions.flatMap(({ id, name, to, rules: now }) => {
    const then = rules.get(id);
    if (then === undefined) return [];
    const [is, becomes] = [standingWords(standingOf(now), stages), standingWords(standingOf(then), stages)];
    const same = is === becomes ? ', with its rules put in order' : '';
    return [{ transition: { id, name }, to: to.name, now: is, then: `${becomes}${same}` }];
  });
}

/** Other transitions into the status that a guarded one leads to: a held release could take those. */
function sideDoors(workflow: SetupWorkflow, rules: ReadonlyMap<string, TransitionRules>, stages: Stages): string[] {
  const after = workflow.transitions.map(({ id, name, type, to, rules: now }) => ({
    ...{ id, name, type, to },
    guarded: standingOf(rules.get(id) ?? now).guards.flatMap(({ stage }) => stage ?? []),
  }));
  return after.flatMap(({ id, name, to, guarded }) =>
    rules.has(id)
      ? guarded.flatMap((stage) => {
          const open = after.filter(
            (other) => other.type !== 'INITIAL' && other.to.reference === to.reference && !other.guarded.includes(stage),
          );
          const named = stages.find(({ key }) => key === stage)?.name ?? stage;
          return open.map((other) => `"${other.name}" leads to ${to.name} as "${name}" does, and is not guarded by ${named}.`);
        })
      : [],
  );
}
