import { aBench } from '../jira.fixture';
import { anIssue, aSeed } from '../seed.fixture';

/** Shapes as in histories of a real export (jira-export/issues.json) and in Forge's events reference. */
const item = (
  field: string,
  fieldId: string,
  from: unknown,
  fromString: unknown,
  to: unknown,
  toString: unknown,
  fieldtype = 'jira',
) => ({
  field,
  fieldtype,
  fieldId,
  from,
  fromString,
  to,
  toString,
});

const text = (words: string) => ({
  type: 'doc',
  version: 1,
  content: [{ type: 'paragraph', content: [{ type: 'text', text: words }] }],
});

const edits: readonly (readonly [string, Record<string, unknown>, readonly unknown[]])[] = [
  ['summary', { fields: { summary: 'New' } }, [item('summary', 'summary', null, 'Summary of SHOP-1', null, 'New')]],
  ['description', { fields: { description: text('Why') } }, [item('description', 'description', null, null, null, 'Why')]],
  ['priority', { fields: { priority: { id: '1' } } }, [item('priority', 'priority', '3', 'Medium', '1', 'Highest')]],
  ['assignee', { fields: { assignee: { accountId: 'dev' } } }, [item('assignee', 'assignee', null, null, 'dev', 'The dev')]],
  ['labels', { update: { labels: [{ add: 'b' }, { add: 'a' }] } }, [item('labels', 'labels', '', '', '', 'b a')]],
  [
    'due date',
    { fields: { duedate: '2026-12-01' } },
    [item('duedate', 'duedate', null, null, '2026-12-01', '2026-12-01 00:00:00.0')],
  ],
  [
    'component',
    { update: { components: [{ add: { name: 'Checkout' } }] } },
    [item('Component', 'components', null, null, '10020', 'Checkout')],
  ],
  [
    'fix versions, one item for each that goes or comes',
    { fields: { fixVersions: [{ id: '10012' }] } },
    [
      item('Fix Version', 'fixVersions', '10011', '4.2.0', null, null),
      item('Fix Version', 'fixVersions', null, null, '10012', '4.3.0'),
    ],
  ],
  [
    'affected version',
    { fields: { versions: [{ name: '4.1.0' }] } },
    [item('Version', 'versions', null, null, '10010', '4.1.0')],
  ],
  [
    'security level',
    { fields: { security: { id: '10400' } } },
    [item('security', 'security', null, null, '10400', 'Confidential')],
  ],
  [
    'reporter',
    { fields: { reporter: { accountId: 'viewer' } } },
    [item('reporter', 'reporter', 'dev', 'The dev', 'viewer', 'The viewer')],
  ],
  [
    "an app's field",
    { fields: { customfield_10100: 'S3' } },
    [item('Defect severity', 'customfield_10100', null, 'S1', null, 'S3', 'custom')],
  ],
  [
    "an app's field, cleared",
    { fields: { customfield_10100: null } },
    [item('Defect severity', 'customfield_10100', null, 'S1', null, null, 'custom')],
  ],
];

/** That a link's items carry no `fieldId` is UNCONFIRMED: by analogy with those of remote links in the real export. */
const link = (from: unknown, fromString: unknown, to: unknown, toString: unknown) => ({
  field: 'Link',
  fieldtype: 'jira',
  from,
  fromString,
  to,
  toString,
});

const SHOP1 = '/rest/api/3/issue/SHOP-1';

