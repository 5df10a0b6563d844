import { mostFlowStages, type FlowStage, type WorkflowStatus } from '../../../../../src/contracts/flow';

/** What a status is in the flow: a stage of its own, one with the status before it, or nothing. */
export const stageRoles = ['own', 'joined', 'out'] as const;
type StageRole = (typeof stageRoles)[number];

/** A status, as somebody who changes the stages of the flow has it so far. */
interface DraftStatus {
  readonly id: string;
  readonly name: string;
  readonly now: number;
  readonly role: StageRole;
  /** The name that its stage was given; empty for none. Counts where the role is `own`. */
  readonly stageName: string;
}
export type StageDraft = readonly DraftStatus[];

/** The stages as they are drawn; where nobody chose any, all that is done is the last one. */
export function draftOf(workflow: readonly WorkflowStatus[], stages: readonly FlowStage[] | null): StageDraft {
  let before: WorkflowStatus | null = null;
  return workflow.map((status) => {
    const isSame = before !== null && (stages === null ? areDone(before, status) : before.band === status.band);
    const role: StageRole = status.band === null ? 'out' : isSame ? 'joined' : 'own';
    if (role !== 'out') before = status;
    const stageName = stages?.find(({ statuses }) => statuses.includes(status.id))?.name ?? '';
    return { id: status.id, name: status.name, now: status.now, role, stageName: role === 'own' ? stageName : '' };
  });
}

function areDone(one: WorkflowStatus, other: WorkflowStatus): boolean {
  return one.category === 'done' && other.category === 'done';
}

/** The stages that a draft comes to, in the order of its statuses. A status that is to join one where none comes before it is its own. */
export function stagesOf(draft: StageDraft): FlowStage[] {
  const stages: { statuses: string[]; name: string | null }[] = [];
  for (const { id, role, stageName } of draft) {
    const last = stages.at(-1);
    if (role === 'joined' && last !== undefined) last.statuses.push(id);
    else if (role !== 'out') stages.push({ statuses: [id], name: stageName.trim() === '' ? null : stageName.trim() });
  }
  return stages;
}

/** Why a draft cannot be used; null where it can. */
export function draftProblem(draft: StageDraft): string | null {
  const count = stagesOf(draft).length;
  if (count < 2) return 'Keep at least two stages: one where the flow begins and one where it ends.';
  return count > mostFlowStages ? `Put some together: at most ${mostFlowStages} stages can be told apart.` : null;
}

/** What chosen stages come to: "From Doing to Done. Left out: Open (2 now)." */
export function stageWords(workflow: readonly WorkflowStatus[], stages: readonly FlowStage[]): string {
  const nameOf = ({ name, statuses }: FlowStage): string =>
    name ?? workflow.flatMap((status) => (statuses.includes(status.id) ? [status.name] : [])).join(' + ');
  const [first, last] = [stages[0], stages.at(-1)].map((stage) => (stage === undefined ? '' : nameOf(stage)));
  const out = workflow.filter(({ band }) => band === null).map(({ name, now }) => `${name} (${now.toLocaleString('en')} now)`);
  const left = out.length === 0 ? '' : ` Left out: ${out.join(', ')}.`;
  return `Own stages: from “${first ?? ''}” to “${last ?? ''}”.${left}`;
}
