import { gatesDecide } from './score-words';

const now = Date.parse('2026-11-02T09:00:00.000Z');
const stage = (name: string, state: 'open' | 'held', parts: { mode?: 'observe' | 'enforce'; until?: string } = {}) => ({
  ...{ stage: { key: name.toLowerCase(), name }, state, mode: parts.mode ?? 'enforce', staleSince: null },
  until: parts.until ?? '2026-11-02T09:10:00.000Z',
});

test.each([
  [[], 'It decides nothing.'],
  [[stage('Staging', 'open'), stage('Production', 'open')], 'The gates decide, not this number.'],
  [[stage('Staging', 'open'), stage('Production', 'held')], 'Production stays held whatever this number says: gates decide.'],
  [
    [stage('Staging', 'held'), stage('Production', 'held')],
    'Staging and Production stay held whatever this number says: gates decide.',
  ],
  [[stage('Production', 'held', { mode: 'observe' })], 'Production would be held whatever this number says: gates decide.'],
  [[stage('Production', 'held', { until: '2026-11-02T08:59:00.000Z' })], 'The gates decide, not this number.'],
])('%#: what the gates say stands, whatever the score is', (stages, words) => {
  expect(gatesDecide(stages, now)).toBe(words);
});
