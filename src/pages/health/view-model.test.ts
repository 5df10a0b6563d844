import { defaultSettings } from '../../settings';
import { now, project } from '../screen.fixture';
import {
  countSignal,
  duration,
  eventsSignal,
  expressionsSignal,
  pointsSignal,
  queueSignal,
  reconciliationSignal,
  repairsSignal,
  worst,
} from './signals';
import { healthView } from './view-model';
import type { HealthFacts, ProjectFacts } from './view-model';

/** `now` is 2026-11-02T09:00. */
const ago = (minutes: number) => new Date(Date.parse(now) - minutes * 60_000).toISOString();
const hours = (n: number) => n * 60;

test.each([
  [0, 'less than a minute'],
  [1, '1 minute'],
  [119, '119 minutes'],
  [120, '2 hours'],
  [47 * 60, '47 hours'],
  [48 * 60, '2 days'],
  [-5, 'less than a minute'],
])('%s minutes are %s', (minutes, words) => {
  expect(duration(minutes * 60_000)).toBe(words);
});

test.each([
  ['told a moment ago', 1, ago(1), 'good'],
  ['quiet for two days, and nothing changed', hours(48), ago(hours(60)), 'good'],
  ['quiet for two days although issues changed', hours(48), ago(hours(3)), 'attention'],
  ['quiet for 23 hours although issues changed', hours(23), ago(hours(3)), 'good'],
  ['quiet, and the last change is the last event itself', hours(48), ago(hours(48)), 'good'],
])('events: %s', (_what, minutes, newest, state) => {
  expect(eventsSignal({ eventAt: ago(minutes), sinceAt: ago(hours(100)) }, newest, now).state).toBe(state);
});

test('events: none at all yet is fine on the first day', () => {
  expect(eventsSignal({ eventAt: null, sinceAt: ago(10) }, ago(1), now).state).toBe('good');
  expect(eventsSignal({ eventAt: null, sinceAt: ago(hours(30)) }, ago(1), now).state).toBe('attention');
});

test.each([
  [0, null, 'good', 'No change waits to be read.'],
  [14, ago(3), 'good', 'The oldest of 14 changes has waited for 3 minutes.'],
  [1, ago(5), 'good', 'One change has waited for 5 minutes.'],
  [2, ago(6), 'attention', 'The oldest of 2 changes has waited for 6 minutes.'],
  [2, ago(15), 'attention', 'The oldest of 2 changes has waited for 15 minutes.'],
  [2, ago(16), 'bad', 'The oldest of 2 changes has waited for 16 minutes.'],
])('queue: %s waiting since %s is %s', (count, since, state, sentence) => {
  const signal = queueSignal({ count, since }, now);
  expect([signal.state, signal.sentence, signal.action === null]).toEqual([state, sentence, state === 'good']);
});

test.each([
  [60, 'good'],
  [90, 'good'],
  [91, 'attention'],
  [180, 'attention'],
  [181, 'bad'],
])('the last comparison %s minutes ago is %s', (minutes, state) => {
  expect(reconciliationSignal({ reconciledAt: ago(minutes), sinceAt: ago(hours(1000)) }, now).state).toBe(state);
  expect(reconciliationSignal({ reconciledAt: null, sinceAt: ago(minutes) }, now).state).toBe(state);
});

test.each([
  [hours(26), 'good'],
  [hours(26) + 1, 'attention'],
])('the last full count %s minutes ago is %s', (minutes, state) => {
  expect(countSignal({ countedAt: ago(minutes), sinceAt: now }, now).state).toBe(state);
});

test.each([
  [0, 'good'],
  [52_000, 'good'],
  [52_001, 'attention'],
  [65_000, 'attention'],
])('%s points used is %s', (used, state) => {
  expect(pointsSignal(used).state).toBe(state);
});

test('repairs ask for a look, and say that nothing is wrong any more', () => {
  expect(repairsSignal({ count: 0, newest: null }, now).state).toBe('good');
  const signal = repairsSignal({ count: 2, newest: ago(hours(3)) }, now);
  expect(signal).toMatchObject({
    state: 'attention',
    sentence: 'Holdpoint put right 2 times what it had missed, the last time 3 hours ago.',
  });
  expect(signal.action).toMatch(/found and repaired/);
});

test('a rule that failed is named with its workflow, and is bad', () => {
  expect(expressionsSignal([], now).state).toBe('good');
  const failed = {
    rule: 'gate-open-condition',
    workflow: 'Release',
    transition: 'Deploy',
    times: 3,
    lastAt: ago(10),
    message: '',
  };
  const signal = expressionsSignal([failed], now);
  expect(signal.state).toBe('bad');
  expect(signal.sentence).toMatch(
    /^3 times .*10 minutes ago: "Release gate is open" in the workflow "Release", transition "Deploy"\.$/,
  );
});

test.each([
  [[], 'good'],
  [['good', 'attention'], 'attention'],
  [['attention', 'bad', 'good'], 'bad'],
] as const)('the worst of %s is %s', (states, state) => {
  expect(worst(states)).toBe(state);
});

