import type { Instant } from '../../kernel/instant';
import { sameRules } from '../../kernel/workflow-rules';
import type { TransitionRules } from '../../kernel/workflow-rules';
import { obstacle } from './proposal';
import type { ChangeLine, SetupWorkflow } from './proposal';

export const workflowActs = ['begun', 'done', 'dropped', 'undo-begun', 'undone', 'undo-dropped'] as const;
type Act = (typeof workflowActs)[number];

/** `begun` and `undoing`: Jira was asked, and its answer is not kept yet. */
export const workflowStates = ['begun', 'done', 'dropped', 'undoing', 'undone'] as const;
type State = (typeof workflowStates)[number];

const steps: Readonly<Record<Act, { readonly from: State | null; readonly to: State }>> = {
  begun: { from: null, to: 'begun' },
  done: { from: 'begun', to: 'done' },
  dropped: { from: 'begun', to: 'dropped' },
  'undo-begun': { from: 'done', to: 'undoing' },
  undone: { from: 'undoing', to: 'undone' },
  'undo-dropped': { from: 'undoing', to: 'done' },
};

export interface WorkflowEvent {
  readonly act: Act;
  readonly at: Instant;
  /** Pseudonym of who did it; null for the app. */
  readonly who: string | null;
}

/** A change of the rules of a workflow, with all that it takes to undo it. */
export interface WorkflowChange {
  readonly id: string;
  /** `site`: a workflow may be shared by many projects. */
  readonly projectId: string;
  readonly workflow: { readonly id: string; readonly name: string };
  readonly state: State;
  readonly transitions: readonly {
    readonly line: ChangeLine;
    readonly before: TransitionRules;
    /** What Jira was asked for; once it is done, what Jira made of it. */
    readonly after: TransitionRules;
  }[];
  readonly events: readonly WorkflowEvent[];
}

interface Beginning {
  readonly id: string;
  readonly workflow: SetupWorkflow;
  readonly rules: ReadonlyMap<string, TransitionRules>;
  readonly lines: readonly ChangeLine[];
}

export function beginChange({ id, workflow, rules, lines }: Beginning, event: Omit<WorkflowEvent, 'act'>): WorkflowChange {
  return {
    ...{ id, projectId: 'site', workflow: { id: workflow.id, name: workflow.name }, state: 'begun' },
    transitions: lines.flatMap((line) => {
      const before = rulesOf(workflow, line.transition.id);
      const after = rules.get(line.transition.id);
      return before === null || after === undefined ? [] : [{ line, before, after }];
    }),
    events: [{ ...event, act: 'begun' }],
  };
}

/** The change after one more event; null where that cannot follow. */
export function happened(change: WorkflowChange, event: WorkflowEvent): WorkflowChange | null {
  const { from, to } = steps[event.act];
  return change.state === from ? { ...change, state: to, events: [...change.events, event] } : null;
}

/** With the rules that Jira made of it. */
export function withOutcome(change: WorkflowChange, workflow: SetupWorkflow): WorkflowChange {
  const transitions = change.transitions.map((one) => ({
    ...one,
    after: rulesOf(workflow, one.line.transition.id) ?? one.after,
  }));
  return { ...change, transitions };
}

export type Undoing =
  | { readonly kind: 'refused'; readonly message: string }
  | { readonly kind: 'change'; readonly rules: ReadonlyMap<string, TransitionRules> };

/** The way back: the rules that the transitions carried before, unless somebody changed those since. */
export function undoOf(change: WorkflowChange, workflow: SetupWorkflow): Undoing {
  if (change.state !== 'done') return { kind: 'refused', message: 'This change is undone already, or never came about.' };
  const message = obstacle(workflow, null);
  if (message !== null) return { kind: 'refused', message };
  const others = change.transitions.filter(({ line, after }) => !stands(workflow, line.transition.id, after));
  if (others.length > 0) {
    const names = others.map(({ line }) => `"${line.transition.name}"`).join(', ');
    return {
      kind: 'refused',
      message: `Nothing was undone: somebody has changed the rules of ${names} since. Choose above how the workflow shall be.`,
    };
  }
  return { kind: 'change', rules: new Map(change.transitions.map(({ line, before }) => [line.transition.id, before])) };
}

/** What became of a change whose function died before it could say so: what Jira has now tells. Null where nothing waits for an answer. */
export function settled(change: WorkflowChange, workflow: SetupWorkflow | null): Act | null {
  const all = (of: 'before' | 'after') =>
    workflow !== null && change.transitions.every((one) => stands(workflow, one.line.transition.id, one[of]));
  if (change.state === 'begun') return all('after') ? 'done' : 'dropped';
  if (change.state === 'undoing') return all('before') ? 'undone' : 'undo-dropped';
  return null;
}

function stands(workflow: SetupWorkflow, transitionId: string, rules: TransitionRules): boolean {
  const there = rulesOf(workflow, transitionId);
  return there !== null && sameRules(there, rules);
}

function rulesOf({ transitions }: SetupWorkflow, transitionId: string): TransitionRules | null {
  return transitions.find(({ id }) => id === transitionId)?.rules ?? null;
}
