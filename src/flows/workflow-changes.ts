import { allProjects } from '../defects/shell';
import { beginChange, happened, settled, withOutcome } from '../gates';
import type { ChangeLine, SetupWorkflow, WorkflowEvent } from '../gates';
import { changeId, changesOfWorkflow, workflowChangeStore } from '../gates/shell';
import type { StoredWorkflowChange } from '../gates/shell';
import { between, minute } from '../kernel/instant';
import type { Instant } from '../kernel/instant';
import type { TransitionRules } from '../kernel/workflow-rules';
import { projectsUsing, readWorkflows } from '../platform/jira';
import { readSettings } from '../settings/shell';
import { checkAttachment } from './check-attachment';
import { enterWorkflowChange } from './enter-workflow-change';

/** A function that has not said for so long what became of a change is dead. */
const diesAfter = minute;
/** Of a workflow that many projects share, so many are looked at at once; the hourly round looks at all. */
const mostLooks = 10;

type By = Pick<WorkflowEvent, 'at' | 'who'>;

interface Beginning {
  readonly workflow: SetupWorkflow;
  readonly rules: ReadonlyMap<string, TransitionRules>;
  readonly lines: readonly ChangeLine[];
}

/** Keeps what is about to be asked of Jira, and the way back. Null where somebody else began a change at the same moment. */
export async function begun(beginning: Beginning, by: By): Promise<StoredWorkflowChange | null> {
  const { workflow } = beginning;
  const newest = (await changesOfWorkflow(workflow.id)).at(-1)?.id ?? '';
  const n = Number(newest.split('-').at(-1)) + 1;
  const change = beginChange({ ...beginning, id: changeId(workflow.id, n) }, by);
  return (await workflowChangeStore.insert(change)) ? { ...change, entered: 0 } : null;
}

/** Null where somebody else has begun to undo it. */
export function undoBegun(change: StoredWorkflowChange, by: By): Promise<StoredWorkflowChange | null> {
  return kept(change, { ...by, act: 'undo-begun' });
}

/** Jira took it. @param then the workflow as Jira made it; null where it did not say */
export async function carriedOut(
  change: StoredWorkflowChange,
  act: 'done' | 'undone',
  { then, by }: { readonly then: SetupWorkflow | null; readonly by: By },
): Promise<void> {
  const outcome = then === null ? change : { ...withOutcome(change, then), entered: change.entered };
  const finished = await kept(outcome, { ...by, act });
  if (finished !== null) await enterWorkflowChange(finished, (await readSettings()).revision);
}

/** Jira did not take it. */
export async function refusedByJira(change: StoredWorkflowChange, act: 'dropped' | 'undo-dropped', by: By): Promise<void> {
  const dropped = await kept(change, { ...by, act });
  if (dropped !== null) await enterWorkflowChange(dropped, null);
}

async function kept(change: StoredWorkflowChange, event: WorkflowEvent): Promise<StoredWorkflowChange | null> {
  const next = happened(change, event);
  if (next === null || !(await workflowChangeStore.update(next))) return null;
  return { ...next, entered: change.entered };
}

/** Whether somebody changes the workflow at this moment; what a dead function left open is settled on the way. */
export async function isUnderWay(workflowId: string, now: Instant): Promise<boolean> {
  for (const change of await changesOfWorkflow(workflowId)) if (!(await settle(change, now))) return true;
  return false;
}

/** @returns false where Jira's answer may still come, or Jira cannot be asked */
async function settle(change: StoredWorkflowChange, now: Instant): Promise<boolean> {
  if (change.state !== 'begun' && change.state !== 'undoing') return true;
  const last = change.events.at(-1);
  if (last === undefined || between(last.at, now) < diesAfter) return false;
  const read = await readWorkflows('app', { workflowIds: [change.workflow.id] });
  if (read.kind !== 'ok') return false;
  const workflow = read.value[0] ?? null;
  const act = settled(change, workflow);
  if (act === null) return true;
  const by = { at: last.at, who: last.who };
  if (act === 'done' || act === 'undone') await carriedOut(change, act, { then: act === 'done' ? workflow : null, by });
  else if (act === 'dropped' || act === 'undo-dropped') await refusedByJira(change, act, by);
  return true;
}

/** Does what a dead function left undone. */
export async function finishWorkflowChanges(now: Instant): Promise<void> {
  for (const change of await workflowChangeStore.toEnter(50)) {
    if (change.state === 'begun' || change.state === 'undoing') await settle(change, now);
    else await enterWorkflowChange(change, (await readSettings()).revision);
  }
}

/** What the health page says of the projects that follow the workflow is true again. */
export async function lookAtGuards(workflowId: string, now: Instant): Promise<void> {
  const using = await projectsUsing(workflowId);
  if (using.kind !== 'ok') return;
  const known = (await allProjects()).filter(({ id, state }) => state === 'ready' && using.value.includes(id));
  for (const { id } of known.slice(0, mostLooks)) await checkAttachment(id, now);
}
