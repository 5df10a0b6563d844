import { aBench, anApp } from '../jira.fixture';
import { aSeed } from '../seed.fixture';
import type { AppValidator } from '../jira';
import type { SiteSeed } from '../model';

const R = '/rest/api/3';
const bug = { project: { key: 'SHOP' }, issuetype: { name: 'Bug' }, summary: 'Cart empties' };

/** Rules of the app on the transition that creates a defect. */
function guarded(): SiteSeed {
  const seed = aSeed();
  const validators = [{ id: 'v1', moduleKey: 'guard', config: { a: 1 } }];
  const workflows = seed.workflows.map((workflow) => {
    const [first, ...others] = workflow.transitions;
    return first === undefined ? workflow : { ...workflow, transitions: [{ ...first, from: [], validators }, ...others] };
  });
  return { ...seed, workflows };
}
const guard = (part: Partial<AppValidator>): AppValidator => ({
  ...{ moduleKey: 'guard', name: 'Guard', description: '', expression: null, functionKey: null, errorMessage: null },
  ...part,
});

/** Source: docs/platform.md A.4. */
it.each([
  ['lets it be created', 'issue.fixVersions.length == 0 ? true : "Not into a release."', {}, 201],
  [
    'refuses it with its words',
    'issue.fixVersions.length == 0 ? true : "Not into a release."',
    { fixVersions: [{ id: '10011' }] },
    400,
  ],
  ['knows no issue before it', 'originalIssue.id == null', {}, 400],
])('a validator on the first transition %s', async (_name, expression, more, status) => {
  const { call, findings } = aBench({ seed: guarded(), app: anApp({ validators: [guard({ expression })] }), refereed: true });
  const response = await call('dev', 'POST', `${R}/issue`, { fields: { ...bug, ...more } });
  expect([response.status, findings]).toEqual([status, []]);
  if (status === 400 && 'fixVersions' in more) expect(response.body).toMatchObject({ errorMessages: ['Not into a release.'] });
  expect((await call('dev', 'GET', `${R}/issue/SHOP-4`)).status).toBe(status === 201 ? 200 : 404);
});

it('a function is told what the form says, and of no issue; two that are created at once get two keys', async () => {
  const told: unknown[] = [];
  const runFunctionValidator = (_key: string, payload: unknown) => {
    told.push(payload);
    return Promise.resolve({ result: true });
  };
  const app = anApp({ validators: [guard({ functionKey: 'f' })], runFunctionValidator });
  const { call } = aBench({ seed: guarded(), app });
  const fields = { ...bug, customfield_10100: 'S3', fixVersions: [{ id: '10011' }] };
  const made = await Promise.all([1, 2].map(() => call('dev', 'POST', `${R}/issue`, { fields })));
  expect(made.map(({ body }) => body)).toMatchObject([{ key: 'SHOP-4' }, { key: 'SHOP-5' }]);
  expect(told[0]).toMatchObject({
    issue: { key: null },
    configuration: { a: 1 },
    transition: { modifiedFields: { issuetype: { name: 'Bug' }, customfield_10100: 'S3', fixVersions: [{ id: '10011' }] } },
  });
});
