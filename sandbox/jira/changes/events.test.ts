import { aBench, ALL_SCOPES } from '../jira.fixture';

const R = '/rest/api/3';
const adf = { type: 'doc', version: 1, content: [] };

/** Names and payloads: developer.atlassian.com/platform/forge/events-reference/jira. */
const actions: readonly (readonly [string, string, string, string, unknown, readonly string[], Record<string, unknown>])[] = [
  [
    'an issue created',
    'dev',
    'POST',
    `${R}/issue`,
    { fields: { project: { key: 'SHOP' }, issuetype: { id: '10001' }, summary: 'x' } },
    ['created:issue'],
    {
      issue: { key: 'SHOP-4', fields: { creator: { accountId: 'dev' }, status: { name: 'To Do' } } },
      associatedUsers: { associatedUsers: [{ accountId: 'dev' }] },
    },
  ],
  [
    'an issue assigned',
    'dev',
    'PUT',
    `${R}/issue/SHOP-1/assignee`,
    { accountId: 'viewer' },
    ['updated:issue', 'assigned:issue'],
    { associatedUsers: { associatedUsers: [{ accountId: 'dev' }, { accountId: 'viewer' }] } },
  ],
  ['an issue deleted', 'admin', 'DELETE', `${R}/issue/SHOP-1`, undefined, ['deleted:issue'], { issue: { id: '10100' } }],
  [
    'a transition',
    'dev',
    'POST',
    `${R}/issue/SHOP-1/transitions`,
    { transition: { id: '21' } },
    ['updated:issue'],
    { associatedStatuses: [{ id: '2' }, { id: '1' }] },
  ],
  [
    'a comment',
    'dev',
    'POST',
    `${R}/issue/SHOP-1/comment`,
    { body: adf },
    ['commented:issue'],
    { comment: { author: { accountId: 'dev' } }, issue: { key: 'SHOP-1' } },
  ],
  [
    'an issue property set',
    'dev',
    'PUT',
    `${R}/issue/SHOP-1/properties/p`,
    { a: 1 },
    ['set:issue-property'],
    { property: { key: 'p', value: { a: 1 } } },
  ],
  ['a project property set', 'admin', 'PUT', `${R}/project/SHOP/properties/p`, 1, [], {}],
  [
    'a version created',
    'admin',
    'POST',
    `${R}/version`,
    { projectId: 10000, name: '5' },
    ['created:version'],
    { version: { name: '5', projectId: 10000, released: false }, atlassianId: 'admin' },
  ],
  [
    'a version released',
    'admin',
    'PUT',
    `${R}/version/10011`,
    { released: true },
    ['released:version'],
    { version: { id: '10011', released: true } },
  ],
  ['a version unreleased', 'admin', 'PUT', `${R}/version/10010`, { released: false }, ['unreleased:version'], {}],
  [
    'a version archived and renamed',
    'admin',
    'PUT',
    `${R}/version/10011`,
    { archived: true, name: 'old' },
    ['archived:version', 'updated:version'],
    {},
  ],
  ['a version moved', 'admin', 'POST', `${R}/version/10011/move`, { position: 'Last' }, ['moved:version'], {}],
  [
    'a version merged',
    'admin',
    'PUT',
    `${R}/version/10011/mergeto/10012`,
    undefined,
    ['merged:version', 'deleted:version'],
    { version: { id: '10012' }, mergedVersion: { id: '10011' } },
  ],
  [
    'a version deleted',
    'admin',
    'DELETE',
    `${R}/version/10011?moveFixIssuesTo=10012`,
    undefined,
    ['deleted:version'],
    { version: { id: '10011' }, newFixVersion: { id: '10012' } },
  ],
  [
    'a version removed with others in its place',
    'admin',
    'POST',
    `${R}/version/10011/removeAndSwap`,
    { moveFixIssuesTo: 10012, moveAffectedIssuesTo: 10010 },
    ['deleted:version'],
    { version: { id: '10011' }, newFixVersion: { id: '10012' }, newAffectsVersion: { id: '10010' } },
  ],
  [
    'unfixed issues moved on release',
    'admin',
    'PUT',
    `${R}/version/10011`,
    { released: true, moveUnfixedIssuesTo: 'http://x/version/10012' },
    ['updated:issue', 'updated:issue', 'released:version'],
    {},
  ],
  [
    'a project changed',
    'admin',
    'PUT',
    `${R}/project/SHOP`,
    { name: 'New' },
    ['updated:project'],
    { project: { id: 10000, key: 'SHOP', name: 'New' } },
  ],
  ['a project deleted', 'admin', 'DELETE', `${R}/project/SHOP`, undefined, ['softdeleted:project'], {}],
  [
    'a project deleted for good',
    'admin',
    'DELETE',
    `${R}/project/SHOP?enableUndo=false`,
    undefined,
    ['deleted:project'],
    { project: { id: 10000, key: 'SHOP' } },
  ],
];

