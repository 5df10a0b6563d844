import type { Calendar } from './calendar';
import { aCalendar, everyDay } from './calendar.fixture';
import {
  addWorkingMinutes,
  isWorking,
  nextWorking,
  officeHours,
  roundTheClock,
  workingDay,
  workingMinutesBetween,
} from './working-time';

const berlin = aCalendar();
const holidays = aCalendar({
  holidays: [
    { date: '2026-11-03', name: 'A day out' },
    { date: '12-25', name: 'Christmas' },
  ],
});
const sun = aCalendar({
  zone: 'Asia/Kolkata',
  hours: [{ days: [1, 2, 3, 4, 5], from: '09:00', to: '18:00' }],
  handOver: [
    { zone: 'Europe/Berlin', hours: [{ days: [1, 2, 3, 4, 5], from: '09:00', to: '17:00' }], holidays: [] },
    { zone: 'America/New_York', hours: [{ days: [1, 2, 3, 4, 5], from: '09:00', to: '17:00' }], holidays: [] },
  ],
});

// Worked out by hand: Berlin is UTC+1 in winter, +2 in summer.
const counted: [string, Calendar, string, string, number][] = [
  ['a morning', berlin, '2026-11-02T08:00:00.000Z', '2026-11-02T11:00:00.000Z', 180],
  ['a whole day with its break', berlin, '2026-11-02T00:00:00.000Z', '2026-11-03T00:00:00.000Z', 450],
  ['a week', berlin, '2026-11-02T00:00:00.000Z', '2026-11-09T00:00:00.000Z', 5 * 450],
  ['a weekend', berlin, '2026-11-06T16:30:00.000Z', '2026-11-09T08:00:00.000Z', 0],
  ['over the new year', berlin, '2026-12-31T16:00:00.000Z', '2027-01-01T08:30:00.000Z', 60],
  ['half a minute', berlin, '2026-11-02T08:00:00.000Z', '2026-11-02T08:00:30.000Z', 0.5],
  ['backwards', berlin, '2026-11-02T11:00:00.000Z', '2026-11-02T08:00:00.000Z', -180],
  ['nothing', berlin, '2026-11-02T11:00:00.000Z', '2026-11-02T11:00:00.000Z', 0],
  ['a holiday', holidays, '2026-11-02T23:00:00.000Z', '2026-11-03T23:00:00.000Z', 0],
  ['a holiday of every year', holidays, '2026-12-24T23:00:00.000Z', '2026-12-25T23:00:00.000Z', 0],
  ['the same day a year later', holidays, '2028-12-24T23:00:00.000Z', '2028-12-25T23:00:00.000Z', 0],
  [
    'the hour that is left out',
    everyDay('Europe/Berlin', '01:00', '04:00'),
    '2026-03-28T23:00:00.000Z',
    '2026-03-29T22:00:00.000Z',
    120,
  ],
  [
    'the hour that comes twice',
    everyDay('Europe/Berlin', '01:00', '04:00'),
    '2026-10-24T22:00:00.000Z',
    '2026-10-25T23:00:00.000Z',
    240,
  ],
  [
    'hours that lie in what is left out',
    everyDay('Europe/Berlin', '02:00', '03:00'),
    '2026-03-28T23:00:00.000Z',
    '2026-03-29T22:00:00.000Z',
    0,
  ],
  [
    'half an hour left out',
    everyDay('Australia/Lord_Howe', '00:00', '24:00'),
    '2026-10-03T13:30:00.000Z',
    '2026-10-04T13:00:00.000Z',
    1410,
  ],
  [
    'half an hour twice',
    everyDay('Australia/Lord_Howe', '01:30', '02:00'),
    '2026-04-04T13:00:00.000Z',
    '2026-04-05T13:30:00.000Z',
    60,
  ],
  [
    'a day that Samoa left out',
    everyDay('Pacific/Apia', '00:00', '24:00'),
    '2011-12-29T10:00:00.000Z',
    '2011-12-31T10:00:00.000Z',
    2880,
  ],
  [
    'hours until midnight',
    everyDay('Asia/Kolkata', '22:00', '24:00'),
    '2026-11-02T00:00:00.000Z',
    '2026-11-03T00:00:00.000Z',
    120,
  ],
  // Kolkata 03:30 to 12:30, Berlin 08:00 to 16:00, New York 14:00 to 22:00, all in UTC: 03:30 to 22:00.
  ['a day that follows the sun', sun, '2026-11-02T00:00:00.000Z', '2026-11-03T00:00:00.000Z', 18.5 * 60],
  // In March New York puts its clocks forward three weeks before Berlin: 03:30 to 21:00.
  ['a day between two changes of clocks', sun, '2026-03-10T00:00:00.000Z', '2026-03-11T00:00:00.000Z', 17.5 * 60],
  ['round the clock', roundTheClock, '2026-11-02T00:00:00.000Z', '2026-11-03T00:00:00.000Z', 1440],
  ['a zone that nobody knows', aCalendar({ zone: 'Moon/Tycho' }), '2026-11-02T00:00:00.000Z', '2026-11-03T00:00:00.000Z', 0],
];

