import { dateOf, dayNumberOf, timeOf, weekdayOf } from './dates';
import { isZone, localDay, wallClock } from './zone';

const at = (text: string) => Date.parse(text);

test.each([
  ['an ordinary morning', 'Europe/Berlin', '2026-11-02', '09:00', '2026-11-02T08:00:00.000Z'],
  ['what is left out', 'Europe/Berlin', '2026-03-29', '02:30', '2026-03-29T01:00:00.000Z'],
  ['what comes twice', 'Europe/Berlin', '2026-10-25', '02:30', '2026-10-25T00:30:00.000Z'],
  ['a day left out', 'Pacific/Apia', '2011-12-30', '12:00', '2011-12-30T10:00:00.000Z'],
  ['the first morning of a year', 'Pacific/Kiritimati', '2027-01-01', '06:00', '2026-12-31T16:00:00.000Z'],
  ['the last evening of a year', 'America/New_York', '2026-12-31', '23:00', '2027-01-01T04:00:00.000Z'],
  ['midnight at the end of a day', 'UTC', '2026-11-02', '24:00', '2026-11-03T00:00:00.000Z'],
])('%s', (_what, zone, date, time, moment) => {
  expect(new Date(wallClock(zone, dayNumberOf(date) ?? NaN, time)).toISOString()).toBe(moment);
});

test.each([
  ['Asia/Kolkata', '2026-11-02T18:29:59.999Z', '2026-11-02'],
  ['Asia/Kolkata', '2026-11-02T18:30:00.000Z', '2026-11-03'],
  ['America/New_York', '2027-01-01T04:59:59.999Z', '2026-12-31'],
])('in %s the date at %s is %s', (zone, moment, date) => {
  expect(dateOf(localDay(zone, at(moment)))).toBe(date);
});

test('a zone or a time that nobody knows has no moment', () => {
  expect([wallClock('Moon/Tycho', 0, '09:00'), localDay('Moon/Tycho', 0), wallClock('UTC', 0, '9')]).toEqual([NaN, NaN, NaN]);
  expect(['UTC', 'Europe/Berlin', '', 'Moon/Tycho', 'rubbish+05'].map(isZone)).toEqual([true, true, false, false, false]);
});

test('days and times are read strictly', () => {
  expect(['2026-11-02', '1969-12-31', '2026-02-29', '2026-13-01', '26-11-02', ''].map(dayNumberOf)).toEqual([
    20759,
    -1,
    null,
    null,
    null,
    null,
  ]);
  expect([20759, 20765, 0, -1].map(weekdayOf)).toEqual([1, 7, 4, 3]);
  expect(['00:00', '24:00', '24:01', '9:00', '09:60'].map(timeOf)).toEqual([0, 86_400_000, null, null, null]);
});
