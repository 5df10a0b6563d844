import { answerOf } from './gate-answer';

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
