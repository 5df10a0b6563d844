import { trend } from './trend';

type Histories = Parameters<typeof trend>[0];

const span = (value: string | null, from: string, to: string | null = null) => ({ value, label: value, from, to });
const now = '2026-11-02T09:00:00.000Z';
const category = (status: string) => ({ open: 'new', done: 'done' })[status] ?? null;
const column = (histories: Histories, severity: string, start: string | null) => {
  const { days, series } = trend(histories, start, now, category);
  return days.map((day, n) => [day.slice(5), series.find((one) => one.severity === severity)?.counts[n]]);
};
const opened = '2026-10-31T10:00:00.000Z';

test('a defect counts at the end of each day on which it was open, by its severity of that day', () => {
  const history: Histories[number] = {
    status: [span('open', opened, '2026-11-02T08:00:00.000Z'), span('done', '2026-11-02T08:00:00.000Z')],
    severity: [span('S2', opened, '2026-11-01T12:00:00.000Z'), span('S1', '2026-11-01T12:00:00.000Z')],
  };
  const dates = ['10-30', '10-31', '11-01', '11-02'];
  expect(column([history], 'S2', '2026-10-30')).toEqual(dates.map((date, n) => [date, [0, 1, 0, 0][n]]));
  expect(column([history], 'S1', '2026-10-30')).toEqual(dates.map((date, n) => [date, [0, 0, 1, 0][n]]));
});

test('a status that nobody knows any more counts as open, and an unreadable severity as none', () => {
  const history = { status: [span('vanished', opened)], severity: [span('Blocker', opened)] };
  expect(column([history], 'none', null)).toEqual([
    ['10-31', 1],
    ['11-01', 1],
    ['11-02', 1],
  ]);
});

test('without a start and without defects it shows 90 days, and never more than 120', () => {
  expect(trend([], null, now, category).days).toHaveLength(91);
  expect(trend([], '2020-01-01', now, category).days).toHaveLength(120);
});

test('a release that starts tomorrow shows today', () => {
  expect(trend([], '2026-12-24', now, category).days).toEqual(['2026-11-02']);
});
