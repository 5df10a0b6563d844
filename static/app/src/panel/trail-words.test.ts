import { reachWords } from './trail-words';

test.each([
  ['not-yet', 'untold', 'Not yet'],
  ['taken-back', 100, 'Deployed, and taken back'],
  ['earlier', 100, 'Deployed, then replaced by another build'],
  ['live', 'untold', 'Deployed'],
  ['live', 'dark', 'Deployed, no user meets it yet'],
  ['live', 0, 'Deployed, no user meets it yet'],
  ['live', 5, 'Deployed, exposed to 5 % of users'],
  ['live', 100, 'Deployed, exposed to all users'],
] as const)('%s, exposure %s', (state, exposure, words) => {
  expect(reachWords({ state, exposure })).toBe(words);
});
