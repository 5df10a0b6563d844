import type { HealthView, ProjectHealth, Signal } from '../../contracts/health';
import type { StoredProject } from '../../defects/shell';
import { attachmentOf } from '../../gates';
import type { FailedExpression, StoredAttachment } from '../../gates/shell';
import type { Instant } from '../../kernel/instant';
import type { AppPermission } from '../../platform/jira';
import { gatedStages, modeOf } from '../../settings';
import type { Settings } from '../../settings';
import { storeState } from '../store-state';
import {
  counted,
  countSignal,
  eventsSignal,
  expressionsSignal,
  pointsSignal,
  queueSignal,
  reconciliationSignal,
  repairsSignal,
  worst,
} from './signals';

export interface ProjectFacts {
  readonly project: StoredProject;
  /** When any issue of it last changed in Jira. */
  readonly newest: Instant | null;
  readonly waiting: { readonly count: number; readonly since: Instant | null };
  readonly repairs: { readonly count: number; readonly newest: Instant | null };
  readonly attachment: StoredAttachment | null;
  /** Which of Holdpoint's permissions somebody holds in it; null where Jira does not say. */
  readonly granted: Readonly<Record<AppPermission, boolean>> | null;
}

export interface HealthFacts {
  readonly projects: readonly ProjectFacts[];
  /** Null where the settings are damaged. */
  readonly settings: Settings | null;
  readonly pointsUsed: number;
  readonly failed: readonly FailedExpression[];
  readonly now: Instant;
}

export function healthView({ projects, settings, pointsUsed, failed, now }: HealthFacts): HealthView {
  const shown = projects.map((facts) => projectHealth(facts, settings, now));
  const signals = [pointsSignal(pointsUsed), expressionsSignal(failed, now), ...(settings === null ? [damaged] : [])];
  const state = worst([...signals.map((signal) => signal.state), ...shown.map((project) => project.state)]);
  const all = [...signals, ...shown.flatMap((project) => project.signals)];
  return { now, state, sentence: summary(all), signals, projects: shown };
}

const damaged: Signal = {
  ...{ id: 'reading', title: 'Settings', state: 'bad' },
  sentence: 'The settings cannot be read, so no gate is open and nothing is read.',
  action: 'Look at the settings below and save them again.',
};

function summary(signals: readonly Signal[]): string {
  const of = (state: Signal['state']) => signals.filter((signal) => signal.state === state).length;
  const [bad, attention] = [of('bad'), of('attention')];
  if (bad > 0) return `Holdpoint cannot be relied on everywhere: ${counted(bad, 'thing')} must be put right.`;
  if (attention > 0) return `Holdpoint can be relied on; ${counted(attention, 'thing')} should be looked at.`;
  return 'Holdpoint can be relied on.';
}

function projectHealth(facts: ProjectFacts, settings: Settings | null, now: Instant): ProjectHealth {
  const { project } = facts;
  const attachment = attachmentView(facts.attachment, settings);
  const watched =
    project.state !== 'ready'
      ? []
      : [
          eventsSignal(project, facts.newest, now),
          queueSignal(facts.waiting, now),
          reconciliationSignal(project, now),
          countSignal(project, now),
          repairsSignal(facts.repairs, now),
          rulesSignal(attachment, project.id, settings),
        ];
  const signals = [readingSignal(project), ...watched];
  return {
    project: { id: project.id, key: project.key, name: project.name },
    store: storeState(project, now),
    state: worst(signals.map((signal) => signal.state)),
    signals,
    attachment,
    authority: authority(facts.granted),
  };
}

function readingSignal(project: StoredProject): Signal {
  const named = { id: 'reading', title: 'Reading' } as const;
  if (project.state === 'ready') return { ...named, state: 'good', sentence: 'All of its issues have been read.', action: null };
  if (project.state === 'failed') {
    const sentence = project.message ?? 'The reading of this project stopped.';
    return { ...named, state: 'bad', sentence, action: 'No gate of the project is open meanwhile. Read it again.' };
  }
  const how = project.total === null ? '' : `: ${project.done.toLocaleString('en')} of ${counted(project.total, 'issue')}`;
  if (project.paused) {
    const action = 'Let it go on. No gate of the project is open before it has ended.';
    return { ...named, state: 'attention', sentence: `Its reading is paused${how}.`, action };
  }
  const action = 'Nothing is to be done: its gates stay closed until the reading has ended.';
  return { ...named, state: 'attention', sentence: `It is being read${how}.`, action };
}

type AttachmentView = ProjectHealth['attachment'];

function attachmentView(stored: StoredAttachment | null, settings: Settings | null): AttachmentView {
  const nothing = { checkedAt: stored?.checkedAt ?? null, transitions: [], unguarded: [] };
  if (stored === null || settings === null)
    return { ...nothing, state: 'unknown', sentence: 'Holdpoint has not looked at the workflows of this project yet.' };
  if (stored.kind === 'none')
    return {
      ...nothing,
      state: 'unknown',
      sentence: 'This project has no release tickets, so there is nothing to attach a gate to.',
    };
  const stages = gatedStages(settings);
  const transitions = stored.guards.map(({ workflow, transition, to, stage, locks }) => ({
    ...{ workflow: workflow.name, transition: transition.name, to, locks: [...locks] },
    stage: stages.find(({ key }) => key === stage)?.name ?? stage,
  }));
  if (stored.kind === 'refused')
    return {
      ...nothing,
      transitions,
      state: 'unknown',
      sentence: 'Jira does not show the workflows of this project to Holdpoint.',
    };
  const { state, sentence, unguarded } = attachmentOf(stored.guards, stages);
  return { ...nothing, state, sentence, transitions, unguarded: unguarded.map(({ name }) => name) };
}

/** A gate that only observes needs no rule; one that enforces is none without. */
function rulesSignal(attachment: AttachmentView, projectId: string, settings: Settings | null): Signal {
  const named = { id: 'rules', title: 'Gates attached to workflows', sentence: attachment.sentence } as const;
  if (settings === null || attachment.state === 'attached' || attachment.state === 'unknown')
    return { ...named, state: 'good', action: null };
  const stages = gatedStages(settings);
  const enforced = stages.filter(({ key }) => modeOf(settings, projectId, key) === 'enforce');
  if (enforced.length === 0 && attachment.state === 'missing') return { ...named, state: 'good', action: null };
  const open = enforced.some(({ name }) => attachment.unguarded.includes(name));
  const action =
    'Open the workflow of the release tickets under Workflows below, and choose the stage of each transition that leads into a gate.';
  return { ...named, state: open ? 'bad' : 'attention', action };
}

const permissionTitles: Readonly<Record<AppPermission, string>> = {
  'override-gates': 'Override Holdpoint gates',
  'lift-holds': 'Lift Holdpoint holds',
  'approve-deferrals': 'Approve Holdpoint deferrals',
};

function authority(granted: ProjectFacts['granted']): ProjectHealth['authority'] {
  if (granted === null) return [];
  const of = (permission: AppPermission) => ({ permission, title: permissionTitles[permission], granted: granted[permission] });
  return [of('override-gates'), of('lift-holds'), of('approve-deferrals')];
}
