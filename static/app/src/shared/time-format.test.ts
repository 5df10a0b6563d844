import { makeTimeFormat } from './time-format';

const now = Date.parse('2026-11-12T10:00:00.000Z');

test('shows the time alone today, and the day as well otherwise', () => {
  const format = makeTimeFormat('en_GB', 'Europe/Berlin');
  expect(format.clock('2026-11-12T08:02:00.000Z', now)).toBe('09:02');
  expect(format.clock('2026-11-11T08:02:00.000Z', now)).toMatch(/11 Nov.* 09:02/);
});

test('names the time zone in full', () => {
  expect(makeTimeFormat('en-GB', 'Europe/Berlin').full('2026-11-12T08:02:00.000Z')).toContain('Central European Standard Time');
});

test('a moment of another day is short, and names its zone', () => {
  expect(makeTimeFormat('en-GB', 'Europe/Berlin').moment('2026-11-12T08:02:00.000Z')).toBe('12 Nov 2026, 09:02 CET');
});

test('a calendar date keeps its day in every time zone', () => {
  expect(
    ['Pacific/Auckland', 'America/Los_Angeles'].map((zone) => makeTimeFormat('en-GB', zone).date('2026-11-12')),
  ).toStrictEqual(['12 Nov 2026', '12 Nov 2026']);
});

test('an unknown time zone does not break the page', () => {
  expect(makeTimeFormat('en-GB', 'Mars/Olympus').clock('2026-11-12T08:02:00.000Z', now)).toBe('08:02');
});
