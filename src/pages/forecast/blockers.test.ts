import { defaultSettings } from '../../settings';
import { aStoredDefect, aVerdict, now } from '../screen.fixture';
import { blockersOf } from './blockers';

const settings = { ...defaultSettings, stages: defaultSettings.stages.filter(({ key }) => key === 'production') };
const s1 = aStoredDefect({ id: '1', severity: 'S1' });
const s2 = aStoredDefect({ id: '2', severity: 'S2', createdAt: '2026-11-01T09:00:00.000Z' });
const s3 = aStoredDefect({ id: '3', severity: 'S3' });
const unset = aStoredDefect({ id: '4', severity: null });
const closed = aStoredDefect({ id: '5', severity: 'S1', open: false });
const all = [s1, s2, s3, unset, closed];
const ids = (verdicts: Parameters<typeof blockersOf>[1], at = now) =>
  blockersOf(all, verdicts, settings, ['S1', 'S2'], at).defects.map(({ id }) => id);

test('blockers are the open defects of conditions that are not met, as readiness shows them', () => {
  // One S2 of a standard customer is within its limit of two.
  expect(ids([aVerdict([s1, s2, s3, unset])])).toEqual(['1', '4']);
  expect(ids([aVerdict([s2, s3])])).toEqual([]);
});

test('without a verdict that may be relied on, they are those that no gate would let pass', () => {
  expect(ids([])).toEqual(['1', '2', '4']);
  expect(ids([aVerdict([s3])], '2026-11-02T10:00:00.000Z')).toEqual(['1', '2', '4']);
  expect(blockersOf(all, [], settings, ['S1', 'S2'], now).definition).toMatch(/severity S1 or S2, or without one/);
});
