import type { TriageClock } from '../../../../../src/contracts/triage-row';
import { triageRow } from './triage.fixture';
import {
  capital,
  choiceWords,
  clockSentence,
  clockWords,
  isPast,
  minutesWords,
  preciseWords,
  progressWords,
  queueSentence,
  spreadWords,
} from './triage-words';

const now = Date.parse('2026-11-02T09:00:00.000Z');
const clock = (change: Partial<TriageClock>): TriageClock => ({ ...triageRow(1).clock, ...change });

test.each([
  [30_000, 'less than a minute'],
  [45 * 60_000, '45 min'],
  [130 * 60_000, '2 h 10 min'],
  [120 * 60_000, '2 h'],
  [76 * 3_600_000, '3 d 4 h'],
  [48 * 3_600_000, '2 d'],
])('%i milliseconds are %s', (length, words) => {
  expect(preciseWords(length)).toBe(words);
});

test.each([
  ['running', '2026-11-02T11:10:00.000Z', '2 h 10 min left', false],
  ['running', '2026-11-02T08:00:00.000Z', '1 h overdue', true],
  ['escalated', '2026-11-02T08:00:00.000Z', '1 h overdue, escalated', true],
  ['stopped', '2026-11-02T08:00:00.000Z', 'Decided', false],
  ['none', null, 'No limit', false],
] as const)('a clock that is %s and ends at %s says %s', (state, dueAt, words, past) => {
  expect(clockWords(clock({ state, dueAt }), now)).toBe(words);
  expect(isPast(clock({ state, dueAt }), now)).toBe(past);
});

test('the panel says within what time to decide, and why it is that long', () => {
  const dueAt = '2026-11-02T11:10:00.000Z';
  expect(clockSentence({ severity: 'S1', clock: clock({ cycle: 'hotfix', dueAt }) }, now)).toBe(
    'Decide within 2 h 10 min (S1, hotfix)',
  );
  expect(clockSentence({ severity: null, clock: clock({ state: 'none', dueAt: null }) }, now)).toBe(
    'No time limit for a decision (no severity, counts as S1, normal)',
  );
  expect(clockSentence({ severity: 'S2', clock: clock({ state: 'escalated', dueAt: '2026-11-02T08:00:00.000Z' }) }, now)).toBe(
    'The decision is 1 h overdue (S2, normal) and was escalated',
  );
});

test('the queue says how many wait, how many are late and which is next', () => {
  const late = triageRow(1, { clock: clock({ state: 'overdue', dueAt: '2026-11-02T08:00:00.000Z' }) });
  expect(queueSentence([], 0, now)).toBe('No defect waits for a decision.');
  expect(queueSentence([triageRow(1)], 0, now)).toBe('1 defect waits for a decision; the next: SHOP-1 Defect 1');
  expect(queueSentence([late, triageRow(2)], 0, now)).toBe(
    '2 defects wait for a decision, 1 past its window; the next: SHOP-1 Defect 1',
  );
  expect(queueSentence([late, late, triageRow(3)], 1200, now)).toBe(
    '1,203 defects wait for a decision, at least 2 past their window; the next: SHOP-1 Defect 1',
  );
});

test('a line begins with a capital letter', () => {
  expect(['somebody', 'Dev', ''].map(capital)).toEqual(['Somebody', 'Dev', '']);
});

test('the progress of a session stops with it', () => {
  const session = { decided: 12, left: 18, startedAt: '2026-11-02T08:54:00.000Z', closedAt: null };
  expect(progressWords(session, now)).toBe('12 of 30 decided, 6 min');
  expect(progressWords({ ...session, closedAt: '2026-11-02T08:56:00.000Z' }, now)).toBe('12 of 30 decided, 2 min');
});

test.each([
  [[], 'one rating'],
  [[4], 'one rating'],
  [[3, 3], 'all the same'],
  [[3, 4], '1 step apart'],
  [[5, 2, 4], '3 steps apart'],
])('%j are %s', (values, words) => {
  expect(spreadWords(values)).toBe(words);
});

test('a choice on its way is a sentence', () => {
  expect(choiceWords({ kind: 'fix-now', versionId: '1' }, '4.2.0')).toBe('Fix now, in 4.2.0.');
  expect(choiceWords({ kind: 'duplicate', key: 'shop-3' }, null)).toBe('Duplicate of SHOP-3.');
  expect(choiceWords({ kind: 'defer' }, null)).toBe('Defer.');
});

test.each([
  [45, '45 min'],
  [119, '119 min'],
  [210, '3.5 h'],
  [2880, '2 d'],
])('%i minutes are %s', (minutes, words) => {
  expect(minutesWords(minutes)).toBe(words);
});
