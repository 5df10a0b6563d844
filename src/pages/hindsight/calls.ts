import type { BridgeRequest, BridgeView } from '../../contracts/bridge';
import type { Answer } from '../../contracts/screen';
import { issuesById } from '../../defects/shell';
import type { StoredProject } from '../../defects/shell';
import { findEntries, withEvidence } from '../../governance/shell';
import type { Access } from '../access';
import type { Actions } from '../actions';
import { shown } from '../answer';
import type { Sight } from '../decisions/named-issues';
import { openProject } from '../open-project';
import type { Viewer } from '../viewer';
import { thenAndNow as viewOf } from './view-model';
import type { LookedAgainFacts } from './view-model';

/** Why a decision cannot be judged again. */
const notVerdict = 'Only the verdicts of gates are judged again.';
const notKept =
  'This decision was made before Holdpoint kept all that it takes to judge it again, or it was about a gate of another kind.';

/** One decision of a project's ledger, as known then and as known now. */
export async function thenAndNow(
  { projectId, seq }: BridgeRequest<'thenAndNow'>,
  actions: Actions,
  viewer: Viewer,
): Promise<Answer<BridgeView<'thenAndNow'>>> {
  const opened = await openProject(projectId, viewer);
  if (opened.kind !== 'open') return opened;
  const all = { subject: null, kind: null, issueId: null, from: null, to: null };
  const [entry] = await withEvidence(await findEntries(projectId, { ...all, before: seq + 1 }, 1));
  if (entry?.seq !== seq || entry.kind !== 'verdict-changed') return shown({ kind: 'not-kept', because: notVerdict });
  const [looked] = await actions.lookAgain(projectId, [entry], viewer.now);
  if (looked === undefined || looked === null) return shown({ kind: 'not-kept', because: notKept });
  const sight = await sightOf([looked], opened);
  return shown({ kind: 'judged', decision: viewOf(looked, sight) });
}

/** Decisions of the last 90 days that would have been the other way with what is known now. */
export async function turned(
  { projectId }: BridgeRequest<'turned'>,
  actions: Actions,
  viewer: Viewer,
): Promise<Answer<BridgeView<'turned'>>> {
  const opened = await openProject(projectId, viewer);
  if (opened.kind !== 'open') return opened;
  const { id, key, name } = opened.project;
  const { looked, ...figures } = await actions.turnedByHindsight(projectId, viewer.now);
  const sight = await sightOf(looked, opened);
  return shown({
    ...{ now: viewer.now, project: { id, key, name }, ...figures },
    decisions: looked.map((one) => viewOf(one, sight)),
  });
}

async function sightOf(
  looked: readonly LookedAgainFacts[],
  { project, access }: { readonly project: StoredProject; readonly access: Access },
): Promise<Sight> {
  const ids = looked.flatMap(({ hindsight }) => hindsight.late.map((defect) => defect.id));
  return { projectId: project.id, access, stored: await issuesById([...new Set(ids)]) };
}
