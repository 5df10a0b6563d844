import { z } from 'zod';
import type { GuardedTransition, HealthView, ProjectHealth, Signal } from '../../../src/contracts/health';
import { sampleReading, type Scenario } from './sample-project';

/** What `pauseReading` last said. */
let paused = false;
export function pauseSample(payload: unknown): object {
  paused = z.object({ paused: z.boolean() }).parse(payload).paused;
  return {};
}

const good = (id: Signal['id'], title: string, sentence: string): Signal => ({
  id,
  title,
  state: 'good',
  sentence,
  action: null,
});
const signals: readonly Signal[] = [
  good('events', 'Changes from Jira', 'The last one came 4 minutes ago.'),
  good('queue', 'Changes that wait', 'None waits.'),
  good('reconciliation', 'Comparison with Jira', 'Jira was compared 9 minutes ago; nothing was missing.'),
  good('count', 'Number of defects', 'Holdpoint and Jira both count 4,812.'),
  good('repairs', 'Repairs', 'No published verdict had to be put right in the last day.'),
  good('rules', 'Gate rules', 'Every gated stage has a transition with all three locks.'),
];
const late: Signal = {
  ...{ id: 'queue', title: 'Changes that wait', state: 'attention' },
  sentence: 'The oldest of 14 changes has waited for 3 minutes.',
  action:
    'Nothing yet: they are read as soon as Jira answers again. Look at status.atlassian.com if it takes longer than an hour.',
};
const unruled: Signal = {
  ...{ id: 'rules', title: 'Gate rules', state: 'bad' },
  sentence: 'Production has no transition with all three locks.',
  action: 'Add the missing rule to the transition Deploy to production and publish the workflow.',
};

const workflow = 'Release ticket workflow';
const transitions: readonly GuardedTransition[] = [
  { workflow, transition: 'Deploy to staging', to: 'In staging', stage: 'Staging', locks: ['condition', 'published', 'decided'] },
  {
    workflow,
    transition: 'Deploy to production',
    to: 'Released',
    stage: 'Production',
    locks: ['condition', 'published', 'decided'],
  },
  { workflow, transition: 'Cancel', to: 'Cancelled', stage: null, locks: [] },
];

function project(id: string, key: string, name: string, now: string): ProjectHealth {
  const ago = (minutes: number): string => new Date(Date.parse(now) - minutes * 60_000).toISOString();
  return {
    project: { id, key, name },
    ...{ store: { kind: 'ready', upTo: ago(1) }, state: 'good', signals: [...signals] },
    attachment: {
      ...{ state: 'attached', sentence: 'Every gated stage has a transition with all three locks.', checkedAt: ago(40) },
      ...{ transitions: [...transitions], unguarded: [] },
    },
    authority: [
      { permission: 'override-gates', title: 'Override Holdpoint gates', granted: true },
      { permission: 'lift-holds', title: 'Lift Holdpoint holds', granted: false },
      { permission: 'approve-deferrals', title: 'Approve Holdpoint deferrals', granted: false },
    ],
  };
}

function broken(health: ProjectHealth): ProjectHealth {
  const cut = transitions.map((one, at): GuardedTransition =>
    at === 1 ? { ...one, stage: null, locks: ['condition', 'published'] } : one,
  );
  return {
    ...health,
    state: 'bad',
    signals: [...health.signals.filter(({ id }) => id !== 'queue' && id !== 'rules'), late, unruled],
    attachment: {
      ...health.attachment,
      state: 'partly',
      sentence: unruled.sentence,
      transitions: cut,
      unguarded: ['Production'],
    },
  };
}

/** @param kind of health, from the address: `?health=bad`, `reading`, `waiting`, `many` */
export function sampleHealth(scenario: Scenario, now: string, kind: string | null): HealthView {
  const [shop, ops] = [project('10000', 'SHOP', 'Web shop', now), project('10010', 'OPS', 'Operations', now)];
  const waitUntil = kind === 'waiting' ? new Date(Date.parse(now) + 22 * 60_000).toISOString() : null;
  const read: ProjectHealth = {
    ...{ ...shop, state: 'attention', store: { ...sampleReading(now), paused, waitUntil } },
    signals: [
      {
        ...{ id: 'reading', title: 'Reading', state: 'attention', sentence: 'It is being read: 1,240 of 4,812 issues.' },
        action: 'Nothing is to be done: its gates stay closed until the reading has ended.',
      },
    ],
  };
  const points = good('points', "Jira's budget", '2,610 of 65,000 points used this hour.');
  const site = [points, good('expressions', 'Rules in Jira', 'No rule failed in the last day.')];
  const base = { now, state: 'good', sentence: 'Holdpoint can be relied on.', signals: site, projects: [shop, ops] } as const;
  if (kind === 'bad')
    return { ...base, state: 'bad', sentence: 'The gates of Web shop cannot be relied on.', projects: [ops, broken(shop)] };
  if (kind === 'reading' || kind === 'waiting' || scenario.store === 'reading')
    return {
      ...base,
      state: 'attention',
      sentence: 'Holdpoint can be relied on, except in Web shop, which is being read.',
      projects: [ops, read],
    };
  const many = Array.from({ length: 40 }, (_, at) => project(String(20_000 + at), `P${at}`, `Project ${at}`, now));
  return { ...base, projects: kind === 'many' ? [...many, broken(shop)] : [shop, ops] };
}
