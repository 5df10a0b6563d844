import { flowSentence, grownBand } from './words';

const sums = { open: 42, before: 36, arrivals: 31, departures: 25, ageDays: 400, hidden: 0 };

test.each([
  ['42 open, 6 more than a month ago: more came (31) than went (25).', sums],
  ['42 open, 6 fewer than a month ago: more went (37) than came (31).', { ...sums, before: 48, departures: 37 }],
  ['42 open, as many as a month ago: 31 came and 31 went.', { ...sums, before: 42, departures: 31 }],
  ['42 open, as many as a month ago: none came and none went.', { ...sums, before: 42, arrivals: 0, departures: 0 }],
  [
    'None open, 2 fewer than a month ago: more went (2) than came (0).',
    { ...sums, open: 0, before: 2, arrivals: 0, departures: 2 },
  ],
  [
    '1,200 open, 1,000 more than a month ago: more came (1,000) than went (0).',
    { ...sums, open: 1200, before: 200, arrivals: 1000, departures: 0 },
  ],
  ['42 open. The first came 12 days ago; 31 came and 25 went since then.', { ...sums, before: null, ageDays: 12.4 }],
  ['42 open. The first came yesterday; 31 came and 25 went since then.', { ...sums, before: null, ageDays: 1 }],
  ['42 open. The first came today; 31 came and 25 went since then.', { ...sums, before: null, ageDays: 0 }],
  ['There is no defect here that you may see.', { ...sums, ageDays: null, hidden: 3 }],
  ['No defect has been reported yet.', { ...sums, ageDays: null }],
])('%s', (sentence, facts) => {
  expect(flowSentence(facts)).toBe(sentence);
});

test('the band that grew most is named, unless it hardly did', () => {
  const bands = [
    { id: 'a', name: 'Open', now: 9, before: 2 },
    { id: 'b', name: 'In review', now: 18, before: 9 },
  ];
  expect(grownBand(bands)).toEqual({ band: 'b', sentence: '“In review” has grown most: 18, 9 more than a month ago.' });
  expect(grownBand([{ id: 'a', name: 'Open', now: 4, before: 2 }])).toBeNull();
  expect(grownBand([])).toBeNull();
});
