import { aDefect } from '../gates.fixture';
import type { MissingSeverityRow } from '../policy';
import { verdictOf } from './one-row.fixture';

const row: MissingSeverityRow = { rule: 'missing-severity', stage: 'production', breach: 'holds', most: 1, releaseAt: null };
const without = () => aDefect({ severity: null });

test.each([
  ['no defects', [], 'met'],
  ['severities for all', [aDefect({ severity: 'S1' }), aDefect()], 'met'],
  ['one without, as many as allowed', [without(), aDefect()], 'met'],
  ['two without', [without(), without()], 'breached'],
  [
    'two without, one of them deferred',
    [without(), aDefect({ severity: null, deferredUntil: '2026-12-12T23:59:59.000Z' })],
    'met',
  ],
])('%s', (_, defects, state) => {
  expect(verdictOf(row, {}, { defects }).condition.state).toBe(state);
});

test('it says how many, and finds them in Jira', () => {
  const { sentence, jql } = verdictOf({ ...row, most: 0 }, {}, { defects: [without()] });
  expect(sentence).toBe('4.2.0 may not enter production: 1 open defect without a severity, none allowed.');
  expect(jql).toContain('"Defect severity" is EMPTY OR "Defect severity" not in ("S1", "S2", "S3", "S4")');
});