describe('histories', () => {
  it.each(edits)('tell of %s', async (_name, body, items) => {
    const { call, events } = aBench();
    const response = await call('dev', 'PUT', SHOP1, body);
    const { body: changelog } = await call('dev', 'GET', `${SHOP1}/changelog`);
    expect(response.status).toBe(204);
    expect(changelog).toMatchObject({
      total: 1,
      values: [{ author: { accountId: 'dev' }, created: '2026-11-02T09:00:00.000+0000', items }],
    });
    const update = events.find(({ eventType }) => eventType === 'avi:jira:updated:issue');
    expect(update?.payload).toMatchObject({ changelog: { items }, atlassianId: 'dev', issue: { key: 'SHOP-1' } });
  });

  it('say nothing of an edit that changes nothing', async () => {
    const { call, events } = aBench();
    await call('dev', 'PUT', SHOP1, { fields: { summary: 'Summary of SHOP-1', fixVersions: [{ id: '10011' }] } });
    const { body } = await call('dev', 'GET', SHOP1);
    expect(body).toMatchObject({ fields: { updated: '2026-10-01T09:00:00.000+0000' } });
    expect(events).toEqual([]);
  });

  it('tell both ends of a link', async () => {
    const { call } = aBench();
    await call('dev', 'POST', '/rest/api/3/issueLink', {
      type: { id: '10000' },
      inwardIssue: { key: 'SHOP-1' },
      outwardIssue: { key: 'SHOP-3' },
    });
    const one = await call('dev', 'GET', `${SHOP1}/changelog`);
    const other = await call('dev', 'GET', '/rest/api/3/issue/SHOP-3/changelog');
    expect(one.body).toMatchObject({
      values: [{ items: [link(null, null, 'SHOP-3', 'This issue blocks SHOP-3')] }],
    });
    expect(other.body).toMatchObject({
      values: [{ items: [link(null, null, 'SHOP-1', 'This issue is blocked by SHOP-1')] }],
    });
    await call('dev', 'DELETE', '/rest/api/3/issueLink/10000');
    const after = await call('dev', 'GET', `${SHOP1}/changelog`);
    expect(after.body).toMatchObject({ values: [{}, { items: [link('SHOP-3', 'This issue blocks SHOP-3', null, null)] }] });
    expect(JSON.stringify(after.body)).not.toContain('fieldId');
  });

  it('set and clear the resolution with the status category', async () => {
    const { call } = aBench();
    const move = (id: string, fields?: unknown) =>
      call('dev', 'POST', `${SHOP1}/transitions`, { transition: { id }, ...(fields === undefined ? {} : { fields }) });
    const resolution = async () => {
      const { body } = await call('dev', 'GET', `${SHOP1}?fields=resolution,resolutiondate`);
      const fields: unknown = Reflect.get(Object(body), 'fields');
      return fields;
    };
    await move('31');
    expect(await resolution()).toMatchObject({ resolution: { name: 'Done' }, resolutiondate: '2026-11-02T09:00:00.000+0000' });
    await move('11');
    expect(await resolution()).toEqual({ resolution: null, resolutiondate: null });
    await move('31', { resolution: { name: "Won't Do" } });
    expect(await resolution()).toMatchObject({ resolution: { name: "Won't Do" } });
    const { body } = await call('dev', 'GET', `${SHOP1}/changelog`);
    expect(body).toMatchObject({
      values: [
        {
          items: [
            item('resolution', 'resolution', null, null, '10000', 'Done'),
            item('status', 'status', '1', 'To Do', '3', 'Done'),
          ],
        },
        {
          items: [
            item('resolution', 'resolution', '10000', 'Done', null, null),
            item('status', 'status', '3', 'Done', '1', 'To Do'),
          ],
        },
        {
          items: [
            item('resolution', 'resolution', null, null, '10001', "Won't Do"),
            item('status', 'status', '1', 'To Do', '3', 'Done'),
          ],
        },
      ],
    });
  });

  it('of many issues come oldest first, filtered by field, in pages', async () => {
    const history = (id: string, created: string, field: string) => ({
      id,
      author: 'dev',
      created,
      items: [
        {
          ...item(field, field, null, null, '1', 'x'),
          fieldtype: 'jira' as const,
          from: null,
          fromString: null,
          to: '1',
          toString: 'x',
        },
      ],
    });
    const seed = aSeed({
      issues: [
        anIssue({
          id: '10100',
          key: 'SHOP-1',
          histories: [history('1', '2026-10-01T00:00:00.000Z', 'status'), history('3', '2026-10-03T00:00:00.000Z', 'status')],
        }),
        anIssue({
          id: '10102',
          key: 'SHOP-3',
          histories: [history('2', '2026-10-02T00:00:00.000Z', 'status'), history('4', '2026-10-04T00:00:00.000Z', 'summary')],
        }),
      ],
    });
    const { call } = aBench({ seed });
    const ask = { issueIdsOrKeys: ['SHOP-3', '10100'], fieldIds: ['status'], maxResults: 2 };
    const first = await call(null, 'POST', '/rest/api/3/changelog/bulkfetch', ask);
    const nextPageToken: unknown = Reflect.get(Object(first.body), 'nextPageToken');
    const second = await call(null, 'POST', '/rest/api/3/changelog/bulkfetch', { ...ask, nextPageToken });
    expect(first).toMatchObject({
      points: 3,
      body: {
        issueChangeLogs: [
          { issueId: '10100', changeHistories: [{ id: '1' }] },
          { issueId: '10102', changeHistories: [{ id: '2' }] },
        ],
      },
    });
    expect(second.body).toMatchObject({ issueChangeLogs: [{ issueId: '10100', changeHistories: [{ id: '3' }] }] });
    expect(second.body).not.toHaveProperty('nextPageToken');
  });
});
