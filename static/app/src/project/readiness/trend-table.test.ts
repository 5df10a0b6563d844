import { trendTable } from './trend-table';

test('the newest day first, without severities that never occur', () => {
  const none = [0, 0];
  const table = trendTable({
    days: ['2026-11-01', '2026-11-02'],
    series: [
      { severity: 'S1', counts: [1, 0] },
      { severity: 'S2', counts: none },
      { severity: 'S3', counts: [4, 6] },
      { severity: 'S4', counts: none },
      { severity: 'none', counts: [0, 2] },
    ],
    late: [1, 3],
    done: [5, 7],
  });
  expect(table.columns).toEqual(['Day (UTC)', 'Not set', 'S1', 'S3', 'All open', 'Past target', 'Done']);
  expect(table.rows).toEqual([
    ['2026-11-02', 2, 0, 6, 8, 3, 7],
    ['2026-11-01', 0, 1, 4, 5, 1, 5],
  ]);
});
