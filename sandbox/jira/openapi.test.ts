import { aBench } from './jira.fixture';
import { routes } from './rest/routes';

type Step = readonly [who: string | null, method: string, path: string, body: unknown, status: number];

const adf = { type: 'doc', version: 1, content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Words' }] }] };
const R = '/rest/api/3';

/** One request or more for every operation that the sandbox models, in an order that makes sense. */
const steps: readonly Step[] = [
  ['dev', 'GET', `${R}/serverInfo`, undefined, 200],
  ['dev', 'GET', `${R}/myself?expand=groups`, undefined, 200],
  ['dev', 'GET', `${R}/user?accountId=viewer`, undefined, 200],
  ['dev', 'GET', `${R}/user?accountId=nobody`, undefined, 404],
  ['dev', 'GET', `${R}/users/search`, undefined, 200],
  ['dev', 'GET', `${R}/user/search?query=the`, undefined, 200],
  ['dev', 'GET', `${R}/user/assignable/search?project=SHOP`, undefined, 200],
  ['dev', 'GET', `${R}/user/bulk?accountId=dev&accountId=viewer`, undefined, 200],
  ['dev', 'GET', `${R}/group/bulk`, undefined, 200],
  ['admin', 'GET', `${R}/group/member?groupname=site-admins`, undefined, 200],
  ['dev', 'GET', `${R}/status`, undefined, 200],
  ['dev', 'GET', `${R}/status/1`, undefined, 200],
  ['admin', 'GET', `${R}/statuses?id=1&id=2`, undefined, 200],
  ['admin', 'GET', `${R}/statuses/search`, undefined, 200],
  ['dev', 'GET', `${R}/statuscategory`, undefined, 200],
  ['dev', 'GET', `${R}/issuetype`, undefined, 200],
  ['dev', 'GET', `${R}/issuetype/project?projectId=10000`, undefined, 200],
  ['dev', 'GET', `${R}/priority`, undefined, 200],
  ['dev', 'GET', `${R}/priority/search`, undefined, 200],
  ['dev', 'GET', `${R}/resolution`, undefined, 200],
  ['dev', 'GET', `${R}/resolution/search`, undefined, 200],
  ['dev', 'GET', `${R}/label`, undefined, 200],
  ['dev', 'GET', `${R}/issueLinkType`, undefined, 200],
  ['admin', 'PUT', `${R}/issueLinkType/10000`, { name: 'Blocks', outward: 'blocks' }, 200],
  ['dev', 'PUT', `${R}/issueLinkType/10000`, { name: 'Mine' }, 404],
  ['dev', 'GET', `${R}/field`, undefined, 200],
  ['admin', 'GET', `${R}/field/search?type=custom`, undefined, 200],
  ['dev', 'GET', `${R}/mypermissions?permissions=EDIT_ISSUES,ADMINISTER&projectKey=SHOP`, undefined, 200],
  [
    null,
    'POST',
    `${R}/permissions/check`,
    {
      accountId: 'viewer',
      globalPermissions: ['ADMINISTER'],
      projectPermissions: [{ permissions: ['BROWSE_PROJECTS', 'EDIT_ISSUES'], projects: [10000], issues: [10100, 10101] }],
    },
    200,
  ],
  [null, 'GET', `${R}/permissions`, undefined, 200],
  ['dev', 'GET', `${R}/mypermissions?permissions=NONSENSE`, undefined, 400],
  [null, 'POST', `${R}/permissions/check`, { projectPermissions: [{ permissions: ['NONSENSE'], projects: [10000] }] }, 400],
  ['admin', 'GET', `${R}/project/SHOP/permissionscheme?expand=permissions`, undefined, 200],
  ['dev', 'GET', `${R}/project/SHOP/permissionscheme`, undefined, 403],
  ['dev', 'GET', `${R}/permissionscheme/30000/permission`, undefined, 200],
  ['dev', 'GET', `${R}/permissionscheme/1/permission`, undefined, 404],
  [
    'admin',
    'POST',
    `${R}/permissionscheme/30000/permission`,
    { permission: 'LINK_ISSUES', holder: { type: 'projectRole', value: '10004' } },
    201,
  ],
  [
    'dev',
    'POST',
    `${R}/permissionscheme/30000/permission`,
    { permission: 'LINK_ISSUES', holder: { type: 'projectRole', value: '10002' } },
    403,
  ],
  ['admin', 'DELETE', `${R}/permissionscheme/30000/permission/1`, undefined, 400],
  ['admin', 'DELETE', `${R}/permissionscheme/30000/permission/10000`, undefined, 204],
  ['dev', 'GET', `${R}/project`, undefined, 200],
  ['dev', 'GET', `${R}/project/search?expand=lead,description,issueTypes`, undefined, 200],
  ['dev', 'GET', `${R}/project/SHOP`, undefined, 200],
  ['outsider', 'GET', `${R}/project/SHOP`, undefined, 404],
  ['admin', 'PUT', `${R}/project/SHOP`, { description: 'New words' }, 200],
  ['dev', 'GET', `${R}/project/SHOP/components`, undefined, 200],
  ['dev', 'GET', `${R}/project/SHOP/component`, undefined, 200],
  ['dev', 'GET', `${R}/project/SHOP/statuses`, undefined, 200],
  ['dev', 'GET', `${R}/project/SHOP/role`, undefined, 200],
  ['dev', 'GET', `${R}/project/SHOP/role/10002`, undefined, 200],
  ['admin', 'POST', `${R}/project/SHOP/role/10002`, { group: ['site-admins'] }, 200],
  ['admin', 'POST', `${R}/project/SHOP/role/10002`, { user: ['sandbox:nobody'] }, 404],
  ['admin', 'GET', `${R}/project/SHOP/role/10002`, undefined, 200],
  ['admin', 'GET', `${R}/role`, undefined, 200],
  ['dev', 'GET', `${R}/project/SHOP/securitylevel`, undefined, 200],
  ['admin', 'GET', `${R}/issuesecurityschemes`, undefined, 200],
  ['admin', 'GET', `${R}/project/SHOP/issuesecuritylevelscheme`, undefined, 200],
  ['dev', 'GET', `${R}/project/SHOP/versions`, undefined, 200],
  ['dev', 'GET', `${R}/project/SHOP/version?status=unreleased&expand=issuesstatus,approvers&orderBy=-name`, undefined, 200],
  ['admin', 'POST', `${R}/version`, { projectId: 10000, name: '5.0.0', releaseDate: '2027-01-01' }, 201],
  ['admin', 'POST', `${R}/version`, { projectId: 10000, name: '5.0.0' }, 400],
  ['dev', 'GET', `${R}/version/10013`, undefined, 200],
  ['admin', 'PUT', `${R}/version/10013`, { description: 'Big', released: true }, 200],
  ['dev', 'PUT', `${R}/version/10013`, { description: 'Small' }, 404],
  ['admin', 'POST', `${R}/version/10013/move`, { position: 'First' }, 200],
  ['dev', 'GET', `${R}/version/10011/relatedIssueCounts`, undefined, 200],
  ['dev', 'GET', `${R}/version/10011/unresolvedIssueCount`, undefined, 200],
  [
    'dev',
    'POST',
    `${R}/version/10011/relatedwork`,
    { category: 'release-gate', title: 'Readiness', url: 'https://example.com/gate' },
    201,
  ],
  ['dev', 'GET', `${R}/version/10011/relatedwork`, undefined, 200],
  ['viewer', 'POST', `${R}/version/10011/relatedwork`, { category: 'x', url: 'https://example.com' }, 403],
  ['admin', 'PUT', `${R}/project/SHOP/properties/gate`, { state: 'held', sentence: 'Held: 1 defect' }, 201],
  ['admin', 'PUT', `${R}/project/SHOP/properties/gate`, { state: 'held', sentence: 'Held: 1 open S1' }, 200],
  ['viewer', 'PUT', `${R}/project/SHOP/properties/gate`, { state: 'open' }, 403],
  ['viewer', 'GET', `${R}/project/SHOP/properties`, undefined, 200],
  ['viewer', 'GET', `${R}/project/SHOP/properties/gate`, undefined, 200],
  ['viewer', 'GET', `${R}/project/SHOP/properties/none`, undefined, 404],
  ['dev', 'PUT', `${R}/issue/SHOP-1/properties/p`, [1, 2], 201],
  ['dev', 'GET', `${R}/issue/SHOP-1/properties`, undefined, 200],
  ['dev', 'GET', `${R}/issue/SHOP-1/properties/p`, undefined, 200],
  ['dev', 'DELETE', `${R}/issue/SHOP-1/properties/p`, undefined, 204],
  ['dev', 'GET', `${R}/issue/createmeta/SHOP/issuetypes`, undefined, 200],
  ['dev', 'GET', `${R}/issue/createmeta/SHOP/issuetypes/10001`, undefined, 200],
  [
    'dev',
    'POST',
    `${R}/issue`,
    {
      fields: {
        project: { key: 'SHOP' },
        issuetype: { name: 'Bug' },
        summary: 'Cart empties',
        customfield_10100: 'S2',
        labels: ['web'],
        fixVersions: [{ name: '4.2.0' }],
      },
    },
    201,
  ],
  [
    'dev',
    'POST',
    `${R}/issue`,
    { fields: { project: { key: 'SHOP' }, issuetype: { name: 'Bug' }, summary: 'x', customfield_10100: 'S9' } },
    400,
  ],
  ['dev', 'GET', `${R}/issue/SHOP-4?expand=changelog,names,transitions`, undefined, 200],
  ['viewer', 'GET', `${R}/issue/SHOP-2`, undefined, 404],
  ['dev', 'GET', `${R}/issue/SHOP-4/editmeta`, undefined, 200],
  [
    'dev',
    'PUT',
    `${R}/issue/SHOP-4`,
    {
      fields: { summary: 'The cart empties', description: adf },
      update: { labels: [{ add: 'cart' }, { remove: 'web' }], fixVersions: [{ set: [{ id: '10012' }] }] },
    },
    204,
  ],
  ['dev', 'PUT', `${R}/issue/SHOP-4`, { fields: { nonsense: 1 } }, 400],
  ['dev', 'PUT', `${R}/issue/SHOP-4?returnIssue=true`, { fields: { duedate: '2026-12-01', priority: { name: 'Highest' } } }, 200],
  ['viewer', 'PUT', `${R}/issue/SHOP-4`, { fields: { summary: 'x' } }, 403],
  ['dev', 'PUT', `${R}/issue/SHOP-4/assignee`, { accountId: 'dev' }, 204],
  [
    'dev',
    'POST',
    `${R}/bulk/issues/fields`,
    {
      selectedIssueIdsOrKeys: ['SHOP-4', 'NO-1'],
      selectedActions: ['labels'],
      editedFieldsInput: {
        labelsFields: [{ fieldId: 'labels', bulkEditMultiSelectFieldOption: 'ADD', labels: [{ name: 'late' }] }],
      },
    },
    201,
  ],
  ['dev', 'POST', `${R}/bulk/issues/fields`, {}, 400],
  ['dev', 'GET', `${R}/bulk/queue/10000`, undefined, 200],
  ['dev', 'GET', `${R}/bulk/queue/1`, undefined, 400],
  ['dev', 'POST', `${R}/issue/SHOP-4/comment`, { body: adf }, 201],
  ['dev', 'POST', `${R}/issue/SHOP-4/comment`, { body: 'text' }, 400],
  ['dev', 'GET', `${R}/issue/SHOP-4/comment`, undefined, 200],
  ['dev', 'GET', `${R}/issue/SHOP-4/comment/10000`, undefined, 200],
  ['dev', 'POST', `${R}/comment/list?expand=properties`, { ids: [10000, 999] }, 200],
  ['dev', 'GET', `${R}/issue/SHOP-4/watchers`, undefined, 200],
  ['dev', 'POST', `${R}/issue/SHOP-4/watchers`, 'viewer', 204],
  ['viewer', 'POST', `${R}/issue/SHOP-4/watchers`, 'dev', 403],
  ['dev', 'POST', `${R}/issue/SHOP-4/watchers`, 'nobody', 404],
  ['dev', 'DELETE', `${R}/issue/SHOP-4/watchers?accountId=viewer`, undefined, 204],
  ['dev', 'POST', `${R}/issue/SHOP-4/notify`, { subject: 's', textBody: 't', to: { watchers: true } }, 204],
  ['dev', 'POST', `${R}/issue/SHOP-4/notify`, { subject: 's', textBody: 't', to: {} }, 400],
  // What is no form is refused; that a form is taken, and shown again, is in rest/attachments.test.ts.
  ['dev', 'POST', `${R}/issue/SHOP-4/attachments`, {}, 403],
  ['dev', 'GET', `${R}/attachment/10000`, undefined, 404],
  ['dev', 'GET', `${R}/attachment/content/10000`, undefined, 404],
  ['dev', 'GET', `${R}/component/10020`, undefined, 200],
  ['dev', 'GET', `${R}/component/1`, undefined, 404],
  ['dev', 'PUT', `${R}/issue/SHOP-4/comment/10000`, { body: adf }, 200],
  ['dev', 'DELETE', `${R}/issue/SHOP-4/comment/10000`, undefined, 204],
  ['dev', 'GET', `${R}/issue/SHOP-4/changelog`, undefined, 200],
  ['dev', 'GET', `${R}/issue/SHOP-4/transitions`, undefined, 200],
  ['dev', 'POST', `${R}/issue/SHOP-4/transitions`, { transition: { id: '31' } }, 204],
  ['dev', 'POST', `${R}/issue/SHOP-4/transitions`, { transition: { id: '21' } }, 400],
  [
    'dev',
    'POST',
    `${R}/issueLink`,
    { type: { name: 'Blocks' }, inwardIssue: { key: 'SHOP-1' }, outwardIssue: { key: 'SHOP-4' } },
    201,
  ],
  ['dev', 'GET', `${R}/issueLink/10000`, undefined, 200],
  ['dev', 'GET', `${R}/issue/SHOP-1`, undefined, 200],
  [null, 'POST', `${R}/issue/bulkfetch`, { issueIdsOrKeys: ['SHOP-4', 'SHOP-1', 'NO-1'], expand: ['changelog'] }, 200],
  [null, 'POST', `${R}/changelog/bulkfetch`, { issueIdsOrKeys: ['SHOP-4', 'SHOP-1'], fieldIds: ['status', 'fixVersions'] }, 200],
  ['dev', 'GET', `${R}/search/jql?jql=${encodeURIComponent('project = SHOP order by key')}&fields=*all`, undefined, 200],
  ['dev', 'POST', `${R}/search/jql`, { jql: 'fixVersion = 4.2.0', fields: ['summary', 'status'], expand: 'names' }, 200],
  ['dev', 'POST', `${R}/search/jql`, { jql: 'nonsense = 1' }, 400],
  ['dev', 'POST', `${R}/search/approximate-count`, { jql: 'project = SHOP' }, 200],
  ['dev', 'DELETE', `${R}/issueLink/10000`, undefined, 204],
  [null, 'PUT', `${R}/app/field/customfield_10101/value`, { updates: [{ issueIds: [10100], value: 7 }] }, 204],
  [
    null,
    'POST',
    `${R}/app/field/value?generateChangelog=false`,
    { updates: [{ customField: 'customfield_10101', issueIds: [10100], value: 9 }] },
    204,
  ],
  ['dev', 'POST', `${R}/app/field/value`, { updates: [{ customField: 'customfield_10101', issueIds: [10100], value: 9 }] }, 403],
  [null, 'PUT', '/rest/forge/1/app/properties/k', { a: 1 }, 201],
  [null, 'PUT', '/rest/forge/1/app/properties/k', { a: 2 }, 200],
  [null, 'GET', '/rest/forge/1/app/properties', undefined, 200],
  [null, 'GET', '/rest/forge/1/app/properties/k', undefined, 200],
  [null, 'DELETE', '/rest/forge/1/app/properties/k', undefined, 204],
  [null, 'GET', '/rest/forge/1/app/properties/k', undefined, 404],
  [
    'dev',
    'POST',
    `${R}/expression/evaluate?expand=meta.complexity`,
    { expression: 'issue.fixVersions.map(v => v.name)', context: { issue: { key: 'SHOP-1' } } },
    200,
  ],
  ['dev', 'POST', `${R}/expression/evaluate`, { expression: 'issue.nonsense', context: { issue: { key: 'SHOP-1' } } }, 400],
  ['dev', 'POST', `${R}/expression/analyse?check=complexity`, { expressions: ["issue.properties['a'].b", '1 +'] }, 200],
  [null, 'GET', `${R}/workflow/rule/config?types=condition&types=validator`, undefined, 200],
  [
    null,
    'POST',
    `${R}/workflows`,
    { projectAndIssueTypes: [{ projectId: '10000', issueTypeId: '10002' }], workflowNames: ['Bugs'] },
    200,
  ],
  ['admin', 'POST', `${R}/workflows`, { projectAndIssueTypes: [{ projectId: '1', issueTypeId: '10002' }] }, 400],
  ['dev', 'POST', `${R}/workflows`, { workflowNames: ['Bugs'] }, 401],
  ['dev', 'POST', `${R}/workflows/update`, { workflows: [] }, 401],
  ['admin', 'POST', `${R}/workflows/update`, { workflows: [] }, 400],
  ['dev', 'POST', `${R}/workflows/update/validation`, { payload: { workflows: [] } }, 401],
  ['admin', 'GET', `${R}/workflows/capabilities?workflowId=w-releases`, undefined, 200],
  ['dev', 'GET', `${R}/workflows/capabilities?workflowId=w-releases`, undefined, 401],
  ['admin', 'GET', `${R}/workflow/w-releases/projectUsages`, undefined, 200],
  ['admin', 'GET', `${R}/workflow/w-none/projectUsages`, undefined, 404],
  ['admin', 'PUT', `${R}/version/10012/mergeto/10011`, undefined, 204],
  ['admin', 'POST', `${R}/version/10013/removeAndSwap`, {}, 204],
  ['admin', 'DELETE', `${R}/version/10010`, undefined, 204],
  ['admin', 'DELETE', `${R}/project/SHOP/properties/gate`, undefined, 204],
  ['admin', 'DELETE', `${R}/issue/SHOP-4`, undefined, 204],
  ['admin', 'DELETE', `${R}/project/SHOP`, undefined, 204],
  ['dev', 'POST', `${R}/project/SHOP/restore`, undefined, 401],
  ['admin', 'POST', `${R}/project/SHOP/restore`, undefined, 200],
  ['admin', 'POST', `${R}/project/SHOP/restore`, undefined, 404],
];

/** Not in the table above because their paths hold an id that is made on the way. */
const ELSEWHERE = [
  'PUT /rest/api/3/version/{id}/relatedwork',
  'DELETE /rest/api/3/version/{versionId}/relatedwork/{relatedWorkId}',
];

describe("every modelled operation against Atlassian's OpenAPI", () => {
  it('answers with the expected status, and with a body that the specification allows', async () => {
    const bench = aBench({ refereed: true });
    const wrong: string[] = [];
    for (const [who, method, path, body, status] of steps) {
      const response = await bench.call(who, method, path, body);
      if (response.status !== status) {
        wrong.push(`${method} ${path}: ${response.status} instead of ${status}: ${JSON.stringify(response.body)}`);
      }
    }
    expect(wrong).toEqual([]);
    expect(bench.findings).toEqual([]);
  });

  it('has a step for every route', () => {
    const template = (path: string) => new RegExp(`^${path.replace(/\{[^}]+\}/g, '[^/?]+')}(\\?|$)`);
    const missing = routes
      .map((route) => ({ name: `${route.method} ${route.path}`, route }))
      .filter(
        ({ name, route }) =>
          !ELSEWHERE.includes(name) &&
          !steps.some(([, method, path]) => method === route.method && template(route.path).test(path)),
      )
      .map(({ name }) => name);
    expect(missing).toEqual([]);
  });

  it('changes and deletes related work by the id it was given', async () => {
    const bench = aBench({ refereed: true });
    const made = await bench.call('dev', 'POST', `${R}/version/10011/relatedwork`, {
      category: 'c',
      title: 't',
      url: 'https://example.com/1',
    });
    const relatedWorkId: unknown = Reflect.get(Object(made.body), 'relatedWorkId');
    const edited = await bench.call('dev', 'PUT', `${R}/version/10011/relatedwork`, { category: 'c', title: 'u', relatedWorkId });
    const deleted = await bench.call('dev', 'DELETE', `${R}/version/10011/relatedwork/${String(relatedWorkId)}`);
    expect([edited.status, edited.body, deleted.status]).toEqual([
      200,
      { relatedWorkId, category: 'c', title: 'u', url: 'https://example.com/1' },
      204,
    ]);
    expect(bench.findings).toEqual([]);
  });
});
