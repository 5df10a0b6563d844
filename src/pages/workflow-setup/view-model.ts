import type { SetupTransitionView, SetupWorkflowView, WorkflowSetupView } from '../../contracts/workflow-setup';
import type { StoredProject } from '../../defects/shell';
import { defectChecks, obstacle, standingOf, standingWords, suggestDeferral, suggestMap, suggestStages } from '../../gates';
import type { DefectCheck, Suggestion } from '../../gates';
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
    transitions: transitionViews(facts, settings, project.id),
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

/** Where the rules seem to be meant; only those that an admin has not put there yet are suggested. */
const reasons: Partial<Readonly<Record<DefectCheck, string>>> = {
  deferral: 'It seems to put a defect off.',
  map: 'The transition map has a line about this change of status.',
};

/** Transitions by what they seem to ask of a defect. That a transition sets the fix version is not known, so no freeze is suggested. */
function suggestChecks({ workflow, defects }: WorkflowFacts, settings: Settings, projectId: string) {
  const [deferral, map] = defects
    ? [suggestDeferral(workflow), suggestMap(workflow.transitions, settings.transitionMap, projectId)]
    : [[], []];
  const found: Readonly<Record<DefectCheck, readonly string[]>> = { deferral, map, freeze: [] };
  return (id: string) => defectChecks.filter((check) => found[check].includes(id));
}

function transitionViews(facts: WorkflowFacts, settings: Settings, projectId: string): SetupTransitionView[] {
  const { workflow, releases, defects } = facts;
  const stages = gatedStages(settings);
  const gates = releases
    ? suggestStages(
        workflow,
        settings.stages.filter(({ gated }) => gated),
      )
    : [];
  const checksOf = suggestChecks(facts, settings, projectId);
  return workflow.transitions.flatMap(({ id, name, type, from, to, rules }) => {
    const standing = standingOf(rules);
    const creates = type === 'INITIAL';
    if (creates && !defects && standing.guards.length + standing.checks.length === 0) return [];
    const [guard, ...more] = standing.guards;
    const stage = guard !== undefined && more.length === 0 ? guard.stage : null;
    const locks = guard?.locks ?? [];
    const gate = gates.find((one) => one.transitionId === id);
    const done = gate !== undefined && stage === gate.stage && locks.length === 3;
    const has = (check: DefectCheck) => standing.checks.includes(check);
    const checks = checksOf(id).filter((check) => !has(check));
    return {
      ...{ id, name, from: creates ? null : type === 'GLOBAL' ? 'any status' : from.join(', '), to: to.name },
      words: standingWords(standing, stages),
      ...{ locks: [...locks], stage, hide: locks.includes('condition') },
      ...{ deferral: has('deferral'), freeze: has('freeze'), map: has('map') },
      isOdd: standing.guards.length > 0 && stage === null,
      offersGate: (releases && !creates) || standing.guards.length > 0,
      // What creates an issue can keep it out of frozen releases, and nothing else; what stands there can be taken off.
      offersChecks: defectChecks.filter((check) => (defects && (!creates || check === 'freeze')) || has(check)),
      suggested: suggestion(done ? undefined : gate, checks),
    };
  });
}

function suggestion(gate: Suggestion | undefined, checks: DefectCheck[]): SetupTransitionView['suggested'] {
  if (gate !== undefined) return { stage: gate.stage, checks: [], because: gate.because };
  return checks.length === 0 ? null : { stage: null, checks, because: checks.flatMap((check) => reasons[check] ?? []).join(' ') };
}