const followed = { ...project, eventAt: ago(1), reconciledAt: ago(10), countedAt: ago(100) };
const granted = { 'override-gates': true, 'lift-holds': false, 'approve-deferrals': false };
const workflow = { id: 'w', name: 'Release' };
const guard = (stage: string) => ({
  ...{ workflow, transition: { id: stage, name: `Deploy to ${stage}` }, to: stage, stage },
  locks: ['condition', 'published', 'decided'] as const,
});
const looked = { kind: 'looked', guards: [guard('staging'), guard('production')], checkedAt: ago(3) } as const;
const one = (parts: Partial<ProjectFacts> = {}): ProjectFacts => ({
  ...{ project: followed, newest: ago(1), waiting: { count: 0, since: null }, repairs: { count: 0, newest: null } },
  ...{ attachment: looked, granted },
  ...parts,
});
const enforced = { ...defaultSettings, projects: { '1': { production: 'enforce' } } } as const;
const facts = (parts: Partial<HealthFacts> = {}): HealthFacts => ({
  ...{ projects: [one()], settings: enforced, pointsUsed: 10, failed: [], now },
  ...parts,
});

test('where all is well it says so, and asks for nothing', () => {
  const view = healthView(facts());
  expect(view).toMatchObject({ state: 'good', sentence: 'Holdpoint can be relied on.' });
  const signals = [...view.signals, ...view.projects.flatMap((shown) => shown.signals)];
  expect(signals.map(({ id }) => id).sort()).toEqual(
    ['count', 'events', 'expressions', 'points', 'queue', 'reading', 'reconciliation', 'repairs', 'rules'].sort(),
  );
  expect(signals.every(({ action }) => action === null)).toBe(true);
});

test('the state of the site is the worst of its projects, and things are counted', () => {
  const view = healthView(facts({ projects: [one(), one({ repairs: { count: 1, newest: ago(5) } })] }));
  expect(view).toMatchObject({ state: 'attention', sentence: 'Holdpoint can be relied on; 1 thing should be looked at.' });
  const worse = healthView(facts({ projects: [one({ waiting: { count: 3, since: ago(30) } })] }));
  expect(worse).toMatchObject({ state: 'bad', sentence: 'Holdpoint cannot be relied on everywhere: 1 thing must be put right.' });
});

const rulesOf = (parts: Partial<ProjectFacts>, settings: HealthFacts['settings'] = enforced) =>
  healthView(facts({ projects: [one(parts)], settings })).projects[0];
const without = (...guards: ReturnType<typeof guard>[]) => ({ attachment: { ...looked, guards } });

test.each([
  ['attached', one(), enforced, 'attached', 'good'],
  ['an enforced stage without a guard', without(guard('staging')), enforced, 'partly', 'bad'],
  ['an observed stage without a guard', without(guard('production')), enforced, 'partly', 'attention'],
  ['no guard, and a gate enforces', without(), enforced, 'missing', 'bad'],
  ['no guard, and gates only observe', without(), defaultSettings, 'missing', 'good'],
  ['not looked at', { attachment: null }, enforced, 'unknown', 'good'],
  ['no release tickets', { attachment: { ...looked, kind: 'none', guards: [] } as const }, enforced, 'unknown', 'good'],
  ['not shown to the app', { attachment: { ...looked, kind: 'refused' } as const }, enforced, 'unknown', 'good'],
])('rules: %s', (_what, parts, settings, state, signal) => {
  const shown = rulesOf(parts, settings);
  expect(shown?.attachment.state).toBe(state);
  expect(shown?.signals.find(({ id }) => id === 'rules')?.state).toBe(signal);
});

test('a transition is shown with the name of its stage, and unguarded stages by name', () => {
  const shown = rulesOf(without(guard('staging')));
  expect(shown?.attachment).toMatchObject({
    transitions: [
      { workflow: 'Release', transition: 'Deploy to staging', stage: 'Staging', locks: ['condition', 'published', 'decided'] },
    ],
    unguarded: ['Production'],
    checkedAt: ago(3),
  });
});

test('a project that is being read is judged by its reading alone', () => {
  const reading = { ...followed, state: 'reading' as const, done: 3, total: 10, reconciledAt: null };
  const [shown] = healthView(facts({ projects: [one({ project: reading })] })).projects;
  expect(shown?.signals).toMatchObject([{ id: 'reading', state: 'attention', sentence: 'It is being read: 3 of 10 issues.' }]);
  const failed = { ...followed, state: 'failed' as const, message: 'Jira does not let Holdpoint read this project.' };
  expect(healthView(facts({ projects: [one({ project: failed })] })).state).toBe('bad');
});

test('authority names the three permissions, and nothing where Jira does not say', () => {
  expect(rulesOf({})?.authority.map(({ permission, granted: is }) => [permission, is])).toEqual(Object.entries(granted));
  expect(rulesOf({ granted: null })?.authority).toEqual([]);
});

test('damaged settings are bad, whatever else is well', () => {
  expect(healthView(facts({ settings: null }))).toMatchObject({ state: 'bad' });
});
