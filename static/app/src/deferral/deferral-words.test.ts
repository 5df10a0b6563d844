import type { DeferralOptionsView } from '../../../../src/contracts/deferrals';
import { aRow } from './deferral.fixture';
import {
  counted,
  daysLeftWords,
  lastDay,
  listed,
  listedKeys,
  ordinal,
  peopleIn,
  personWords,
  repeatWords,
  sensibleDay,
  timesWords,
} from './deferral-words';

test.each([
  [1, 'approved', ''],
  [2, 'approved', 'Deferred 2 times'],
  [1, 'requested', ''],
  [3, 'requested', 'It would be the 3rd deferral of this defect'],
] as const)('number %d that is %s: %j', (k, state, words) => {
  expect(repeatWords({ k, state })).toBe(words);
});

test('numbers have their endings', () => {
  expect([1, 2, 3, 4, 11, 12, 13, 21, 102, 112].map(ordinal).join(' ')).toBe('1st 2nd 3rd 4th 11th 12th 13th 21st 102nd 112th');
});

test('how often a defect was deferred is said only where it was', () => {
  expect([0, 1, 2].map(timesWords)).toEqual(['', 'Deferred once so far', 'Deferred 2 times so far']);
});

test('the days that are left are whole ones', () => {
  expect([0, 1, 9].map(daysLeftWords)).toEqual(['ends today', '1 day left', '9 days left']);
});

test.each([
  [null, '2026-12-02'],
  ['2026-11-20', '2026-11-20'],
  ['2026-11-01', '2026-12-02'],
  ['2027-01-28', '2026-12-02'],
])('for a release of %s a deferral ends on %s', (releaseDate, day) => {
  const options: DeferralOptionsView = {
    ...{ now: '2026-11-02T09:00:00.000Z', project: { id: '1', key: 'SHOP', name: 'Shop' }, reasons: [], leastWords: 8 },
    ...{ mostCharacters: 2000, releases: [], latestDay: '2026-12-02', earliestDay: '2026-11-02', needsControl: false },
    ...{ defects: [], hidden: 0 },
  };
  expect(sensibleDay(options, releaseDate)).toBe(day);
});

test('it holds on the day of its end', () => {
  expect(lastDay(aRow())).toBe('2026-11-20');
});

test('a person whom Jira does not show has no name, and one who was erased neither', () => {
  const names = new Map([['dean', 'Dean']]);
  const said = ['dean', 'lea', null].map((accountId) => personWords({ accountId, pseudonym: 'p' }, names));
  expect(said).toEqual(['Dean', 'somebody', 'somebody whose data was erased']);
});

test('everybody whom a row names is asked for, nobody else', () => {
  const by = (accountId: string | null) => ({ accountId, pseudonym: 'p' });
  const events = [by('dean'), by(null), null].map((who) => ({ at: '2026-11-02T09:00:00.000Z', title: 'x', who, because: null }));
  expect(peopleIn(aRow({ approver: by('lea'), events }))).toEqual(['dean', 'lea', 'dean']);
});

test('lists and counts read as people say them', () => {
  expect([[], ['A'], ['A', 'B'], ['A', 'B', 'C']].map(listed)).toEqual(['', 'A', 'A and B', 'A, B and C']);
  expect([1, 1200].map((count) => counted(count, 'defect'))).toEqual(['1 defect', '1,200 defects']);
});

test('of many keys only the first are said, and all of a few', () => {
  const keys = (count: number) => Array.from({ length: count }, (_, n) => `A-${n + 1}`);
  expect(listedKeys(keys(6))).toBe('A-1, A-2, A-3, A-4, A-5 and A-6');
  expect(listedKeys(keys(7))).toBe('A-1, A-2, A-3, A-4, A-5 and 2 more');
  expect(listedKeys(keys(101))).toBe('A-1, A-2, A-3, A-4, A-5 and 96 more');
});
