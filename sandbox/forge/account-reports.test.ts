import { createClock, type SandboxClock } from '../system-clock';
import { AccountReports } from './account-reports';

/** developer.atlassian.com/platform/forge/user-privacy-guidelines, runtime-reference/privacy-api; api/out/privacy/index.js. */
describe('reports of personal data', () => {
  let clock: SandboxClock;
  let reports: AccountReports;
  const scopes = ['report:personal-data'];
  const before = '2026-11-02T08:00:00.000Z';
  const report = (accounts: readonly object[], granted = scopes): { status: number; body: unknown } => {
    const { status, body } = reports.report(JSON.stringify({ accounts }), granted);
    return { status, body: body === '' ? null : JSON.parse(body) };
  };

  beforeEach(() => {
    clock = createClock({ start: new Date('2026-11-02T09:00:00Z') });
    reports = new AccountReports(clock);
  });
  afterEach(() => clock.stop());

  it('answers 204 where there is nothing to do, and remembers what was reported', () => {
    expect(report([{ accountId: 'a', updatedAt: before }])).toEqual({ status: 204, body: null });
    expect(reports.view()).toMatchObject({ marked: [], reported: [{ accountId: 'a', updatedAt: before }] });
  });

  it('names the accounts that are closed, each time, and those that changed since the app looked', async () => {
    reports.mark({ accountId: 'gone', status: 'closed' });
    reports.mark({ accountId: 'renamed', status: 'updated' });
    const accounts = ['gone', 'renamed', 'other'].map((accountId) => ({ accountId, updatedAt: before }));
    expect(report(accounts)).toEqual({
      status: 200,
      body: {
        accounts: [
          { accountId: 'gone', status: 'closed' },
          { accountId: 'renamed', status: 'updated' },
        ],
      },
    });
    await clock.advance(60_000);
    const fresh = accounts.map((account) => ({ ...account, updatedAt: clock.now().toISOString() }));
    expect(report(fresh).body).toEqual({ accounts: [{ accountId: 'gone', status: 'closed' }] });
  });

  it.each([
    ['more than 90 accounts', Array.from({ length: 91 }, (_, n) => ({ accountId: `a${n}`, updatedAt: before }))],
    ['an instant that is none', [{ accountId: 'a', updatedAt: 'yesterday' }]],
    ['nothing', []],
  ])('refuses %s', (_name, accounts) => expect(report(accounts).status).toBe(400));

  it('refuses an app without the scope', () => expect(report([{ accountId: 'a', updatedAt: before }], []).status).toBe(403));

  it.each([[{}], [{ accountId: 'a' }], [{ accountId: 'a', status: 'open' }]])('does not take the mark %j', (input) =>
    expect(() => reports.mark(input)).toThrow(RangeError),
  );
});