test.each(counted)('%s is counted', (_what, calendar, from, to, minutes) => {
  expect(workingMinutesBetween(calendar, from, to)).toBe(minutes);
});

const added: [string, Calendar, string, number, string | null][] = [
  ['within a morning', berlin, '2026-11-02T08:00:00.000Z', 60, '2026-11-02T09:00:00.000Z'],
  ['up to the very end', berlin, '2026-11-02T08:00:00.000Z', 180, '2026-11-02T11:00:00.000Z'],
  ['over the break', berlin, '2026-11-02T08:00:00.000Z', 181, '2026-11-02T12:01:00.000Z'],
  ['over the weekend', berlin, '2026-11-06T16:00:00.000Z', 60, '2026-11-09T08:30:00.000Z'],
  ['from the night', berlin, '2026-11-02T03:00:00.000Z', 1, '2026-11-02T08:01:00.000Z'],
  ['nothing', berlin, '2026-11-01T03:00:00.000Z', 0, '2026-11-01T03:00:00.000Z'],
  ['less than nothing', berlin, '2026-11-01T03:00:00.000Z', -5, '2026-11-01T03:00:00.000Z'],
  ['over a holiday', holidays, '2026-11-02T16:00:00.000Z', 60, '2026-11-04T08:30:00.000Z'],
  ['over the new year', berlin, '2026-12-31T16:00:00.000Z', 60, '2027-01-01T08:30:00.000Z'],
  [
    'over the hour left out',
    everyDay('Europe/Berlin', '01:00', '04:00'),
    '2026-03-29T00:00:00.000Z',
    90,
    '2026-03-29T01:30:00.000Z',
  ],
  ['a working year', berlin, '2026-01-01T00:00:00.000Z', 261 * 450, '2026-12-31T16:30:00.000Z'],
  ['without hours', aCalendar({ hours: [] }), '2026-11-02T08:00:00.000Z', 1, null],
  ['in a zone that nobody knows', aCalendar({ zone: 'Moon/Tycho' }), '2026-11-02T08:00:00.000Z', 1, null],
  ['further than a century', berlin, '2026-11-02T08:00:00.000Z', 1e12, null],
  ['for ever', berlin, '2026-11-02T08:00:00.000Z', Infinity, null],
];

test.each(added)('working time is added %s', (_what, calendar, from, minutes, to) => {
  expect(addWorkingMinutes(calendar, from, minutes)).toBe(to);
});

test('when every day of every year is a holiday there is no working time', () => {
  const dates = Array.from({ length: 366 }, (_, n) => new Date(Date.UTC(2000, 0, 1 + n)).toISOString().slice(5, 10));
  const never = aCalendar({ holidays: dates.map((date) => ({ date, name: '' })) });
  expect(addWorkingMinutes(never, '2026-11-02T08:00:00.000Z', 1)).toBeNull();
  expect(nextWorking(never, '2026-11-02T08:00:00.000Z')).toBeNull();
});

test.each([
  ['2026-11-02T07:59:59.999Z', false, '2026-11-02T08:00:00.000Z'],
  ['2026-11-02T08:00:00.000Z', true, '2026-11-02T08:00:00.000Z'],
  ['2026-11-02T11:00:00.000Z', false, '2026-11-02T12:00:00.000Z'],
  ['2026-11-06T16:30:00.000Z', false, '2026-11-09T08:00:00.000Z'],
  ['2026-12-31T16:30:00.000Z', false, '2027-01-01T08:00:00.000Z'],
])('at %s working is %s, and the next working time is %s', (at, working, next) => {
  expect([isWorking(berlin, at), nextWorking(berlin, at)]).toEqual([working, next]);
});

test.each([
  ['2026-11-02T23:30:00.000Z', '2026-11-03', '2026-11-03T08:00:00.000Z'],
  ['2026-11-07T12:00:00.000Z', '2026-11-07', null],
])('at %s the working day is %s and begins at %s', (at, date, begins) => {
  expect(workingDay(officeHours('Europe/Berlin'), at)).toEqual({ date, begins });
});

test('from a moment that is no date nothing is counted', () => {
  expect(addWorkingMinutes(berlin, 'yesterday', 5)).toBeNull();
  expect(nextWorking(berlin, 'yesterday')).toBeNull();
  expect([isWorking(berlin, 'yesterday'), workingMinutesBetween(berlin, 'yesterday', '2026-11-02T08:00:00.000Z')]).toEqual([
    false,
    0,
  ]);
});
