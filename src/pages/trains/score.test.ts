import type { ReadinessTerm, Share } from '../../analytics';
import { trainScore } from './score';

const half: Share = { good: 1, all: 2 };
const none: Share = { good: 0, all: 0 };
const shares = (parts: Partial<Record<ReadinessTerm, Share | null>>) => ({
  ...{ gates: half, targets: half, forecast: half, aging: half, validated: half, ...parts },
});
const chance = { share: { good: 0.25, all: 1 }, sentence: '25 in 100.' };

test('each part is the mean of its releases, and they add up to the score', () => {
  const members = [
    { name: 'SHOP 4.2.0', shares: shares({ gates: { good: 3, all: 4 }, aging: none }) },
    { name: 'PAY 1.0', shares: shares({ gates: { good: 1, all: 4 }, aging: none }) },
  ];
  const { score, terms, unknown } = trainScore({ members, untold: 0, forecast: chance });
  // 40 · 0.5 + 20 · 0.5 + 20 · 0.25 + 10 · 1 + 10 · 0.5
  expect([score, unknown]).toEqual([50, 0]);
  expect(terms.map(({ points }) => points)).toEqual([20, 10, 5, 10, 5]);
  expect(terms[0]?.sentence).toBe('PAY 1.0 has 25 %, SHOP 4.2.0 has 75 %.');
});

test('a release of which a part is not known, or that cannot be told about, gives nothing', () => {
  const members = [
    { name: 'SHOP 4.2.0', shares: shares({ gates: { good: 4, all: 4 }, validated: null }) },
    { name: 'PAY 1.0', shares: shares({ gates: null, validated: null }) },
  ];
  const { terms, unknown } = trainScore({ members, untold: 2, forecast: { share: null, sentence: 'Nobody can say.' } });
  expect(terms.map(({ points, known }) => [points, known])).toEqual([
    [10, true],
    [5, true],
    [0, false],
    [2, true],
    [0, false],
  ]);
  expect(terms[0]?.sentence).toBe(
    'PAY 1.0 is not known, SHOP 4.2.0 has 100 %; 2 releases of which nothing can be told give nothing.',
  );
  // 40 · 3/4 + 20 · 2/4 + 20 + 10 · 2/4 + 10
  expect(unknown).toBe(75);
});

test('a train of nothing still to come has no score', () => {
  const { score, unknown, terms } = trainScore({ members: [], untold: 0, forecast: { share: null, sentence: 'None.' } });
  expect([score, unknown, terms[0]?.sentence]).toEqual([0, 100, 'No release is still to come.']);
});

test('of many the lowest are named', () => {
  const members = Array.from({ length: 6 }, (_, n) => ({ name: `R${n}`, shares: shares({ gates: { good: 6 - n, all: 6 } }) }));
  expect(trainScore({ members, untold: 0, forecast: chance }).terms[0]?.sentence).toBe(
    'R5 has 16 %, R4 has 33 %, R3 has 50 %, R2 has 66 %, 2 more have no less.',
  );
});
