import { endOf, lastDayOf } from './last-day';

test.each([
  ['2026-12-31', '2027-01-01T00:00:00.000Z'],
  ['2028-02-28', '2028-02-29T00:00:00.000Z'],
])('%s is the last day before %s', (day, until) => {
  expect(endOf(day)).toBe(until);
  expect(lastDayOf(until)).toBe(day);
});

test('what ends within a day still holds on it', () => {
  expect(lastDayOf('2026-12-31T15:00:00.000Z')).toBe('2026-12-31');
  expect(lastDayOf('2026-12-31T23:00:00-05:00')).toBe('2027-01-01');
});

test.each(['', 'soon', '2026-13-40'])('%j is no day, so there is no end', (text) => {
  expect(endOf(text)).toBeNull();
  expect(lastDayOf(null)).toBe('');
});
