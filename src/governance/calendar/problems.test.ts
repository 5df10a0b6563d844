import type { Calendar } from './calendar';
import { aCalendar } from './calendar.fixture';
import { calendarProblems } from './problems';

const span = { days: [1, 2], from: '09:00', to: '12:00' };

test('a calendar that can be counted in has no problems', () => {
  const holidays = ['2026-12-24', '12-25', '02-29'].map((date) => ({ date, name: '' }));
  const night = [
    { days: [5], from: '22:00', to: '24:00' },
    { days: [6], from: '00:00', to: '06:00' },
  ];
  expect(calendarProblems(aCalendar({ holidays, hours: night, handOver: [aCalendar({ zone: 'UTC' })] }))).toEqual([]);
});

const cases: [string, Partial<Calendar>, string, RegExp][] = [
  ['no name', { name: ' ' }, 'name', /a name/],
  ['a zone that nobody knows', { zone: 'Mars/Olympus' }, 'zone', /“Mars\/Olympus” is no time zone/],
  ['no zone', { zone: '' }, 'zone', /no time zone/],
  ['no hours', { hours: [] }, 'hours', /no working time/],
  ['hours on no day', { hours: [{ ...span, days: [] }] }, 'hours', /no working time/],
  ['an eighth day', { hours: [{ ...span, days: [1, 8] }] }, 'hours.0.days', /8 is no day/],
  ['a time that is none', { hours: [{ ...span, from: '9am' }] }, 'hours.0.from', /“9am” is no time/],
  ['a time after midnight', { hours: [{ ...span, to: '24:30' }] }, 'hours.0.to', /“24:30” is no time/],
  ['an end before the beginning', { hours: [{ ...span, from: '22:00', to: '06:00' }] }, 'hours.0.to', /For a night/],
  ['an empty span', { hours: [{ ...span, to: '09:00' }] }, 'hours.0.to', /later than it begins/],
  ['an overlap', { hours: [span, { days: [2], from: '11:00', to: '13:00' }] }, 'hours.1', /On Tuesday, 09:00 to 12:00 and 11:00/],
  ['the same twice', { hours: [span, { ...span, days: [1] }] }, 'hours.1', /On Monday/],
  ['a day that no month has', { holidays: [{ date: '2026-02-29', name: '' }] }, 'holidays.0.date', /“2026-02-29” is no date/],
  ['a date written otherwise', { holidays: [{ date: '24.12.', name: '' }] }, 'holidays.0.date', /no date/],
  ['a zone of those who take over', { handOver: [aCalendar({ zone: 'x' })] }, 'handOver.0.zone', /“x”/],
];

test.each(cases)('%s is a problem at its place', (_what, parts, path, message) => {
  const problems = calendarProblems(aCalendar(parts));
  expect(problems.map((problem) => problem.path)).toEqual([path]);
  expect(problems[0]?.message).toMatch(message);
});

test('spans that meet do not overlap', () => {
  expect(calendarProblems(aCalendar({ hours: [span, { ...span, from: '12:00', to: '13:00' }] }))).toEqual([]);
});
