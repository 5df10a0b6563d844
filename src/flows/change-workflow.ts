import { propose, undoOf } from '../gates';
import type { ChangeLine, TransitionWish } from '../gates';
import { changesOfWorkflow, workflowChange } from '../gates/shell';
import { pseudonymOf } from '../governance/shell';
import type { Instant } from '../kernel/instant';
import type { TransitionRules } from '../kernel/workflow-rules';
import { newId } from '../platform/identity';
import { offeredRules, ok, readWorkflows, updateWorkflow, validateWorkflow } from '../platform/jira';
import type { EditableWorkflow, JiraOutcome, JiraTrouble } from '../platform/jira';
import { gatedStages } from '../settings';
import { readSettings } from '../settings/shell';
import { begun, carriedOut, isUnderWay, lookAtGuards, refusedByJira, undoBegun } from './workflow-changes';

/** What an admin wants of a workflow, and the version of it that the admin looked at. */
export interface WorkflowWish {
  readonly workflowId: string;
  readonly seen: number;
  readonly wishes: readonly TransitionWish[];
}

/** `said`: Jira's own words. */
type Refused = { readonly kind: 'refused'; readonly message: string; readonly said: readonly string[] };
type Preview =
  | Refused
  | { readonly kind: 'nothing' }
  | {
      readonly kind: 'change';
      readonly lines: readonly ChangeLine[];
      readonly notes: readonly string[];
      /** What Jira has against it; an error keeps it from being done. */
      readonly said: readonly { readonly level: 'WARNING' | 'ERROR'; readonly message: string }[];
    };
type Changed = Refused | { readonly kind: 'done'; readonly sentence: string };

const refused = (message: string, said: readonly string[] = []): JiraOutcome<Refused> => ok({ kind: 'refused', message, said });
const gone = 'Jira does not have this workflow any more, or you may not see it.';
const meanwhile = 'Somebody is changing this workflow at this moment. Look again in a minute.';
const unsure = 'Jira did not say whether it took the change. Holdpoint looks within a few minutes, and notes what became of it.';
const nothing = 'The workflow is like that already: nothing was changed.';
const jiraRefused = 'Jira did not take this change, and nothing was changed.';

type Proposal = Exclude<ReturnType<typeof propose>, { kind: 'refused' }>;
type Proposed = Refused | { readonly kind: 'proposed'; readonly workflow: EditableWorkflow; readonly proposal: Proposal };

/** As the person at the screen: Jira decides who may see and change workflows. */
async function proposed({ workflowId, seen, wishes }: WorkflowWish): Promise<JiraOutcome<Proposed>> {
  const settings = await readSettings();
  if (settings.kind === 'damaged') return refused('The settings cannot be read. Save them again first.');
  const read = await readWorkflows('viewer', { workflowIds: [workflowId] });
  if (read.kind !== 'ok') return read;
  const [workflow] = read.value;
  if (workflow === undefined) return refused(gone);
  const offered = await offeredRules(workflowId);
  if (offered.kind !== 'ok') return offered;
  const proposal = propose(workflow, { wishes, seen }, { stages: gatedStages(settings.settings), offered: offered.value });
  return proposal.kind === 'refused' ? refused(proposal.message) : ok({ kind: 'proposed', workflow, proposal });
}

/** What a wish would do, and what Jira has against it. Changes nothing. */
export async function previewWorkflow(wish: WorkflowWish): Promise<JiraOutcome<Preview>> {
  const found = await proposed(wish);
  if (found.kind !== 'ok') return found;
  if (found.value.kind === 'refused') return ok(found.value);
  const { workflow, proposal } = found.value;
  if (proposal.kind === 'nothing') return ok(proposal);
  const valid = await validateWorkflow(workflow, proposal.rules);
  if (valid.kind !== 'ok') return inWords(valid);
  return ok({ kind: 'change', lines: proposal.lines, notes: proposal.notes, said: valid.value });
}

