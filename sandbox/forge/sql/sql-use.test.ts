import { SqlUse } from './sql-use';

describe('the use of SQL', () => {
  let now: number;
  let use: SqlUse;
  beforeEach(() => {
    now = 0;
    use = new SqlUse(() => now);
  });

  it('adds up queries and their time, and keeps the ten slowest', () => {
    for (let n = 1; n <= 12; n += 1) use.ran(`SELECT ${n} ${'x'.repeat(300)}`, n, n * 2);
    const { queries, milliseconds, slowest } = use.report();
    expect([queries, milliseconds, slowest.length]).toEqual([12, 78, 10]);
    expect(slowest[0]).toMatchObject({ milliseconds: 12, rows: 24 });
    expect(slowest[0]?.query).toMatch(/^SELECT 12 x{190}$/);
    expect(slowest.at(-1)).toMatchObject({ milliseconds: 3 });
  });

  it('finds the busiest second', () => {
    for (const at of [0, 900, 950, 1_000, 5_000]) {
      now = at;
      use.asked('write');
      use.asked('read');
    }
    expect(use.report()).toMatchObject({ dmlPeakPerSecond: 3, statementPeakPerSecond: 6 });
  });

  it('starts anew', () => {
    use.asked('write');
    use.ran('SELECT 1', 5, 1);
    use.reset();
    expect(use.report()).toEqual({ queries: 0, milliseconds: 0, slowest: [], dmlPeakPerSecond: 0, statementPeakPerSecond: 0 });
  });
});
