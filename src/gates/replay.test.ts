import { aDefect, aPolicy, now, openRow, production, release } from './gates.fixture';
import { replayed } from './replay';
import type { GateRow } from './policy';
import { decideGate } from './verdict';
import type { Judgement } from './verdict';

const two = [aDefect({ id: '1', severity: 'S2' }), aDefect({ id: '2', severity: 'S2' })];
const judged = (rows: GateRow[]): Judgement => ({
  ...{ policy: aPolicy({ rows }), stage: production, release, before: new Set(), now },
  evidence: { defects: { kind: 'known', facts: two } },
});
const again = (rows: GateRow[], others: GateRow[], gated = [production]) => {
  const judgement = judged(rows);
  return replayed(decideGate(judgement).state, judgement, { policy: aPolicy({ rows: others }), gated });
};
const score: GateRow = { rule: 'score-ceiling', stage: 'production', breach: 'holds', ceiling: 60, most: 0, releaseAt: null };

test('the same policy comes to the same', () => {
  expect(again([openRow('S2', 1)], [openRow('S2', 1)])).toEqual({ kind: 'same' });
});

test('a tighter limit holds what passed, a laxer one opens what was held', () => {
  const because = '2 open S2 defects, at most 1 allowed';
  expect(again([openRow('S2', 2)], [openRow('S2', 1)])).toEqual({ kind: 'held', because, defectIds: ['1', '2'] });
  expect(again([openRow('S2', 1)], [openRow('S2', 2)])).toEqual({
    ...{ kind: 'opened', because: `without: ${because}`, defectIds: ['1', '2'] },
  });
});

test('what the policy asks and the decision did not keep is not known, unless it would be held anyway', () => {
  expect(again([openRow('S2', 2)], [openRow('S2', 2), score])).toEqual({ kind: 'not-known' });
  expect(again([openRow('S2', 2)], [openRow('S2', 1), score])).toMatchObject({ kind: 'held' });
  // It did not pass, and would not.
  expect(again([openRow('S2', 1)], [score])).toEqual({ kind: 'same' });
});

test('a stage that loses its gate lets everything pass', () => {
  expect(again([openRow('S2', 1)], [], [])).toMatchObject({ kind: 'opened', because: 'this stage would have no gate' });
  expect(again([openRow('S2', 2)], [], [])).toEqual({ kind: 'same' });
});

test('a gate that loses its conditions lets nothing pass, which is known', () => {
  expect(again([openRow('S2', 2)], [])).toMatchObject({
    kind: 'held',
    because: expect.stringContaining('no conditions') as unknown,
  });
});
