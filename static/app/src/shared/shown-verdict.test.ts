import type { StageSummary } from '../../../../src/contracts/screen';
import { shownVerdict, verdictChanges } from './shown-verdict';

const now = Date.parse('2026-11-02T09:05:00.000Z');
const stage = (over: Partial<StageSummary>): StageSummary => ({
  stage: { key: 'production', name: 'Production' },
  mode: 'enforce',
  state: 'open',
  sentence: '',
  at: '2026-11-02T09:00:00.000Z',
  staleSince: null,
  ...over,
});

test.each([
  [stage({ state: 'open' }), 'Open'],
  [stage({ state: 'held' }), 'Held'],
  [stage({ state: 'held', mode: 'observe' }), 'Would be held'],
  [stage({ state: 'held', mode: 'warn' }), 'Would be held'],
  [stage({ state: 'unknown' }), 'Unknown'],
  [stage({ state: 'open', staleSince: '2026-11-02T09:01:00.000Z' }), 'Stale'],
  [stage({ state: 'unknown', staleSince: '2026-11-02T09:01:00.000Z' }), 'Stale'],
  [stage({ state: 'unknown', until: '2026-11-02T09:01:00.000Z' }), 'Unknown'],
  [stage({ state: 'open', until: '2026-11-02T09:05:00.000Z' }), 'Stale'],
  [stage({ state: 'open', until: '2026-11-02T09:05:00.001Z' }), 'Open'],
])('shows a verdict in words', (given, words) => {
  expect(shownVerdict(given, now).words).toBe(words);
});

test('says since when a verdict is stale', () => {
  expect(shownVerdict(stage({ until: '2026-11-02T09:04:00.000Z' }), now).staleSince).toBe('2026-11-02T09:04:00.000Z');
});

test('reads out changed stages alone', () => {
  const before = [stage({ state: 'held' }), stage({ stage: { key: 'staging', name: 'Staging' } })];
  const after = [stage({ state: 'open' }), stage({ stage: { key: 'staging', name: 'Staging' } })];
  expect(verdictChanges('4.2.0', before, after, now)).toStrictEqual(['4.2.0, Production: now open.']);
});
