import { answerOf, rollbackAnswer } from './gate-answer';

const now = new Date('2026-11-02T09:05:00.000Z');
const stage = {
  mode: 'enforce',
  state: 'open',
  sentence: '4.2.0 may enter production: all 6 conditions are met.',
  rule: null,
  value: null,
  limit: null,
  jql: 'project = "SHOP"',
  at: '2026-11-02T09:00:00.000Z',
  until: '2026-11-02T09:15:00.000Z',
  build: null,
};
const property = (production: object) => ({
  schema: 1,
  version: '10012',
  name: '4.2.0',
  head: 'ab',
  at: stage.at,
  until: stage.until,
  stages: { production: { ...stage, ...production } },
});

test.each([
  ['open', {}, 0, 'open'],
  ['held', { state: 'held' }, 1, 'held'],
  ['unknown', { state: 'unknown' }, 2, 'unknown'],
  ['open, but out of date', { until: '2026-11-02T09:05:00.000Z' }, 2, 'unknown'],
  ['held, but only observed', { state: 'held', mode: 'observe' }, 0, 'held'],
  ['held, with a warning only', { state: 'held', mode: 'warn' }, 0, 'held'],
  ['an unreadable date', { until: 'tomorrow' }, 2, 'unknown'],
])('%s', (_, change, exitCode, state) => {
  expect(answerOf(property(change), 'production', now)).toMatchObject({ exitCode, state });
});

test.each<[string, object, string | null, number, string]>([
  ['the build that was judged', { build: '12' }, '12', 0, 'may enter'],
  ['no build in particular', { build: '12' }, null, 0, 'may enter'],
  ['another build', { build: '12' }, '13', 2, 'The verdict is about build 12, not about build 13.'],
  ['a build where none was told', {}, '13', 2, 'nothing was judged for build 13'],
  ['the build of one of several services', { build: '12', builds: ['12', 'c3'] }, 'c3', 0, 'may enter'],
  ['another build where the gate only observes', { build: '12', mode: 'observe' }, '13', 0, 'only observes'],
  ['another build while it is held', { build: '12', state: 'held' }, '13', 2, 'about build 12'],
])('asked about %s', (_, change, build, exitCode, text) => {
  const answer = answerOf(property(change), 'production', now, build);
  expect(answer.exitCode).toBe(exitCode);
  expect(answer.sentence).toContain(text);
});

test('a rollback passes whatever the gate says, and is told what to do', () => {
  const held = answerOf(property({ state: 'held', sentence: 'No.' }), 'production', now);
  expect(rollbackAnswer(held)).toMatchObject({ exitCode: 0, state: 'held' });
  expect(rollbackAnswer(held).sentence).toContain('A rollback is never held, so this passes.');
  const open = answerOf(property({}), 'production', now);
  expect(rollbackAnswer(open)).toBe(open);
});

test.each([
  ['a stage without a gate', property({}), 'canary', 'Stages with a gate: production.'],
  ['a tampered property', { ...property({}), stages: 'none' }, 'production', 'cannot be read'],
  ['a mode that does not exist', property({ mode: 'off' }), 'production', 'cannot be read'],
  ['nothing at all', null, 'production', 'cannot be read'],
])('%s is unknown and says what to do', (_, value, name, text) => {
  const answer = answerOf(value, name, now);
  expect(answer.exitCode).toBe(2);
  expect(answer.sentence).toContain(text);
});
