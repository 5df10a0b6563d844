import { dayIn, startOfDay } from './days';

test.each([
  ['2026-11-02T23:30:00.000Z', 'Europe/Berlin', '2026-11-03'],
  ['2026-11-02T04:30:00.000Z', 'America/New_York', '2026-11-01'],
  ['2026-11-02T23:30:00.000Z', 'Nowhere/At-All', '2026-11-02'],
])('%s in %s is the %s', (at, timeZone, day) => {
  expect(dayIn(at, timeZone)).toBe(day);
});

test.each([
  ['2026-11-02', 'Europe/Berlin', 0, '2026-11-01T23:00:00.000Z'],
  ['2026-11-02', 'Europe/Berlin', 1, '2026-11-02T23:00:00.000Z'],
  // The clock goes back on 25 October 2026 and forward on 29 March 2026.
  ['2026-10-25', 'Europe/Berlin', 0, '2026-10-24T22:00:00.000Z'],
  ['2026-10-25', 'Europe/Berlin', 1, '2026-10-25T23:00:00.000Z'],
  ['2026-03-29', 'Europe/Berlin', 1, '2026-03-29T22:00:00.000Z'],
  ['2026-11-02', 'America/New_York', 0, '2026-11-02T05:00:00.000Z'],
  ['2026-11-02', 'UTC', 0, '2026-11-02T00:00:00.000Z'],
])('%s in %s and %s days later begins at %s', (day, timeZone, later, at) => {
  expect(startOfDay(day, timeZone, later)).toBe(at);
});
