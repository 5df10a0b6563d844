import { aBench, ALL_SCOPES } from '../jira.fixture';

const R = '/rest/api/3';
const app = { kind: 'app' } as const;

describe('who may', () => {
  const rows: readonly (readonly [string, string, string, string, unknown, number])[] = [
    ['browse', 'viewer', 'GET', `${R}/issue/SHOP-1`, undefined, 200],
    ['not see a level that is not theirs', 'viewer', 'GET', `${R}/issue/SHOP-2`, undefined, 404],
    ['see a level that is theirs', 'dev', 'GET', `${R}/issue/SHOP-2`, undefined, 200],
    ['not see a project without Browse', 'outsider', 'GET', `${R}/issue/SHOP-1`, undefined, 404],
    ['not even as a Jira administrator without a role', 'admin', 'GET', `${R}/issue/NONE-1`, undefined, 404],
    ['not edit', 'viewer', 'PUT', `${R}/issue/SHOP-1`, { fields: { summary: 'x' } }, 403],
    ['not write a project property', 'dev', 'PUT', `${R}/project/SHOP/properties/p`, 1, 403],
    ['not write an app property', 'admin', 'PUT', '/rest/forge/1/app/properties/p', 1, 403],
    ['not set the read-only field', 'admin', 'PUT', `${R}/issue/SHOP-1`, { fields: { customfield_10101: 1 } }, 400],
    ['not set what the validation refuses', 'dev', 'PUT', `${R}/issue/SHOP-1`, { fields: { customfield_10100: 'S5' } }, 400],
    ['not be nobody', 'stranger', 'GET', `${R}/myself`, undefined, 401],
  ];
  it.each(rows)('%s', async (_name, who, method, path, body, status) => {
    const { call, findings } = aBench({ refereed: true });
    const response = await call(who, method, path, body);
    expect([response.status, findings]).toEqual([status, []]);
  });

  it('names the field that a validation refuses', async () => {
    const { call } = aBench();
    const { body } = await call('dev', 'PUT', `${R}/issue/SHOP-1`, { fields: { customfield_10100: 'S5' } });
    expect(body).toEqual({ errorMessages: [], errors: { customfield_10100: 'Severity is S1, S2, S3 or S4.' } });
  });

  it('lets the app see and do all where its role is', async () => {
    const { call } = aBench();
    const seen = await call(null, 'GET', `${R}/issue/SHOP-2`);
    const written = await call(null, 'PUT', `${R}/project/SHOP/properties/p`, 1);
    expect([seen.status, written.status]).toEqual([200, 201]);
  });

  it('lets nobody in without a login', async () => {
    const { jira } = aBench();
    const response = await jira.handle({
      method: 'GET',
      path: `${R}/myself`,
      headers: {},
      body: '',
      actor: { kind: 'anonymous' },
      scopes: null,
    });
    expect(response.status).toBe(401);
  });
});

describe('scopes of the app, from the table derived from the OpenAPI', () => {
  const rows: readonly (readonly [string, string, readonly string[], number])[] = [
    ['GET', `${R}/issue/SHOP-1`, ['read:jira-work'], 200],
    ['GET', `${R}/issue/SHOP-1`, ['write:jira-work'], 401],
    ['DELETE', `${R}/version/10011`, ['read:jira-work', 'write:jira-work'], 401],
    ['DELETE', `${R}/version/10011`, ['manage:jira-project'], 204],
    ['GET', '/rest/forge/1/app/properties', [], 200],
    ['GET', `${R}/serverInfo`, [], 200],
  ];
  it.each(rows)('%s %s with %j', async (method, path, scopes, status) => {
    const { throughApp } = aBench();
    const response = await throughApp(app, scopes, method, path);
    expect(response.status).toBe(status);
  });

  it('names the missing one', async () => {
    const { throughApp } = aBench();
    const { body } = await throughApp(app, ['read:jira-work'], 'DELETE', `${R}/version/10011`);
    expect(body).toEqual({
      code: 401,
      message: 'Unauthorized; scope does not match: DELETE /rest/api/3/version/{id} needs manage:jira-project',
    });
  });
});

