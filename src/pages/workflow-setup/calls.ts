import type { BridgeRequest, BridgeView } from '../../contracts/bridge';
import type { Answer } from '../../contracts/screen';
import { allProjects } from '../../defects/shell';
import { changesOfWorkflow } from '../../gates/shell';
import { peopleBehind } from '../../governance/shell';
import { defaultSettings, gatedStages } from '../../settings';
import { readSettings } from '../../settings/shell';
import type { Actions } from '../actions';
import { notAdmin } from '../admins-only';
import { inTrouble, refused, shown } from '../answer';
import type { Viewer } from '../viewer';
import { workflowSetupView } from './view-model';
import type { WorkflowFacts } from './view-model';

/** The workflows of a project with what Holdpoint's rules do in them. Without a project, those of the first that can be shown. */
export async function workflowSetup(
  { projectId }: BridgeRequest<'workflowSetup'>,
  actions: Pick<Actions, 'workflowsOfProject'>,
  { now }: Viewer,
): Promise<Answer<BridgeView<'workflowSetup'>>> {
  const stop = await notAdmin();
  if (stop !== null) return stop;
  const stored = await readSettings();
  const settings = stored.kind === 'ok' ? stored.settings : defaultSettings;
  const projects = (await allProjects()).sort((a, b) => a.name.localeCompare(b.name, 'en'));
  const project = projects.find(({ id }) => id === projectId) ?? (projectId === null ? projects[0] : undefined);
  if (project === undefined) {
    if (projectId !== null) return refused('No such project', 'Holdpoint does not know this project any more.');
    const lack = 'Holdpoint sees no project yet.';
    return shown({ now, projects: [], project: null, stages: [...gatedStages(settings)], lack, workflows: [] });
  }
  const found = await actions.workflowsOfProject(project.id, settings);
  if (found.kind !== 'ok') return inTrouble(found);
  const workflows = await Promise.all(
    found.value.map(async (one): Promise<WorkflowFacts> => {
      const changes = (await changesOfWorkflow(one.workflow.id)).filter(({ state }) => state !== 'dropped');
      return { ...one, last: changes.at(-1) ?? null };
    }),
  );
  const names = workflows.flatMap(({ last }) => last?.events.flatMap(({ who }) => who ?? []) ?? []);
  const people = names.length === 0 ? new Map<string, string>() : await peopleBehind([...new Set(names)]);
  return shown(workflowSetupView({ projects, project, workflows, settings, people, now }));
}

export async function previewWorkflow(
  wish: BridgeRequest<'previewWorkflow'>,
  actions: Pick<Actions, 'previewWorkflow'>,
): Promise<Answer<BridgeView<'previewWorkflow'>>> {
  const stop = await notAdmin();
  if (stop !== null) return stop;
  const preview = await actions.previewWorkflow(wish);
  if (preview.kind !== 'ok') return inTrouble(preview);
  const { value } = preview;
  if (value.kind !== 'change') return shown(value.kind === 'nothing' ? value : { ...value, said: [...value.said] });
  const lines = value.lines.map((line) => ({ ...line, transition: line.transition.name }));
  return shown({ kind: 'change', lines, notes: [...value.notes], said: [...value.said] });
}

export async function changeWorkflow(
  wish: BridgeRequest<'changeWorkflow'>,
  actions: Pick<Actions, 'changeWorkflow'>,
  viewer: Viewer,
): Promise<Answer<BridgeView<'changeWorkflow'>>> {
  const stop = await notAdmin();
  if (stop !== null) return stop;
  return answered(await actions.changeWorkflow({ ...wish, ...viewer }));
}

export async function undoWorkflow(
  { changeId }: BridgeRequest<'undoWorkflow'>,
  actions: Pick<Actions, 'undoWorkflowChange'>,
  viewer: Viewer,
): Promise<Answer<BridgeView<'undoWorkflow'>>> {
  const stop = await notAdmin();
  if (stop !== null) return stop;
  return answered(await actions.undoWorkflowChange({ changeId, ...viewer }));
}

type Outcome = Awaited<ReturnType<Actions['changeWorkflow']>>;

function answered(outcome: Outcome): Answer<BridgeView<'changeWorkflow'>> {
  if (outcome.kind !== 'ok') return inTrouble(outcome);
  return shown(outcome.value.kind === 'done' ? outcome.value : { ...outcome.value, said: [...outcome.value.said] });
}
