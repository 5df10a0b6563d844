import { runFixture } from './fixture-app/run-fixture';

/** Forge's limits through the real packages, each as developer.atlassian.com/platform/forge/limits-sql has it (docs/platform.md B.3). */
jest.setTimeout(60_000);

describe('limits of Forge SQL', () => {
  let fixture: Awaited<ReturnType<typeof runFixture>>;
  const run = (query: string, times: number, isSchema = false): Promise<unknown> =>
    fixture.invoke('many-sql', { query, times, isSchema });
  const anInstallation = async (): Promise<void> => {
    if ((await fixture.forge.state()).installed) await fixture.forge.uninstall();
    await fixture.forge.install();
    await run('CREATE TABLE numbers (n INT, text LONGTEXT)', 1, true);
  };
  const having = (part: object): unknown => expect.objectContaining(part);
  const textWith = (part: string): unknown => expect.stringContaining(part);
  const tooFast = having({ code: 'RATE_LIMIT_EXCEEDED', responseDetails: having({ status: 429 }) });

  beforeAll(async () => {
    fixture = await runFixture(59_303);
  });
  afterAll(() => fixture.stop());
  beforeEach(async () => {
    fixture.switches.sqlRates = true;
    await anInstallation();
  });

  it('takes 150 writes in a second, and reports how many were asked for', async () => {
    fixture.forge.sqlUse.reset();
    expect(await run('INSERT INTO numbers (n) VALUES (?)', 160)).toEqual(Array.from({ length: 10 }, () => tooFast));
    const report = fixture.forge.sqlUse.report();
    expect(report).toMatchObject({ queries: 150, dmlPeakPerSecond: 160 });
    expect(report.statementPeakPerSecond).toBeGreaterThanOrEqual(160);
    expect(report.slowest[0]).toMatchObject({ query: textWith('INSERT INTO numbers'), rows: 1 });
  });

  it('does not count where the switch is off', async () => {
    fixture.switches.sqlRates = false;
    expect(await run('INSERT INTO numbers (n) VALUES (?)', 160)).toEqual([]);
  });

  it('takes 25 changes of the schema in a minute', async () => {
    expect(await run('ALTER TABLE numbers ADD COLUMN c? INT', 26, true)).toEqual([tooFast, tooFast]);
  });

  it('takes 200 tables', async () => {
    fixture.switches.sqlRates = false;
    expect(await run('CREATE TABLE t? (n INT)', 200, true)).toEqual([
      having({ code: 'SQL_EXECUTION_ERROR', message: textWith('200 tables') }),
    ]);
    expect((await fixture.forge.state()).sqlTables).toBe(200);
  });
});