interface By {
  readonly accountId: string;
  readonly now: Instant;
}

/**
 * Changes the rules of one workflow with one call. What it takes to undo it is kept before Jira is asked, and the ledger has it before
 * the answer is given; where this dies in between, `finishWorkflowChanges` looks what became of it.
 */
export async function changeWorkflow({ accountId, now, ...wish }: WorkflowWish & By): Promise<JiraOutcome<Changed>> {
  const found = await proposed(wish);
  if (found.kind !== 'ok') return found;
  if (found.value.kind === 'refused') return ok(found.value);
  const { workflow, proposal } = found.value;
  if (proposal.kind === 'nothing') return refused(nothing);
  if (await isUnderWay(workflow.id, now)) return refused(meanwhile);
  const who = await pseudonymOf(accountId, newId());
  const change = await begun({ workflow, ...proposal }, { at: now, who });
  if (change === null) return refused(meanwhile);
  return asked(workflow, proposal.rules, {
    taken: async (then) => carriedOut(change, 'done', { then, by: { at: now, who } }),
    refused: async () => refusedByJira(change, 'dropped', { at: now, who }),
    ...{ sentence: `The workflow "${workflow.name}" is changed.`, now },
  });
}

/** Gives the transitions that a change touched the rules back that they carried before. Only the last change of a workflow can be undone. */
export async function undoWorkflowChange({ changeId, accountId, now }: By & { changeId: string }): Promise<JiraOutcome<Changed>> {
  const change = await workflowChange(changeId);
  if (change === null) return refused('There is no such change.');
  const { id: workflowId } = change.workflow;
  if (await isUnderWay(workflowId, now)) return refused(meanwhile);
  const later = (await changesOfWorkflow(workflowId)).filter(({ state }) => state !== 'dropped').at(-1);
  if (later?.id !== changeId)
    return refused('The workflow was changed from here again since: only the last change can be undone.');
  const read = await readWorkflows('viewer', { workflowIds: [workflowId] });
  if (read.kind !== 'ok') return read;
  const [workflow] = read.value;
  if (workflow === undefined) return refused(gone);
  const undoing = undoOf(later, workflow);
  if (undoing.kind === 'refused') return refused(undoing.message);
  const who = await pseudonymOf(accountId, newId());
  const begunUndo = await undoBegun(later, { at: now, who });
  if (begunUndo === null) return refused(meanwhile);
  return asked(workflow, undoing.rules, {
    taken: async () => carriedOut(begunUndo, 'undone', { then: null, by: { at: now, who } }),
    refused: async () => refusedByJira(begunUndo, 'undo-dropped', { at: now, who }),
    ...{ sentence: `The workflow "${workflow.name}" is as it was before.`, now },
  });
}

interface Asking {
  readonly taken: (then: EditableWorkflow | null) => Promise<void>;
  readonly refused: () => Promise<void>;
  readonly sentence: string;
  readonly now: Instant;
}

/** Asks Jira, and keeps what it answered. Where nobody knows whether Jira took it, it stays open for the next look. */
async function asked(
  workflow: EditableWorkflow,
  rules: ReadonlyMap<string, TransitionRules>,
  { taken, refused: turnedDown, sentence, now }: Asking,
): Promise<JiraOutcome<Changed>> {
  const answer = await updateWorkflow(workflow, rules);
  if (answer.kind === 'ok') {
    await taken(answer.value);
    await lookAtGuards(workflow.id, now);
    return ok({ kind: 'done', sentence });
  }
  if (answer.kind === 'failed' && (answer.status === undefined || answer.status >= 500)) return refused(unsure);
  await turnedDown();
  return inWords(answer);
}

/** What Jira says of a change is worth reading; other trouble is told as everywhere. */
function inWords(trouble: JiraTrouble): JiraOutcome<Refused> {
  return trouble.kind === 'failed' && trouble.said !== undefined ? refused(jiraRefused, trouble.said) : trouble;
}
