import type { WayStep } from '../../../../../../src/contracts/way-out';
import { expectedWords, hoursWords, stepWords, waitsWords, waySentence } from './way-words';

const step = (act: WayStep['act'], hours: number | null = 1): WayStep => ({
  act,
  defect: null,
  condition: '',
  hours,
  waiting: false,
});
const one = { title: 'Soak', reason: 'r', until: null };

test.each([
  [0.2, 'under an hour'],
  [1, 'about 1 hour'],
  [47.4, 'about 47 hours'],
  [96, 'about 4 days'],
])('%d hours', (hours, words) => expect(hoursWords(hours)).toBe(words));

test.each([
  [[step('close')], 0, [], 'Close 1 defect, and the gate opens.'],
  [[step('close'), step('close'), step('defer')], 0, [], 'Close 2 defects and defer 1 defect, and the gate opens.'],
  [[step('verify'), step('confirm')], 0, [one], 'Verify 1 fix and confirm 1 check, and only 1 condition more holds it.'],
  [[step('lift')], 2, [one, one], 'Lift 1 hold and see to 2 defects that you may not see, and only 2 conditions more hold it.'],
  [[], 0, [one], 'Nothing can be done from here: it takes what is listed below.'],
])('%#: what has to be done', (steps, hidden, rest, sentence) => expect(waySentence({ steps, hidden, rest })).toBe(sentence));

test('hours that nobody can tell are said to be missing', () => {
  expect(expectedWords({ hours: 30, untold: 0, steps: [step('close')], hidden: 0 })).toBe('Expected: about 30 hours in all.');
  expect(expectedWords({ hours: 30, untold: 1, steps: [step('close'), step('verify', null)], hidden: 0 })).toBe(
    "Expected: about 30 hours in all; for 1 step the project's history does not tell.",
  );
  expect(expectedWords({ hours: 0, untold: 2, steps: [step('lift', null)], hidden: 1 })).toMatch(/does not tell/);
  expect(expectedWords({ hours: 0, untold: 0, steps: [], hidden: 0 })).toBe('');
});

test('a deferral that was asked for waits', () => {
  expect(stepWords({ act: 'defer', waiting: true })).toBe('Deferral waits');
  expect(stepWords({ act: 'defer', waiting: false })).toBe('Defer');
});

test.each([
  [
    { act: 'lift', cause: 'manual', done: 9, waiting: 0, tells: true } as const,
    'Lifting: from placing to lifting holds by hand (9 done).',
  ],
  [
    { act: 'approve-analysis', cause: null, done: 3, waiting: 1, tells: false } as const,
    'Having causes approved: from when they were first submitted to the approval (3 done, 1 not, which counts for as long as known; too few to say).',
  ],
])('%#: what the hours of other acts rest on', (waits, words) => expect(waitsWords(waits)).toBe(words));
