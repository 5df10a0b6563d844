import type { WorkflowChange, WorkflowEvent } from '../gates';
import { workflowChangeStore } from '../gates/shell';
import type { StoredWorkflowChange } from '../gates/shell';
import { siteChain } from '../governance';
import { appendEntry } from '../governance/shell';

const kinds: Readonly<Record<WorkflowEvent['act'], string | null>> = {
  // That Jira was asked, or refused, changed nothing.
  ...{ begun: null, dropped: null, 'undo-begun': null, 'undo-dropped': null },
  ...{ done: 'workflow-changed', undone: 'workflow-change-undone' },
};

/**
 * Enters in the ledger of the site what became of a change of a workflow and does not stand there yet. An entry is known by its place
 * among the events, so that doing it again enters nothing twice.
 */
export async function enterWorkflowChange(change: StoredWorkflowChange, settings: number | null): Promise<void> {
  const { id, workflow, transitions, events, entered } = change;
  for (const [index, { act, at, who }] of events.entries()) {
    const kind = kinds[act];
    if (index < entered || kind === null) continue;
    await appendEntry(siteChain, {
      ...{ at, kind, subject: `workflow:${workflow.id}`, entryKey: `workflow:${id}:${index + 1}`, settings },
      actor: who === null ? { kind: 'app', rule: 'workflow' } : { kind: 'person', pseudonym: who },
      body: {
        schema: 1,
        workflow,
        transitions: transitions.map(({ line: { transition, now, then } }) => ({ transition: transition.name, now, then })),
        sentence: sentenceOf(change, act),
      },
      evidence: null,
    });
  }
  if (events.length > entered) await workflowChangeStore.noteEntered(id, events.length);
}

function sentenceOf({ workflow, transitions }: WorkflowChange, act: WorkflowEvent['act']): string {
  const lines = transitions.map(({ line }) => `"${line.transition.name}" ${act === 'undone' ? line.now : line.then}`);
  const what = `Holdpoint's rules in the workflow "${workflow.name}"`;
  return `${what} were ${act === 'undone' ? 'put back as they were' : 'changed'}: ${lines.join('; ')}.`;
}
