import type { RepairGroup } from '../../../../../src/contracts/repair';
import { asSentence, daysWords, readingWords } from './repair-words';

const measure = { median: null, lower: null, upper: null, ended: 0, open: 0, unknown: 0, words: '' };
const group: RepairGroup = {
  ...{
    stage: { key: 'staging', name: 'Staging' },
    defects: 2,
    incidents: 0,
    detect: measure,
    acknowledge: measure,
    repair: measure,
  },
  ...{ curve: [{ days: 3, share: 0.425, lower: 0.3, upper: 0.55, atRisk: 9 }], until: 10 },
};

test('a reading names each environment with its share and interval', () => {
  expect(readingWords([group], 4)).toEqual(['Staging 43 % (30 to 55)']);
  expect(readingWords([group], 1)).toEqual(['Staging 100 % (100 to 100)']);
  expect(readingWords([group], 11)).toEqual(['Staging: nothing is that old']);
});

test('days and sentences', () => {
  expect([daysWords(1), daysWords(3.26), daysWords(1234.5)]).toEqual(['1 day', '3.3 days', '1,235 days']);
  expect(asSentence('half are repaired')).toBe('Half are repaired.');
});
