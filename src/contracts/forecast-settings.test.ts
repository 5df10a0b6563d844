import { calendarDaySchema, forecastSettingsSchema, freezeProblem } from './forecast-settings';

test.each(['2026-11-09', '2028-02-29'])('%s is a day', (text) => {
  expect(calendarDaySchema.safeParse(text).success).toBe(true);
});

test.each(['2026-11-31', '2027-02-29', '2026-13-01', '9 November', '2026-11-09T00:00', ''])('%j is none', (text) => {
  expect(calendarDaySchema.safeParse(text).success).toBe(false);
});

test('a document of before freezes were known has none', () => {
  expect(forecastSettingsSchema.parse(undefined)).toEqual({ freezes: {} });
});

test('a freeze after the release needs a note', () => {
  const freeze = { day: '2026-11-14', note: ' ' };
  expect(freezeProblem(freeze, '2026-11-13')).toMatch(/after the release on 2026-11-13/);
  expect(freezeProblem({ ...freeze, note: 'The date moves' }, '2026-11-13')).toBeNull();
  expect(freezeProblem(freeze, '2026-11-14')).toBeNull();
  expect(freezeProblem(freeze, null)).toBeNull();
});
