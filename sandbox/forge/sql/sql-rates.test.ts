import type { StatementKind } from './guard';
import { SqlRates } from './sql-rates';

/** developer.atlassian.com/platform/forge/limits-sql (docs/platform.md B.3). */
describe('rates of Forge SQL', () => {
  let now: number;
  let rates: SqlRates;
  beforeEach(() => {
    now = 0;
    rates = new SqlRates(() => now);
  });
  const refused = (kind: StatementKind, times: number): number =>
    Array.from({ length: times }, () => rates.refuse(kind)).filter((reply) => reply !== null).length;

  it('takes 150 writes a second', () => {
    expect(refused('write', 151)).toBe(1);
    const reply = rates.refuse('write');
    expect(reply?.status).toBe(429);
    expect(reply?.body).toContain('RATE_LIMIT_EXCEEDED');
    now = 1_000;
    expect(refused('write', 150)).toBe(0);
  });

  it('takes 25 changes of the schema a minute', () => {
    expect(refused('ddl', 26)).toBe(1);
    now = 60_000;
    expect(refused('ddl', 1)).toBe(0);
  });

  it('takes any number of reads, as long as all statements of a minute ran 62.5 seconds together', () => {
    expect(refused('read', 10_000)).toBe(0);
    rates.spent(62_499);
    expect(refused('read', 1)).toBe(0);
    now = 30_000;
    rates.spent(1);
    expect((['read', 'write', 'ddl'] as const).map((kind) => rates.refuse(kind)?.status)).toEqual([429, 429, 429]);
    now = 60_000;
    expect(refused('read', 1)).toBe(0);
  });
});
