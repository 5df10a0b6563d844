import { compare, figuresIn } from './compare';

const recorded = { yardstick: 10, figures: { flow: { ratio: 1, reference: 7 }, limited: { ratio: 0.1, reference: 5000 } } };

test('figures are read from the lines that benchmarks print, and nothing else is', () => {
  const output = [
    'name | n | p50',
    '{"name":"flow","n":10000,"p50":1,"reference":2,"ratio":0.5}',
    '{"name":"flow","n":100000,"p50":9,"ratio":0.7}',
    '{"name":"parts","part":"second","ratio":2}',
    '{"name":"without"}',
    '{broken',
  ].join('\n');
  expect(figuresIn(output)).toEqual({
    'flow 10000': { ratio: 0.5, reference: 2 },
    'flow 100000': { ratio: 0.7 },
    'parts second': { ratio: 2 },
  });
});

test.each([
  [1.5, []],
  [1.51, ['flow: 1.51 times its reference, recorded were 1 (1.51 x)']],
  [0.2, []],
])('a ratio of %s to a reference that was run beside it is held against the recorded one', (ratio, slower) => {
  expect(compare({ yardstick: 99, figures: { flow: { ratio, reference: 8 } } }, recorded).slower).toEqual(slower);
});

test('where the reference is a limit, a slower machine is no regression', () => {
  const figures = { limited: { ratio: 0.2, reference: 5000 } };
  expect(compare({ yardstick: 20, figures }, recorded).slower).toEqual([]);
  expect(compare({ yardstick: 10, figures }, recorded).slower).toHaveLength(1);
});

test('a figure that nobody recorded is named, and is no regression', () => {
  expect(compare({ yardstick: 1, figures: { fresh: { ratio: 9 } } }, recorded)).toEqual({ slower: [], unknown: ['fresh'] });
});