describe('what the sandbox does not model', () => {
  const rows: readonly (readonly [string, string, unknown, string])[] = [
    ['GET', `${R}/dashboard`, undefined, 'GET /rest/api/3/dashboard'],
    ['GET', `${R}/nonsense`, undefined, 'GET /rest/api/3/nonsense'],
    ['GET', `${R}/issue/SHOP-1/votes`, undefined, 'GET /rest/api/3/issue/{issueIdOrKey}/votes'],
    ['GET', `${R}/issue/SHOP-1?expand=renderedFields`, undefined, 'renderedFields'],
    ['GET', `${R}/project/search?typeKey=business`, undefined, 'typeKey'],
    ['PUT', `${R}/version/10011`, { driver: 'dev' }, 'driver'],
  ];
  it.each(rows)('answers 501 to %s %s and is traced', async (method, path, body, named) => {
    const { call, trace } = aBench();
    const response = await call('admin', method, path, body);
    expect(response).toMatchObject({ status: 501, body: { errorMessages: [expect.stringContaining(named)] } });
    expect(trace.entries.map(({ kind }) => kind)).toContain('unmodelled');
  });
});

describe('points (docs/platform.md B.6: 1 a request, 1 for each issue read)', () => {
  const search = (fields: string[]) => ({ jql: 'project = SHOP', fields });
  const rows: readonly (readonly [string, string, unknown, number])[] = [
    ['GET', `${R}/issue/SHOP-1`, undefined, 1],
    ['POST', `${R}/search/jql`, search(['id']), 1],
    ['POST', `${R}/search/jql`, search(['key']), 1],
    ['POST', `${R}/search/jql`, search(['summary']), 4],
    ['POST', `${R}/issue/bulkfetch`, { issueIdsOrKeys: ['SHOP-1', 'SHOP-3', 'NONE-1'] }, 3],
    ['POST', `${R}/changelog/bulkfetch`, { issueIdsOrKeys: ['SHOP-1', 'SHOP-3'] }, 3],
    ['PUT', `${R}/project/SHOP/properties/p`, 1, 1],
  ];
  it.each(rows)('%s %s %j', async (method, path, body, points) => {
    const { call, trace } = aBench();
    const response = await call(null, method, path, body);
    expect([response.points, trace.entries[0]]).toEqual([
      points,
      expect.objectContaining({ kind: 'rest', what: `${method} ${path}`, points }),
    ]);
  });

  it('run out, refuse with the time to wait, and come back on the hour', async () => {
    const { call, switches, clock } = aBench();
    switches.pointsPerHour = 2;
    clock.move(59 * 60_000);
    const ask = () => call(null, 'GET', `${R}/issue/SHOP-1`);
    expect([(await ask()).status, (await ask()).status]).toEqual([200, 200]);
    expect(await ask()).toMatchObject({
      status: 429,
      points: 0,
      headers: { 'Retry-After': '60', 'X-RateLimit-Remaining': '0', 'RateLimit-Reason': 'jira-quota-tenant-based' },
    });
    expect((await call('dev', 'GET', `${R}/issue/SHOP-1`)).status).toBe(200);
    clock.move(60_000);
    expect((await ask()).status).toBe(200);
  });

  it('meet faults on demand only in calls of the app, before anything is done', async () => {
    const faults: (429 | 500)[] = [500, 429];
    const bench = aBench({ httpFault: () => faults.shift() ?? null });
    const write = () => bench.throughApp(app, ALL_SCOPES, 'PUT', `${R}/issue/SHOP-1`, { fields: { summary: 'New' } });
    expect((await bench.call('dev', 'GET', `${R}/issue/SHOP-1`)).status).toBe(200);
    expect(await write()).toMatchObject({ status: 500 });
    expect(await write()).toMatchObject({ status: 429, headers: { 'Retry-After': '2' } });
    expect(bench.events).toEqual([]);
    expect((await write()).status).toBe(204);
  });

  it("come with the date of the sandbox's clock", async () => {
    const { call } = aBench();
    expect((await call('dev', 'GET', `${R}/myself`)).headers['Date']).toBe('Mon, 02 Nov 2026 09:00:00 GMT');
  });
});
