import { lowestOf, middleOf, nextToRun } from './repeat';

const ran = (name: string, runs: number, seconds: number) => ({ name, runs, seconds });

test.each([
  ['each is run once, even where there is no time for it', [ran('a', 1, 50), ran('b', 0, 0)], 900, 'b'],
  ['then the one that was run least', [ran('a', 2, 1), ran('b', 1, 50)], 100, 'b'],
  ['the quickest of them', [ran('a', 1, 60), ran('b', 1, 50)], 100, 'b'],
  ['but none that would not be done in time', [ran('a', 1, 450), ran('b', 2, 50)], 100, 'b'],
  ['none more than three times', [ran('a', 3, 1), ran('b', 3, 1)], 0, null],
  ['none where none is done in time', [ran('a', 1, 60)], 500, null],
])('%s', (_words, all, spent, next) => {
  expect(nextToRun(all, spent, 540)).toBe(next);
});

test('a figure is recorded as the middle of its runs', () => {
  const runs = [5, 1, 2].map((ratio) => ({ yardstick: 10, figures: { flow: { ratio, reference: ratio * 7 } } }));
  expect(middleOf(runs)).toEqual({ yardstick: 10, figures: { flow: { ratio: 2, reference: 35 } } });
});

test('a ratio to a limit is recorded as on a machine of the middle yardstick', () => {
  const runs = [
    { yardstick: 10, figures: { limited: { ratio: 1, reference: 50 } } },
    { yardstick: 20, figures: { limited: { ratio: 2, reference: 50 } } },
    { yardstick: 40, figures: { limited: { ratio: 4, reference: 50 } } },
  ];
  expect(middleOf(runs)).toEqual({ yardstick: 20, figures: { limited: { ratio: 2, reference: 50 } } });
});

test('a size is recorded as it is, on whatever machine it was measured', () => {
  const size = { ratio: 0.5, reference: 150, unit: 'KB' };
  const runs = [10, 20, 70].map((yardstick) => ({ yardstick, figures: { size } }));
  expect(middleOf(runs).figures).toEqual({ size });
});

test('a figure that only one run has is recorded, too', () => {
  const runs = [
    { yardstick: 10, figures: { once: { ratio: 1 } } },
    { yardstick: 10, figures: {} },
  ];
  expect(middleOf(runs).figures).toEqual({ once: { ratio: 1 } });
});

test('of a figure that was measured again, the lower ratio counts', () => {
  const one = { yardstick: 10, figures: { a: { ratio: 1 }, b: { ratio: 5 } } };
  const other = { yardstick: 10, figures: { a: { ratio: 2 }, b: { ratio: 3 }, c: { ratio: 9 } } };
  expect(lowestOf(one, other).figures).toEqual({ a: { ratio: 1 }, b: { ratio: 3 }, c: { ratio: 9 } });
});

test('a second measurement of a limit on a slower machine counts as one on the first', () => {
  const one = { yardstick: 10, figures: { limited: { ratio: 1, reference: 50 } } };
  const other = { yardstick: 20, figures: { limited: { ratio: 1.5, reference: 50 } } };
  expect(lowestOf(one, other)).toEqual({ yardstick: 10, figures: { limited: { ratio: 0.75, reference: 50 } } });
});
