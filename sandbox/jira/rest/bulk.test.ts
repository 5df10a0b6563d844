import { z } from 'zod';
import { aBench } from '../jira.fixture';
import { anIssue, aSeed } from '../seed.fixture';

/** Source: OpenAPI, Bulk fetch issues; shapes of the fields as in `GET /rest/api/3/issue/{issueIdOrKey}`. */
it('issues fetched in bulk have the people, parts, priority and links that are asked for, and nothing else', async () => {
  const seed = aSeed({
    issues: [
      anIssue({ id: '10100', key: 'SHOP-1', assignee: 'viewer', componentIds: ['10020'], affectsVersionIds: ['10010'] }),
      anIssue({ id: '10101', key: 'SHOP-2', securityLevelId: '10400' }),
      anIssue({ id: '10102', key: 'SHOP-3' }),
    ],
    issueLinks: [{ id: '1', typeId: '10000', inwardIssueId: '10100', outwardIssueId: '10102' }],
  });
  const { call, findings } = aBench({ seed, refereed: true });
  const fields = ['assignee', 'reporter', 'priority', 'components', 'versions', 'issuelinks'];
  const { body } = await call(null, 'POST', '/rest/api/3/issue/bulkfetch', { issueIdsOrKeys: ['SHOP-1', 'SHOP-3'], fields });
  expect(body).toMatchObject({
    issues: [
      {
        key: 'SHOP-1',
        fields: {
          assignee: { accountId: 'viewer' },
          reporter: { accountId: 'dev' },
          priority: { id: '3', name: 'Medium' },
          components: [{ id: '10020', name: 'Checkout' }],
          versions: [{ id: '10010', name: '4.1.0' }],
          issuelinks: [{ id: '1', type: { name: 'Blocks', outward: 'blocks' }, outwardIssue: { key: 'SHOP-3' } }],
        },
      },
      { key: 'SHOP-3', fields: { assignee: null, issuelinks: [{ id: '1', inwardIssue: { key: 'SHOP-1' } }] } },
    ],
  });
  const { issues } = z.object({ issues: z.array(z.object({ fields: z.record(z.string(), z.unknown()) })) }).parse(body);
  expect(issues.map((issue) => Object.keys(issue.fields).sort())).toEqual([[...fields].sort(), [...fields].sort()]);
  expect(findings).toEqual([]);
});
