import { z } from 'zod';
import { aBench, anApp } from '../jira.fixture';
import type { Bench } from '../jira.fixture';

const R = '/rest/api/3';
/**
 * The format of the key is that of the page on `jira:projectPermission` of Forge's manifest reference. UNCONFIRMED on a real site;
 * whoever needs it looks in GET /permissions for the key that ends in the module's.
 */
const WAIVE =
  'ari:cloud:ecosystem::extension/5a7e1d2c-8f34-4b0e-9c6a-2d1f0b7e4a11/sandbox0-0000-4000-8000-000000000001/static/waive-gates';
const GRANTS = `${R}/permissionscheme/30000/permission`;

const list = z.object({ permissions: z.record(z.string(), z.looseObject({ key: z.string(), type: z.string() })) });
const mine = z.object({ permissions: z.record(z.string(), z.object({ havePermission: z.boolean() })) });
const grants = z.object({
  permissions: z.array(z.object({ id: z.number(), permission: z.string(), holder: z.object({ value: z.string() }) })),
});

const holds = async ({ call }: Bench, who: string | null, permission: string, query = 'projectKey=SHOP') => {
  const { body } = await call(who, 'GET', `${R}/mypermissions?permissions=${encodeURIComponent(permission)}&${query}`);
  return mine.parse(body).permissions[permission]?.havePermission;
};
const holdersOf = async ({ call }: Bench, permission: string) =>
  grants
    .parse((await call('admin', 'GET', GRANTS)).body)
    .permissions.filter((one) => one.permission === permission)
    .map(({ holder }) => holder.value);

/** Roles of the fixture by id: 10002 Administrators, 10003 Developers, 10004 Viewers, 10005 atlassian-addons-project-access. */
const role = (value: string) => ({ permission: WAIVE, holder: { type: 'projectRole', value } });

describe('the permissions of the site (OpenAPI, Get all permissions)', () => {
  it('are Jira’s own and those of the app', async () => {
    const { call } = aBench();
    const { permissions } = list.parse((await call(null, 'GET', `${R}/permissions`)).body);
    expect(permissions['ADMINISTER']).toMatchObject({ key: 'ADMINISTER', type: 'GLOBAL' });
    expect(permissions['EDIT_ISSUES']).toMatchObject({ key: 'EDIT_ISSUES', type: 'PROJECT' });
    expect(permissions[WAIVE]).toEqual({
      key: WAIVE,
      name: 'Waive release gates',
      description: 'May let a release pass',
      type: 'PROJECT',
    });
  });

  it('go with the app, and one that there is not cannot be asked for', async () => {
    const { call, jira } = aBench();
    jira.uninstallApp();
    expect(list.parse((await call('dev', 'GET', `${R}/permissions`)).body).permissions).not.toHaveProperty([WAIVE]);
    const check = { projectPermissions: [{ permissions: [WAIVE], projects: [10000] }] };
    expect(await call('dev', 'POST', `${R}/permissions/check`, check)).toMatchObject({
      status: 400,
      body: { errors: { [WAIVE]: 'Unrecognized permission' } },
    });
  });

  it('of the app nobody holds until they are granted: no administrator, and not the app itself', async () => {
    const bench = aBench();
    for (const who of ['admin', 'dev', 'viewer', null]) expect(await holds(bench, who, WAIVE)).toBe(false);
    expect(await holdersOf(bench, WAIVE)).toEqual([]);
  });

  it('of the app answer as any other where they are granted', async () => {
    const bench = aBench();
    expect((await bench.call('admin', 'POST', GRANTS, role('10003'))).status).toBe(201);
    expect(await holds(bench, 'dev', WAIVE)).toBe(true);
    expect(await holds(bench, 'dev', WAIVE, 'issueKey=SHOP-1')).toBe(true);
    expect(await holds(bench, 'viewer', WAIVE)).toBe(false);
    const check = (accountId: string) =>
      bench.call(null, 'POST', `${R}/permissions/check`, {
        accountId,
        projectPermissions: [{ permissions: [WAIVE], projects: [10000], issues: [10100] }],
      });
    const asked = { permission: WAIVE };
    expect((await check('dev')).body).toMatchObject({ projectPermissions: [{ ...asked, projects: [10000], issues: [10100] }] });
    expect((await check('viewer')).body).toMatchObject({ projectPermissions: [{ ...asked, projects: [], issues: [] }] });
  });
});

describe('the permission scheme of a project (OpenAPI, permission schemes)', () => {
  it('is found by the project and tells its grants when asked for', async () => {
    const { call } = aBench();
    const plain = await call('admin', 'GET', `${R}/project/SHOP/permissionscheme`);
    const full = await call('admin', 'GET', `${R}/project/10000/permissionscheme?expand=permissions`);
    expect(plain.body).toMatchObject({ id: 30000, name: 'SHOP: permission scheme' });
    expect(plain.body).not.toHaveProperty('permissions');
    const all = z
      .object({ permissions: z.array(z.looseObject({ id: z.number(), self: z.string() })) })
      .parse(full.body).permissions;
    const one = all.find((grant) => grant['permission'] === 'EDIT_ISSUES');
    expect(one).toEqual({
      id: one?.id,
      self: `http://127.0.0.1:4750/rest/api/3/permissionscheme/30000/permission/${one?.id ?? ''}`,
      holder: { type: 'projectRole', parameter: '10003', value: '10003', expand: 'projectRole' },
      permission: 'EDIT_ISSUES',
    });
  });

  it('takes a grant away again, and only that one', async () => {
    const bench = aBench();
    await bench.call('admin', 'POST', GRANTS, role('Developers'));
    const made = await bench.call('admin', 'POST', GRANTS, role('Viewers'));
    const id = z.object({ id: z.number() }).parse(made.body).id;
    expect(await holds(bench, 'viewer', WAIVE)).toBe(true);
    expect((await bench.call('admin', 'DELETE', `${GRANTS}/${id}`)).status).toBe(204);
    expect([await holds(bench, 'viewer', WAIVE), await holds(bench, 'dev', WAIVE)]).toEqual([false, true]);
    expect(await holdersOf(bench, WAIVE)).toEqual(['10003']);
  });

  it('changes what people may do in Jira', async () => {
    const bench = aBench();
    const edit = { permission: 'EDIT_ISSUES', holder: { type: 'projectRole', parameter: '10004' } };
    await bench.call('admin', 'POST', GRANTS, edit);
    const response = await bench.call('viewer', 'PUT', `${R}/issue/SHOP-1`, { fields: { summary: 'New' } });
    expect(response.status).toBe(204);
    expect(await holds(bench, 'viewer', 'LINK_ISSUES')).toBe(false);
  });

  it.each([
    ['who is no Jira administrator', 'dev', role('10003'), 403],
    ['a role that there is not', 'admin', role('7'), 400],
    ['a permission that there is not', 'admin', { ...role('10003'), permission: 'waive-gates' }, 400],
    ['a global permission', 'admin', { ...role('10003'), permission: 'ADMINISTER' }, 400],
    ['another holder', 'admin', { permission: WAIVE, holder: { type: 'group', value: 'x' } }, 501],
  ])('takes no grant of %s', async (_name, who, body, status) => {
    expect((await aBench().call(who, 'POST', GRANTS, body)).status).toBe(status);
  });

  it('takes no grant twice', async () => {
    const { call } = aBench({ app: anApp() });
    await call('admin', 'POST', GRANTS, role('10003'));
    expect((await call('admin', 'POST', GRANTS, role('10003'))).status).toBe(400);
  });
});
