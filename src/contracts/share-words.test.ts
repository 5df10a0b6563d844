import { percent, shareWords } from './share-words';

test.each([
  [0, '0 %'],
  [0.004, '0.4 %'],
  [0.0094, '0.9 %'],
  [0.0096, '1 %'],
  [0.0949, '9 %'],
  [1, '100 %'],
])('the share %d is told as %s', (share, words) => {
  expect(percent(share)).toBe(words);
});

test('an interval is told beside its share', () => {
  expect(shareWords({ value: 0.092, lower: 0.004, upper: 0.149 })).toBe('9 %, 0.4 to 15 %');
});
