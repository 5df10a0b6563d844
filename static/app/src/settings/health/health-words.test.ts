import type { HealthView, ProjectHealth } from '../../../../../src/contracts/health';
import { arrange, healthChanges, projectWords, troubleWords } from './health-words';
import { aProjectHealth, aSignal, reading } from './health.fixture';

const named = (name: string, changes: Partial<ProjectHealth> = {}): ProjectHealth =>
  aProjectHealth({ project: { id: name, key: name, name }, ...changes });
const names = (projects: readonly ProjectHealth[]): string[] => projects.map(({ project }) => project.name);

test.each<[Partial<ProjectHealth>, string]>([
  [{}, 'All is well'],
  [{ state: 'attention' }, 'Needs attention'],
  [{ state: 'bad' }, 'Cannot be relied on'],
  [{ state: 'bad', store: reading }, 'Being read'],
  [{ store: { ...reading, paused: true } }, 'Reading is paused'],
  [{ store: { kind: 'failed', message: 'Jira refused.', at: '2026-11-12T09:00:00.000Z' } }, 'Could not be read'],
])('%j is "%s"', (changes, words) => {
  expect(projectWords(aProjectHealth(changes))).toBe(words);
});

test('the worst signal says what is wrong, and nothing does where all is well', () => {
  const signals = [
    aSignal({ sentence: 'Well.' }),
    aSignal({ state: 'attention', sentence: 'Slow.' }),
    aSignal({ state: 'bad', sentence: 'Stopped.' }),
  ];
  expect(troubleWords({ signals })).toBe('Stopped.');
  expect(troubleWords({ signals: signals.slice(0, 1) })).toBeNull();
});

test('projects that need eyes come first, one that is being read among them', () => {
  const projects = [
    named('calm'),
    named('read', { store: reading }),
    named('slow', { state: 'attention' }),
    named('stopped', { state: 'bad' }),
  ];
  expect(names(arrange(projects).shown)).toStrictEqual(['stopped', 'slow', 'read', 'calm']);
  expect(arrange(projects).folded).toStrictEqual([]);
});

test('many calm projects are kept apart', () => {
  const calm = Array.from({ length: 9 }, (_, at) => named(`calm ${at}`));
  const { shown, folded } = arrange([...calm, named('slow', { state: 'attention' })]);
  expect(names(shown)).toStrictEqual(['slow']);
  expect(folded).toHaveLength(9);
});

test('a new verdict is read out, and every project that changed', () => {
  const before: HealthView = { now: '', state: 'good', sentence: 'Well.', signals: [], projects: [named('a'), named('b')] };
  const after: HealthView = { ...before, sentence: 'Look.', projects: [named('a', { state: 'attention' }), named('b')] };
  expect(healthChanges(before, before)).toStrictEqual([]);
  expect(healthChanges(before, after)).toStrictEqual(['Look.', 'a: needs attention.']);
});