describe('product events', () => {
  it.each(actions)('of %s', async (_name, who, method, path, body, names, first) => {
    const { call, events } = aBench();
    const response = await call(who, method, path, body);
    expect(response.status).toBeLessThan(300);
    expect(events.map(({ eventType }) => eventType)).toEqual(names.map((name) => `avi:jira:${name}`));
    if (names.length > 0) {
      expect(events[0]).toMatchObject({
        actorAccountId: who,
        selfGenerated: false,
        payload: { eventType: `avi:jira:${names[0] ?? ''}`, ...first },
      });
    }
  });

  it('of a version archived and taken out again, and of a project deleted and restored with all that was in it', async () => {
    const { call, events } = aBench();
    await call('admin', 'PUT', `${R}/version/10012`, { archived: true });
    await call('admin', 'PUT', `${R}/version/10012`, { archived: false });
    const versions = await call('admin', 'GET', `${R}/project/SHOP/versions`);
    const issue = await call('admin', 'GET', `${R}/issue/SHOP-1`);
    await call('admin', 'DELETE', `${R}/project/SHOP`);
    const gone = await call('admin', 'GET', `${R}/issue/SHOP-1`);
    await call('admin', 'POST', `${R}/project/10000/restore`);
    expect(events.map(({ eventType }) => eventType)).toEqual([
      'avi:jira:archived:version',
      'avi:jira:unarchived:version',
      'avi:jira:softdeleted:project',
      'avi:jira:restored:project',
    ]);
    expect(events[3]?.payload).toMatchObject({ project: { id: 10000, key: 'SHOP' } });
    expect(gone.status).toBe(404);
    expect((await call('admin', 'GET', `${R}/issue/SHOP-1`)).body).toEqual(issue.body);
    expect((await call('admin', 'GET', `${R}/project/SHOP/versions`)).body).toEqual(versions.body);
  });

  it('of a project that was deleted for good has no way back', async () => {
    const { call } = aBench();
    await call('admin', 'DELETE', `${R}/project/SHOP?enableUndo=false`);
    expect((await call('admin', 'POST', `${R}/project/SHOP/restore`)).status).toBe(404);
  });

  it.each([
    ['as the app', { kind: 'app' } as const, false, true],
    ['as the user through the app', { kind: 'user', accountId: 'dev' } as const, false, false],
    ['as the user through the app, where that counts as its own', { kind: 'user', accountId: 'dev' } as const, true, true],
  ])('of a change made %s', async (_name, actor, ignoreSelfCoversAsUser, selfGenerated) => {
    const bench = aBench();
    bench.switches.ignoreSelfCoversAsUser = ignoreSelfCoversAsUser;
    await bench.throughApp(actor, ALL_SCOPES, 'PUT', `${R}/issue/SHOP-1`, { fields: { summary: 'New' } });
    expect(bench.events).toMatchObject([{ selfGenerated }]);
  });

  it('of a field value are left out where the app asks so, and the history too', async () => {
    const { call, events } = aBench();
    const body = { updates: [{ issueIds: [10100], value: 5 }] };
    await call(null, 'PUT', `${R}/app/field/customfield_10101/value?generateAppEvents=false`, body);
    expect(events).toEqual([]);
    await call(null, 'PUT', `${R}/app/field/customfield_10101/value?generateChangelog=false`, {
      updates: [{ issueIds: [10100], value: 6 }],
    });
    expect(events).toHaveLength(1);
    const { body: changelog } = await call('dev', 'GET', `${R}/issue/SHOP-1/changelog`);
    expect(changelog).toMatchObject({ total: 1 });
  });
});
