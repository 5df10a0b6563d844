import { precisionSentence } from './scorecard';

test.each<[number, number, string]>([
  [0, 0, 'Nobody has confirmed or refused any likely duplicates yet.'],
  [1, 2, '1 of 3 likely duplicates was confirmed: too few to say how often they hold.'],
  [17, 2, '17 of 19 likely duplicates were confirmed (interval 69 to 97 %).'],
  [0, 12, '0 of 12 likely duplicates were confirmed (interval 0 to 24 %).'],
  [1_200, 0, '1,200 of 1,200 likely duplicates were confirmed (interval 100 to 100 %).'],
])('%d accepted and %d refused', (accepted, refused, sentence) => {
  expect(precisionSentence('likely duplicates', { shown: 0, accepted, refused })).toBe(sentence);
});
