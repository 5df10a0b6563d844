import { z } from 'zod';
import { verdictPropertyKey } from '../src/contracts/published-verdict';
import { exportViewSchema } from '../src/contracts/decisions';
import { healthViewSchema } from '../src/contracts/health';
import { exportedEntrySchema } from '../src/contracts/ledger-export';
import { RunningSandbox } from './running-sandbox';

/** Is the gate attached, may who decides decide, do the rules work: what the health page says, and what stays when the app goes. */
jest.setTimeout(180_000);

let sandbox: RunningSandbox;
let projectId: string;
const projectPage = { moduleKey: 'holdpoint-project', projectKey: 'SHOP' };
const settingsPage = { moduleKey: 'holdpoint-settings' };

beforeAll(async () => {
  sandbox = await RunningSandbox.start('60');
  projectId = z.object({ id: z.string() }).parse((await sandbox.rest('admin', 'GET', '/rest/api/3/project/SHOP')).body).id;
});
afterAll(async () => expect(await sandbox.stop()).toEqual([]));

const health = () => sandbox.screen('admin', settingsPage, 'health', healthViewSchema, {});
const shop = async () => {
  const found = (await health()).projects.find(({ project }) => project.key === 'SHOP');
  if (found === undefined) throw new Error('The health page does not show SHOP.');
  return found;
};
const entries = async (kind: string) => {
  const payload = { projectId, ledger: 'project', format: 'json', next: null };
  const { text } = await sandbox.screen('admin', projectPage, 'exportDecisions', exportViewSchema, payload);
  return z
    .array(exportedEntrySchema)
    .parse(JSON.parse(`[${text}]`))
    .filter((entry) => entry.kind === kind);
};

test('only people who administer Jira may look', async () => {
  // From a page that Jira shows to everybody, the app itself refuses.
  await expect(sandbox.screen('lead', projectPage, 'health', healthViewSchema, {})).rejects.toThrow(/For admins/);
  expect((await health()).projects.map(({ project }) => project.key)).toEqual(['SHOP']);
});

test('at the first look every transition of a release ticket is listed with its locks', async () => {
  const { attachment } = await shop();
  expect(attachment.checkedAt).not.toBeNull();
  const production = attachment.transitions.find(({ transition }) => transition === 'Deploy to production');
  expect(production).toMatchObject({ stage: 'Production', locks: ['condition', 'published', 'decided'] });
  const staging = attachment.transitions.find(({ transition }) => transition === 'Deploy to staging');
  expect(staging).toMatchObject({ stage: 'Staging', locks: ['published', 'decided'] });
  expect(attachment.transitions.some(({ locks, stage }) => locks.length === 0 && stage === null)).toBe(true);
  expect(attachment).toMatchObject({ state: 'partly', sentence: 'Staging lacks the condition.', unguarded: [] });
});

describe('a lock', () => {
  const workflowSchema = z.object({
    workflows: z.array(
      z.looseObject({
        id: z.string(),
        version: z.unknown(),
        transitions: z.array(
          z.looseObject({
            name: z.string(),
            validators: z.array(z.looseObject({ parameters: z.looseObject({ key: z.string() }) })),
          }),
        ),
      }),
    ),
    statuses: z.array(z.unknown()),
  });
  let taken: unknown[] = [];

  /** Publishes the workflow of the release tickets with other validators on the transition to production. */
  async function edit(change: (validators: { parameters: { key: string } }[]) => unknown[]): Promise<void> {
    const types = z.object({ issueTypes: z.array(z.object({ id: z.string(), name: z.string() })) });
    const { issueTypes } = types.parse((await sandbox.rest('admin', 'GET', '/rest/api/3/project/SHOP')).body);
    const issueTypeId = issueTypes.find(({ name }) => name === 'Release')?.id;
    const asked = { projectAndIssueTypes: [{ projectId, issueTypeId }] };
    const read = workflowSchema.parse((await sandbox.rest('admin', 'POST', '/rest/api/3/workflows', asked)).body);
    const workflows = read.workflows.map((workflow) => ({
      ...{ id: workflow.id, version: workflow.version, statuses: workflow['statuses'] },
      transitions: workflow.transitions.map((transition) =>
        transition.name === 'Deploy to production' ? { ...transition, validators: change(transition.validators) } : transition,
      ),
    }));
    const update = { statuses: read.statuses, workflows };
    const answer = await sandbox.rest('admin', 'POST', '/rest/api/3/workflows/update', update);
    expect([answer.status, answer.status === 200 ? '' : answer.body]).toEqual([200, '']);
  }
  const isDeciding = ({ parameters }: { parameters: { key: string } }) => parameters.key.endsWith('gate-open-decided');

  test('that an admin takes off is seen within the hour, and is an entry', async () => {
    await edit((validators) => {
      taken = validators.filter(isDeciding);
      return validators.filter((rule) => !isDeciding(rule));
    });
    await sandbox.advance('61m');
    const removed = await entries('lock-removed');
    expect(removed.map(({ body, actor }) => ({ body, actor }))).toMatchObject([
      { body: { transition: 'Deploy to production', stage: 'production', lock: 'decided' }, actor: { kind: 'app', rule: null } },
    ]);
    await sandbox.advance('60m');
    expect(await entries('lock-removed')).toHaveLength(1);
    const { attachment, signals } = await shop();
    expect(attachment.sentence).toContain('Production lacks the validator that decides now');
    const rules = signals.find(({ id }) => id === 'rules');
    expect(rules?.state).toBe('attention');
    expect(rules?.action).toMatch(/^Open the workflow/);
  });

  test('that comes back is seen when somebody opens the page, unless somebody looked a moment ago', async () => {
    await shop();
    await edit((validators) => [...validators, ...taken]);
    expect((await shop()).attachment.sentence).toContain('Production lacks');
    await sandbox.advance('6m');
    expect((await shop()).attachment.sentence).toBe('Staging lacks the condition.');
    expect(await entries('lock-attached')).toHaveLength(1);
  });
});

