import type { NotedDefectView, ReleaseNotesView } from '../../../../../src/contracts/release-notes';
import { movedWords, shippingWords, slipWords } from './shipping-words';

const noted = (slips = 0): NotedDefectView => ({
  ...{ id: '1', key: 'SHOP-1', summary: 'Checkout fails', severity: 'S2', slips, deferral: null },
});
const notes = (fixed: number, known: number, left: readonly number[]): ReleaseNotesView => ({
  fixed: Array.from({ length: fixed }, () => noted()),
  known: Array.from({ length: known }, () => noted()),
  left: left.map(noted),
  ...{ text: '', hidden: 0, targets: [] },
});

test.each<[ReleaseNotesView, string]>([
  [notes(0, 0, []), '4.2.0 fixes 0 defects and ships with no known issue; nothing is left behind.'],
  [notes(1, 1, [0]), '4.2.0 fixes 1 defect and ships with 1 known issue; 1 open one would be left behind.'],
  [
    notes(51, 2, [0, 1, 3]),
    '4.2.0 fixes 51 defects and ships with 2 known issues; 3 open ones would be left behind, 2 of them not for the first time.',
  ],
  [
    notes(2, 0, [1, 1]),
    '4.2.0 fixes 2 defects and ships with no known issue; 2 open ones would be left behind, all of them not for the first time.',
  ],
])('a release in a sentence', (view, words) => {
  expect(shippingWords('4.2.0', view)).toBe(words);
});

test.each([
  [0, 'Never'],
  [1, 'Once'],
  [2, 'Twice'],
  [5, '5 times'],
])('%s slips', (slips, words) => {
  expect(slipWords(slips)).toBe(words);
});

test('what moved and what stays', () => {
  const moved = { problem: null };
  const stays = { problem: 'Jira does not let you edit it.' };
  expect(movedWords([moved, moved], '4.3.0')).toBe('2 defects are planned for 4.3.0 now.');
  expect(movedWords([moved, stays], '4.3.0')).toBe('1 defect is planned for 4.3.0 now. 1 stays where it is:');
  expect(movedWords([stays, stays], '4.3.0')).toBe('None was moved to 4.3.0. 2 stay where they are:');
});
