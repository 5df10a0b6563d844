import type { SetupTransitionView, SetupWorkflowView, WorkflowSetupView } from '../../contracts/workflow-setup';
import type { StoredProject } from '../../defects/shell';
import { obstacle, standingOf, standingWords, suggestDeferral, suggestStages } from '../../gates';
import type { StoredWorkflowChange } from '../../gates/shell';
import type { Instant } from '../../kernel/instant';
import type { EditableWorkflow } from '../../platform/jira';
import { gatedStages } from '../../settings';
import type { Settings } from '../../settings';

export interface WorkflowFacts {
  readonly workflow: EditableWorkflow;
  /** Who follows it. */
  readonly releases: boolean;
  readonly defects: boolean;
  /** Ids of all projects that use it; null where Jira does not say. */
  readonly projects: readonly string[] | null;
  /** The last change that was made from here and came about. */
  readonly last: StoredWorkflowChange | null;
}

export interface SetupFacts {
  readonly projects: readonly StoredProject[];
  readonly project: StoredProject;
  readonly workflows: readonly WorkflowFacts[];
  readonly settings: Settings;
  /** Account ids by pseudonym; those of people who were erased are missing. */
  readonly people: ReadonlyMap<string, string>;
  readonly now: Instant;
}

export function workflowSetupView(facts: SetupFacts): WorkflowSetupView {
  const { projects, project, workflows, settings, now } = facts;
  const stages = gatedStages(settings);
  // Those of release tickets first: there the gates stand.
  const ordered = [...workflows].sort((a, b) => Number(b.releases) - Number(a.releases));
  return {
    now,
    projects: projects.map(named),
    project: named(project),
    stages: stages.map(({ key, name }) => ({ key, name })),
    lack: lackOf(facts),
    workflows: ordered.map((one) => workflowView(one, facts)),
  };
}

export function named({ id, key, name }: StoredProject) {
  return { id, key, name };
}

function lackOf({ project, workflows, settings }: SetupFacts): string | null {
  if (gatedStages(settings).length === 0) return 'No stage has a gate. Give one a gate under Stages, and save.';
  if (workflows.some(({ releases }) => releases)) return null;
  const types = settings.releaseTypes.map((type) => `"${type}"`).join(' or ');
  return `${project.name} has no work type ${types}, so it has no release tickets that a gate could stop. Add the work type to the project in Jira, or name another one under Work types.`;
}

function workflowView(facts: WorkflowFacts, { settings, project, projects, people }: SetupFacts): SetupWorkflowView {
  const { workflow, releases, defects, last } = facts;
  const followers = [...(releases ? ['release tickets'] : []), ...(defects ? ['defects'] : [])].join(' and ');
  const who = last?.events.at(-1)?.who ?? '';
  return {
    ...{ id: workflow.id, name: workflow.name, version: workflow.version },
    uses: `The ${followers} of ${project.name} follow it.`,
    shared: sharedWords(facts.projects, project, projects),
    obstacle: obstacle(workflow, null),
    transitions: transitionViews(facts, settings),
    last:
      last === null
        ? null
        : {
            ...{ id: last.id, at: last.events.at(-1)?.at ?? '', who: people.get(who) ?? null },
            isUndone: last.state === 'undone',
            lines: last.transitions.map(({ line }) => ({ ...line, transition: line.transition.name })),
          },
  };
}

const mostNamed = 3;

/** Null where the project is the only one. */
function sharedWords(using: readonly string[] | null, project: StoredProject, known: readonly StoredProject[]): string | null {
  if (using === null) return 'Jira does not say which other projects use it; a change counts in all of them.';
  const others = using.filter((id) => id !== project.id);
  if (others.length === 0) return null;
  const names = known.filter(({ id }) => others.includes(id)).map(({ name }) => name);
  const told = names.slice(0, mostNamed);
  const rest = others.length - told.length;
  const listed = [...told, ...(rest === 0 ? [] : [told.length === 0 ? `${rest} other` : `${rest} more`])].join(', ');
  const are = others.length === 1 ? '1 other project uses it' : `${others.length} other projects use it`;
  return `${are}${told.length === 0 ? '' : ` (${listed})`}: a change counts there too.`;
}

function transitionViews({ workflow, releases, defects }: WorkflowFacts, settings: Settings): SetupTransitionView[] {
  const stages = gatedStages(settings);
  const gates = releases
    ? suggestStages(
        workflow,
        settings.stages.filter(({ gated }) => gated),
      )
    : [];
  const deferrals = defects ? suggestDeferral(workflow) : [];
  return workflow.transitions.flatMap(({ id, name, type, from, to, rules }) => {
    if (type === 'INITIAL') return [];
    const standing = standingOf(rules);
    const [guard, ...more] = standing.guards;
    const stage = guard !== undefined && more.length === 0 ? guard.stage : null;
    const locks = guard?.locks ?? [];
    const gate = gates.find((one) => one.transitionId === id);
    const done = gate !== undefined && stage === gate.stage && locks.length === 3;
    const deferral = deferrals.includes(id) && !standing.deferral;
    return {
      ...{ id, name, from: type === 'GLOBAL' ? 'any status' : from.join(', '), to: to.name },
      words: standingWords(standing, stages),
      ...{ locks: [...locks], stage, hide: locks.includes('condition'), deferral: standing.deferral },
      isOdd: standing.guards.length > 0 && stage === null,
      offersGate: releases || standing.guards.length > 0,
      offersDeferral: defects || standing.deferral,
      suggested:
        gate !== undefined && !done
          ? { stage: gate.stage, deferral: false, because: gate.because }
          : deferral
            ? { stage: null, deferral: true, because: 'It seems to put a defect off.' }
            : null,
    };
  });
}
