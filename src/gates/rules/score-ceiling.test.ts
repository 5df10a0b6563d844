import { aDefect } from '../gates.fixture';
import type { ScoreCeilingRow } from '../policy';
import { verdictOf, verdictOn } from './one-row.fixture';

const row: ScoreCeilingRow = {
  ...{ rule: 'score-ceiling', stage: 'production', breach: 'holds', most: 0, releaseAt: null },
  ceiling: 80,
};
const state = (scores: readonly (number | null)[], parts: Partial<ScoreCeilingRow> = {}) => {
  const defects = scores.map(() => aDefect());
  const known = new Map(scores.flatMap((score, n) => (score === null ? [] : [[defects[n]?.id ?? '', score] as const])));
  return verdictOn({ ...row, ...parts }, 'scores', known, { defects }).condition.state;
};

test.each<[string, readonly (number | null)[], Partial<ScoreCeilingRow>, string]>([
  ['no defects', [], {}, 'met'],
  ['a score at the ceiling', [80], {}, 'met'],
  ['a score above it', [80.1], {}, 'breached'],
  ['a defect that was not scored', [null], {}, 'breached'],
  ['a defect that was not scored, under the highest ceiling', [null], { ceiling: 100 }, 'breached'],
  ['the highest score under the highest ceiling', [100], { ceiling: 100 }, 'met'],
  ['nothing at a ceiling of nothing', [0], { ceiling: 0 }, 'met'],
  ['two above, two allowed', [90, 95, 10], { most: 2 }, 'met'],
  ['three above, two allowed', [90, 95, 81], { most: 2 }, 'breached'],
])('%s', (_, scores, parts, expected) => {
  expect(state(scores, parts)).toBe(expected);
});

test('scores that were not looked up hold the gate', () => {
  expect(verdictOf(row, {}).state).toBe('unknown');
});
