import { referee, specPath } from './jira.fixture';

const wrong: readonly (readonly [string, string, string, number, unknown])[] = [
  ['a member that the schema lacks', 'GET', '/rest/api/3/myself', 200, { accountId: 'a', nonsense: 1 }],
  ['a member of another type', 'GET', '/rest/api/3/version/1', 200, { id: '1', projectId: '10000' }],
  [
    'a wrong type deep in a list',
    'POST',
    '/rest/api/3/changelog/bulkfetch',
    200,
    { issueChangeLogs: [{ issueId: '1', changeHistories: [{ created: 1 }] }] },
  ],
  ['no such operation', 'GET', '/rest/api/3/nonsense', 200, {}],
  ['a status that the operation does not have', 'GET', '/rest/api/3/project/SHOP/versions', 403, {}],
  ['an instant that is none', 'GET', '/rest/api/3/serverInfo', 200, { serverTime: 'yesterday' }],
];

const right: readonly (readonly [string, string, string, number, unknown])[] = [
  [
    'an empty side of a change',
    'GET',
    '/rest/api/3/issue/A-1/changelog',
    200,
    { values: [{ items: [{ from: null, toString: null }] }] },
  ],
  ["Jira's instants", 'GET', '/rest/api/3/serverInfo', 200, { serverTime: '2026-11-02T09:00:00.000+0000' }],
  ['the rate limit', 'GET', '/rest/api/3/serverInfo', 429, {}],
];

const present = referee() === null ? describe.skip : describe;

present('the referee', () => {
  it.each(wrong)('finds %s', (_name, method, path, status, body) => {
    expect(referee()?.check(method, path, status, body)).not.toEqual([]);
  });
  it.each(right)('accepts %s', (_name, method, path, status, body) => {
    expect(referee()?.check(method, path, status, body)).toEqual([]);
  });
});

if (referee() === null) {
  it(`has nothing to go by: Atlassian's OpenAPI is not at ${specPath}`, () => undefined);
}
