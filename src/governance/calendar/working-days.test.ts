import { aCalendar } from './calendar.fixture';
import { endOfDate, workingDaysBetween } from './working-days';
import { officeHours, roundTheClock } from './working-time';

const office = officeHours('UTC');

test.each([
  ['a week from Monday morning to Friday evening', '2026-11-02T09:00:00.000Z', '2026-11-06T17:00:00.000Z', 5],
  ['a weekend', '2026-11-07T00:00:00.000Z', '2026-11-09T00:00:00.000Z', 0],
  ['half of the first day', '2026-11-02T13:00:00.000Z', '2026-11-04T00:00:00.000Z', 1.5],
  ['a quarter of one day', '2026-11-02T09:00:00.000Z', '2026-11-02T11:00:00.000Z', 0.25],
  ['nothing backwards', '2026-11-06T09:00:00.000Z', '2026-11-02T09:00:00.000Z', 0],
  ['nothing where there is no date', 'soon', '2026-11-02T09:00:00.000Z', 0],
])('%s', (_what, from, to, days) => {
  expect(workingDaysBetween(office, from, to)).toBeCloseTo(days, 10);
});

test('a holiday is no working day, and a short day counts as one', () => {
  const calendar = aCalendar({
    zone: 'UTC',
    hours: [
      { days: [1, 2, 3, 4], from: '09:00', to: '17:00' },
      { days: [5], from: '09:00', to: '12:00' },
    ],
    holidays: [{ date: '2026-11-03', name: '' }],
  });
  expect(workingDaysBetween(calendar, '2026-11-02T00:00:00.000Z', '2026-11-09T00:00:00.000Z')).toBe(4);
});

test('days are those of the calendar, not of UTC', () => {
  const berlin = officeHours('Europe/Berlin');
  expect(endOfDate(berlin, Date.parse('2026-11-13') / 86_400_000)).toBe('2026-11-13T23:00:00.000Z');
  expect(workingDaysBetween(berlin, '2026-10-24T22:00:00.000Z', '2026-10-31T23:00:00.000Z')).toBe(5);
});

test('somebody who works round the clock works on every day, and nobody plans for longer than ten years', () => {
  expect(workingDaysBetween(roundTheClock, '2026-11-02T00:00:00.000Z', '2026-11-09T00:00:00.000Z')).toBe(7);
  expect(workingDaysBetween(roundTheClock, '2026-11-02T00:00:00.000Z', '9999-01-01T00:00:00.000Z')).toBe(3661);
});
