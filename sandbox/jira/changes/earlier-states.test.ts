import { z } from 'zod';
import { aBench } from '../jira.fixture';

const R = '/rest/api/3';

/** JQL search is eventually consistent; `reconcileIssues` reads after write (docs/platform.md B.7, F.14). */
describe('JQL search that lags behind', () => {
  const bench = () => {
    const made = aBench();
    made.switches.searchLag = 500;
    const found = async (jql: string, reconcileIssues: number[] = []) => {
      const { body } = await made.call('dev', 'POST', `${R}/search/jql`, { jql, fields: ['key'], reconcileIssues });
      return z
        .object({ issues: z.array(z.object({ key: z.string() })) })
        .parse(body)
        .issues.map(({ key }) => key);
    };
    return { ...made, found };
  };

  it('sees a change only after the lag, and at once where it is reconciled', async () => {
    const { call, clock, found } = bench();
    await call('dev', 'POST', `${R}/issue/SHOP-1/transitions`, { transition: { id: '31' } });
    expect(await found('status = Done')).toEqual([]);
    expect(await found('status = Done', [10100])).toEqual(['SHOP-1']);
    clock.move(499);
    expect(await found('status = Done')).toEqual([]);
    clock.move(1);
    expect(await found('status = Done')).toEqual(['SHOP-1']);
  });

  it('sees the state before the first of several changes', async () => {
    const { call, clock, found } = bench();
    await call('dev', 'PUT', `${R}/issue/SHOP-1`, { fields: { summary: 'second' } });
    clock.move(300);
    await call('dev', 'PUT', `${R}/issue/SHOP-1`, { fields: { summary: 'third' } });
    expect(await found('summary ~ second')).toEqual([]);
    clock.move(300);
    expect(await found('summary ~ second')).toEqual(['SHOP-1']);
    clock.move(300);
    expect(await found('summary ~ third')).toEqual(['SHOP-1']);
  });

  it('finds a new issue late and a deleted one still', async () => {
    const { call, clock, found } = bench();
    await call('dev', 'POST', `${R}/issue`, { fields: { project: { key: 'SHOP' }, issuetype: { id: '10001' }, summary: 'x' } });
    await call('admin', 'DELETE', `${R}/issue/SHOP-3`);
    expect(await found('project = SHOP order by key')).toEqual(['SHOP-1', 'SHOP-2', 'SHOP-3']);
    clock.move(500);
    expect(await found('project = SHOP order by key')).toEqual(['SHOP-1', 'SHOP-2', 'SHOP-4']);
  });
});
