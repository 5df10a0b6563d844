import { aBench } from '../jira.fixture';

/** Members of developer.atlassian.com/cloud/jira/platform/jira-expressions-types. */
const values: readonly (readonly [string, unknown])[] = [
  ['issue.key', 'SHOP-3'],
  ['issue.id', 10102],
  ['typeof issue', 'Issue'],
  ['issue.fixVersions.map(v => v.id)', [10011]],
  ['issue.fixVersions[0].releaseDate', '2026-10-30'],
  ['issue.fixVersions[0].released', false],
  ['issue.status.category.key', 'new'],
  ['issue.issueType.name', 'Release'],
  ['issue.assignee', null],
  ['issue.reporter.displayName', 'The dev'],
  ['issue.project.key', 'SHOP'],
  ['issue.comments.length', 0],
  ["issue.properties['none']", null],
  ["project.properties['gate'].state", 'held'],
  ["project.properties.get('gate').state", 'held'],
  ["project.properties['gate'].nothing", null],
  ["project.properties.updated('gate') <= new Date()", true],
  ['project.lead.accountId', 'admin'],
  ['user.getProjectRoles(project).map(r => r.name)', ['Administrators', 'Developers']],
  ["user.groups.includes('site-admins')", true],
  ["new Issue('SHOP-1').customfield_10100", 'S1'],
  ["new Issue('NONE-1')", null],
  ["new Project('SHOP').name", 'Shop'],
];

const failures = [
  'issue.nonsense',
  'issue.fixVersions[0].properties',
  'project.nonsense',
  'user.emailAddress',
  'issue.worklogs',
  "[1,2,3,4,5,6,7,8,9,10,11].map(n => project.properties['gate'])",
];

describe('variables of Jira expressions', () => {
  const evaluate = async (expression: string) => {
    const { call } = aBench();
    await call('admin', 'PUT', '/rest/api/3/project/SHOP/properties/gate', { state: 'held' });
    const context = { issue: { key: 'SHOP-3' }, project: { key: 'SHOP' } };
    return await call('admin', 'POST', '/rest/api/3/expression/evaluate', { expression, context });
  };
  it.each(values)('%s', async (expression, value) => {
    expect(await evaluate(expression)).toMatchObject({ status: 200, body: { value } });
  });
  it.each(failures)('%s fails', async (expression) => {
    expect((await evaluate(expression)).status).toBe(400);
  });
  it('hide from a viewer what the viewer may not see', async () => {
    const { call } = aBench();
    const { body } = await call('viewer', 'POST', '/rest/api/3/expression/evaluate', { expression: "new Issue('SHOP-2')" });
    expect(body).toEqual({ value: null });
  });
});
