import { openRow } from './gates.fixture';
import { rowKey } from './policy';
import type { AgingRow, EscapeRateRow, GateRow } from './policy';

const aging: AgingRow = {
  ...{ rule: 'aging', stage: 'production', breach: 'holds', severity: 'S2', percentile: 85, most: 0, releaseAt: null },
};
const escapes: EscapeRateRow = { rule: 'escape-rate', stage: 'production', breach: 'holds', atMost: 5, windowDays: 30 };

test.each<[string, GateRow, GateRow]>([
  ['another limit', openRow('S2', 0), openRow('S2', 3)],
  ['another number at which it opens again', aging, { ...aging, most: 5, releaseAt: 2 }],
  ['what becomes of a breach', aging, { ...aging, breach: 'warns' }],
  ['another share', escapes, { ...escapes, atMost: 20 }],
])('%s makes no other row', (_, one, other) => {
  expect(rowKey(one)).toBe(rowKey(other));
});

test.each<[string, GateRow, GateRow]>([
  ['stage', aging, { ...aging, stage: 'staging' }],
  ['severity', aging, { ...aging, severity: 'any' }],
  ['percentile', aging, { ...aging, percentile: 95 }],
  ['window', escapes, { ...escapes, windowDays: 90 }],
  ['tier', openRow('S2', 0), openRow('S2', 0, { tier: 'enterprise' })],
])('another %s makes another row', (_, one, other) => {
  expect(rowKey(one)).not.toBe(rowKey(other));
});
