import { nextWords, untilWords, workingTimeWords } from './owner-words';

const now = '2026-11-05T10:00:00.000Z';

test('the end of a turn is a weekday within a week, and a date after that, on the clock of the viewer', () => {
  expect(untilWords('2026-11-09T08:00:00.000Z', now, 'en-GB', 'Europe/Berlin')).toBe('Monday 09:00');
  expect(untilWords('2026-11-16T08:00:00.000Z', now, 'en_GB', 'Europe/Berlin')).toMatch(/^16 Nov,? (at )?09:00$/);
});

test('a time zone that the browser does not know does no harm', () => {
  expect(untilWords('2026-11-09T08:00:00.000Z', now, 'en-GB', 'Moon/Tycho')).toBe('Monday 08:00');
});

test.each([
  [0, '0 min'],
  [5, '5 min'],
  [180, '3 h'],
  [200, '3 h 20 min'],
])('%s minutes of working time are %s', (minutes, words) => {
  expect(workingTimeWords(minutes)).toBe(words);
});

const lead = { whom: 'the lead of the project', names: ['Lea'], at: now, inMinutes: 180 };

test('who is told next is named, and who was told already', () => {
  expect(nextWords({ reached: null, next: lead })).toBe('Next: the lead of the project (Lea), in 3 h of working time');
  const deputy = { ...lead, whom: 'the deputy', names: [], inMinutes: 0 };
  expect(nextWords({ reached: deputy, next: lead })).toBe(
    'Told already: the deputy; next: the lead of the project (Lea), in 3 h of working time',
  );
  expect(nextWords({ reached: null, next: null })).toBeNull();
});