test('a permission that is granted to a role is known within five minutes', async () => {
  const of = async () => (await shop()).authority.map(({ permission, granted }) => [permission, granted]);
  expect(await of()).toEqual([
    ['override-gates', false],
    ['lift-holds', false],
    ['approve-deferrals', false],
  ]);
  const known = z.object({ permissions: z.record(z.string(), z.object({ name: z.string() })) });
  const { permissions } = known.parse((await sandbox.rest('admin', 'GET', '/rest/api/3/permissions')).body);
  const [permission] = Object.entries(permissions).find(([, { name }]) => name === 'Lift Holdpoint holds') ?? [''];
  const scheme = z
    .object({ id: z.number() })
    .parse((await sandbox.rest('admin', 'GET', '/rest/api/3/project/SHOP/permissionscheme')).body);
  const roles = z
    .record(z.string(), z.string())
    .parse((await sandbox.rest('admin', 'GET', '/rest/api/3/project/SHOP/role')).body);
  const role = Object.values(roles)[0]?.split('/').at(-1);
  const grant = { permission, holder: { type: 'projectRole', value: role } };
  expect((await sandbox.rest('admin', 'POST', `/rest/api/3/permissionscheme/${scheme.id}/permission`, grant)).status).toBe(201);
  await sandbox.advance('6m');
  expect(await of()).toEqual([
    ['override-gates', false],
    ['lift-holds', true],
    ['approve-deferrals', false],
  ]);
});

test('a rule that Jira cannot evaluate is named with its workflow', async () => {
  const failed = async () => (await health()).signals.find(({ id }) => id === 'expressions');
  expect(await failed()).toMatchObject({ state: 'good' });
  await sandbox.control('switches', { missingMapKey: 'error' });
  const version = await sandbox.versionId('SHOP', '4.1.3');
  const [ticket] = await sandbox.search(`project = SHOP AND issuetype = Release AND fixVersion = ${version}`);
  const path = `/rest/api/3/project/SHOP/properties/${verdictPropertyKey(version)}`;
  expect((await sandbox.rest('admin', 'PUT', path, { stages: {} })).status).toBe(200);
  await sandbox.transitions(ticket?.key ?? '');
  await sandbox.settle();
  await sandbox.control('switches', { missingMapKey: 'null' });
  const signal = await failed();
  expect(signal?.state).toBe('bad');
  expect(signal?.action).toMatch(/stays closed/);
  expect(signal?.sentence).toMatch(/"Release gate is open" in the workflow ".+", transition "Deploy to production"/);
  expect(signal?.sentence).not.toMatch(/SHOP-\d/);
});

test('the points of the hour are counted', async () => {
  const points = (await health()).signals.find(({ id }) => id === 'points');
  expect(points?.sentence).toMatch(/^[\d,]+ points? of 65,000 are used in this hour/);
  expect(points?.state).toBe('good');
});

test('before it is uninstalled it takes its verdicts and links out of Jira', async () => {
  const version = await sandbox.versionId('SHOP', '4.2.0');
  const links = async () =>
    z.array(z.unknown()).parse((await sandbox.rest('admin', 'GET', `/rest/api/3/version/${version}/relatedwork`)).body);
  const keys = async () =>
    z
      .object({ keys: z.array(z.object({ key: z.string() })) })
      .parse((await sandbox.rest('admin', 'GET', '/rest/api/3/project/SHOP/properties')).body)
      .keys.filter(({ key }) => key.startsWith('holdpoint.'));
  expect([(await links()).length > 0, (await keys()).length > 0]).toEqual([true, true]);
  await sandbox.control('uninstall', {});
  expect([await links(), await keys()]).toEqual([[], []]);
  const { entries: all } = await sandbox.trace();
  expect(all.filter(({ kind, status }) => kind === 'unmodelled' || status === 501)).toEqual([]);
});
