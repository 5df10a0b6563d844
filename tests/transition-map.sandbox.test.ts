import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { bridgeCalls } from '../src/contracts/bridge';
import { Pipeline } from './pipeline';
import { RunningSandbox } from './running-sandbox';

/** Says at least this. */
const saying = (text: string): unknown => expect.stringContaining(text);

/**
 * Defects follow their gates (M2.3): a change of status needs what the transition map asks for - a verdict, a deployment, a field - and
 * deployments move defects on. Whatever cannot be looked at refuses. Beside it the order of stages (M1.1): a release enters a stage only
 * from the one before, where its gate asks for that. The defects of SHOP go from Open over In Progress, In Review and Ready for
 * Verification to Closed.
 */
jest.setTimeout(600_000);

const status = { open: '10001', inProgress: '10002', inReview: '10003', ready: '10004', closed: '10005', reopened: '10006' };
const settingsPage = { moduleKey: 'holdpoint-settings' };
const shop = { moduleKey: 'holdpoint-project', projectKey: 'SHOP' };

let sandbox: RunningSandbox;
let pipeline: Pipeline;
let projectId: string;

beforeAll(async () => {
  sandbox = await RunningSandbox.start('40');
  pipeline = new Pipeline(sandbox);
  projectId = z.object({ id: z.string() }).parse((await sandbox.rest('admin', 'GET', '/rest/api/3/project/SHOP')).body).id;
});
afterAll(async () => expect(await sandbox.stop()).toEqual([]));

interface Wanted {
  readonly rows?: readonly object[];
  readonly moves?: readonly object[];
  readonly gateRows?: readonly object[];
}

/** Saves a transition map, and rows of the gates where they are given; everything enforces. */
async function save({ rows = [], moves = [], gateRows }: Wanted) {
  const { settings, revision } = await sandbox.screen('admin', settingsPage, 'settings', bridgeCalls.settings.view, {});
  const gates = gateRows === undefined ? settings.gates : { ...settings.gates, rows: gateRows };
  const projects = { [projectId]: { staging: 'enforce', production: 'enforce' } };
  const document = { ...settings, gates, projects, transitionMap: { rows, moves } };
  const saved = await sandbox.screen('admin', settingsPage, 'saveSettings', bridgeCalls.saveSettings.view, {
    ...{ settings: document, revision },
  });
  await sandbox.settle();
  return saved;
}

const workflows = z.object({
  workflows: z.array(
    z.looseObject({
      ...{ id: z.string(), version: z.unknown() },
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
async function workflowOf(type: string) {
  const types = z.object({ issueTypes: z.array(z.object({ id: z.string(), name: z.string() })) });
  const { issueTypes } = types.parse((await sandbox.rest('admin', 'GET', '/rest/api/3/project/SHOP')).body);
  const asked = { projectAndIssueTypes: [{ projectId, issueTypeId: issueTypes.find(({ name }) => name === type)?.id }] };
  return workflows.parse((await sandbox.rest('admin', 'POST', '/rest/api/3/workflows', asked)).body);
}

/** Puts the rule “Change of status is allowed” on a transition of defects, as an admin does in Jira. */
async function attach(...transitions: readonly string[]): Promise<void> {
  const guard = (await workflowOf('Release')).workflows
    .flatMap((one) => one.transitions.flatMap(({ validators }) => validators))
    .find(({ parameters }) => parameters.key.endsWith('gate-open-decided'));
  const key = guard?.parameters.key.replace('gate-open-decided', 'transition-allowed');
  const rule = (n: number) => ({
    ...{ ...guard, id: `6d0c6f1e-3c1a-4a58-9f60-0c8f5f1d990${n}` },
    parameters: { ...guard?.parameters, id: undefined, config: '{}', key },
  });
  const read = await workflowOf('Bug');
  const changed = read.workflows.map((workflow) => ({
    ...{ id: workflow.id, version: workflow.version, statuses: workflow['statuses'] },
    transitions: workflow.transitions.map((one, n) =>
      transitions.includes(one.name) ? { ...one, validators: [...one.validators, rule(n)] } : one,
    ),
  }));
  const body = { statuses: read.statuses, workflows: changed };
  const update = await sandbox.rest('admin', 'POST', '/rest/api/3/workflows/update', body);
  expect([update.status, update.status === 200 ? '' : update.body]).toEqual([200, '']);
}

/** A release whose ticket is open. */
async function release(name: string): Promise<string> {
  const made = await sandbox.rest('admin', 'POST', '/rest/api/3/version', { name, projectId: Number(projectId) });
  const { id } = z.object({ id: z.string() }).parse(made.body);
  const fields = { project: { key: 'SHOP' }, issuetype: { name: 'Release' }, summary: `Release ${name}`, fixVersions: [{ id }] };
  expect((await sandbox.rest('rhea', 'POST', '/rest/api/3/issue', { fields })).status).toBe(201);
  await sandbox.settle();
  await sandbox.advance('1m');
  return id;
}

/** Tries a transition. @returns the status of the answer, and what a person reads who is refused */
async function tries(key: string, name: string): Promise<string> {
  const { status: answered, body } = await sandbox.transition(key, name, 'dev');
  return answered === 204 ? 'moved' : JSON.stringify(body);
}
async function statusOf(key: string): Promise<string> {
  const { body } = await sandbox.rest('admin', 'GET', `/rest/api/3/issue/${key}?fields=status`);
  return z.object({ fields: z.object({ status: z.object({ name: z.string() }) }) }).parse(body).fields.status.name;
}
async function deploys(version: string, build: string | null, environment: string, more: object = {}): Promise<void> {
  const step = { version, build, environment, deployment: randomUUID(), step: 'finish', outcome: 'successful', ...more };
  const sent = await pipeline.send('deployment', { ...(await pipeline.envelope()), service: 'shop', ...step });
  expect([sent.status, sent.text.slice(0, 8)]).toEqual([202, 'Accepted']);
  await sandbox.settle();
  await sandbox.advance('1m');
}
const decisions = async (kind: string) =>
  (await sandbox.screen('rhea', shop, 'decisions', bridgeCalls.decisions.view, { projectId, kind })).decisions;

describe('a map that cannot work is refused when it is saved', () => {
  const move = (from: string, to: string, parts: object = {}) => ({
    ...{ project: 'any', on: 'deployed', stage: 'staging', from, to },
    ...parts,
  });
  const refused = (path: string, message: string) => ({ kind: 'invalid', problems: [{ path, message: saying(message) }] });

  test('moves that go round in a circle', async () => {
    const moves = [
      move(status.inReview, status.ready),
      move(status.ready, status.inProgress, { on: 'verified' }),
      move(status.inProgress, status.inReview, { stage: 'production' }),
    ];
    expect(await save({ moves })).toMatchObject(refused('transitionMap.moves.2', 'in a circle'));
  });

  test('a status that no transition leads to from there, or that Jira does not have', async () => {
    const unreachable = await save({ moves: [move(status.open, status.ready)] });
    expect(unreachable).toMatchObject(refused('transitionMap.moves.0.to', 'No transition of defects in any project'));
    const needs = [{ kind: 'field', field: 'workaround' }];
    const ofTicket = await save({ rows: [{ project: projectId, from: 'any', to: '10014', needs }] });
    expect(ofTicket).toMatchObject(refused('transitionMap.rows.0.to', 'No transition of defects in SHOP leads to this status'));
    const gone = await save({ rows: [{ project: projectId, from: 'any', to: '99999', needs }] });
    expect(gone).toMatchObject(refused('transitionMap.rows.0.to', 'no such status any more'));
  });

  test('a move that needs what comes later', async () => {
    const rows = [{ project: 'any', from: 'any', to: status.ready, needs: [{ kind: 'deployed', stage: 'production' }] }];
    const never = await save({ rows, moves: [move(status.inReview, status.ready)] });
    expect(never).toMatchObject(refused('transitionMap.moves.0.to', 'which comes later'));
  });
});

afterEach(() => sandbox.control('faults', {}));

describe('a change of status needs what the map asks for', () => {
  let version: string;
  let key: string;
  beforeAll(async () => {
    version = await release('6.0.0');
    key = await sandbox.createDefect('SHOP', version, 'S3');
    await sandbox.settle();
    await sandbox.advance('1m');
    await attach('Start work', 'Send to review', 'Close');
    const needs = (...all: object[]) => all;
    const saved = await save({
      gateRows: [
        { rule: 'open-defects', stage: 'staging', breach: 'holds', severity: 'S1', tier: 'any', most: 0, releaseAt: null },
        { rule: 'promotion-order', stage: 'production', breach: 'holds' },
      ],
      rows: [
        { project: 'any', from: 'any', to: status.inProgress, needs: needs({ kind: 'field', field: 'assignee' }) },
        { project: projectId, from: status.inProgress, to: status.inReview, needs: needs({ kind: 'gate', stage: 'staging' }) },
        { project: projectId, from: 'any', to: status.closed, needs: needs({ kind: 'deployed', stage: 'staging' }) },
      ],
    });
    expect(saved).toMatchObject({ kind: 'saved' });
  });

  test('a field', async () => {
    expect(await tries(key, 'Start work')).toContain('Before this change of status, set an assignee.');
    await sandbox.rest('admin', 'PUT', `/rest/api/3/issue/${key}`, { fields: { assignee: { accountId: 'sandbox:dev' } } });
    expect(await tries(key, 'Start work')).toBe('moved');
  });

  test('a verdict: the gate of a stage lets its release in', async () => {
    const blocker = await sandbox.createDefect('SHOP', version, 'S1');
    await sandbox.settle();
    expect(await tries(key, 'Send to review')).toContain('6.0.0 may not enter staging: 1 open S1 defect, none allowed.');
    await sandbox.rest('admin', 'DELETE', `/rest/api/3/issue/${blocker}`);
    await sandbox.settle();
    await sandbox.advance('1m');
    expect(await tries(key, 'Send to review')).toBe('moved');
  });

  test('a deployment: its release stands in the stage, and was not taken back', async () => {
    expect(await tries(key, 'Close')).toContain('6.0.0, which has its fix, does not stand in staging.');
    const deployment = randomUUID();
    await deploys('6.0.0', '600-1', 'staging', { deployment });
    await deploys('5.9.0', '590-1', 'staging', { deployment, step: 'rollback', from: '6.0.0' });
    expect(await tries(key, 'Close')).toContain('does not stand in staging');
    await deploys('6.0.0', '600-2', 'staging');
    expect(await tries(key, 'Close')).toBe('moved');
  });

  test('a change that the map does not name needs nothing', async () => {
    expect(await tries(key, 'Reopen')).toBe('moved');
  });

  test('whatever cannot be looked at refuses', async () => {
    await sandbox.control('faults', { http: { 500: 1 } });
    expect(await tries(key, 'Start work')).toContain('Holdpoint cannot read this issue just now, so it stays where it is.');
    await sandbox.control('faults', { functions: 'fail' });
    expect(await tries(key, 'Start work')).toContain('Change of status is allowed');
    await sandbox.control('faults', { database: 'stop' });
    expect(await tries(key, 'Close')).toContain('Holdpoint could not look what this change of status needs');
    await sandbox.control('faults', {});
    expect(await statusOf(key)).toBe('Reopened');
    expect(await tries(key, 'Start work')).toBe('moved');
  });
});

describe('a deployment moves the defects of its release', () => {
  let version: string;
  const inReview = async () => {
    const key = await sandbox.createDefect('SHOP', version, 'S3');
    await sandbox.rest('admin', 'PUT', `/rest/api/3/issue/${key}`, { fields: { assignee: { accountId: 'sandbox:dev' } } });
    await sandbox.settle();
    for (const name of ['Start work', 'Send to review']) expect(await tries(key, name)).toBe('moved');
    await sandbox.settle();
    await sandbox.advance('1m');
    return key;
  };
  beforeAll(async () => {
    version = await release('6.1.0');
    const saved = await save({
      rows: [{ project: 'any', from: status.ready, to: status.closed, needs: [{ kind: 'field', field: 'workaround' }] }],
      moves: [
        { project: projectId, on: 'deployed', stage: 'staging', from: status.inReview, to: status.ready },
        { project: projectId, on: 'deployed', stage: 'production', from: status.ready, to: status.closed },
      ],
    });
    expect(saved).toMatchObject({ kind: 'saved' });
  });

  test('once, and whoever takes a defect back is not overruled', async () => {
    const [first, second] = [await inReview(), await inReview()];
    await deploys('6.1.0', '610-1', 'staging');
    expect([await statusOf(first), await statusOf(second)]).toEqual(['Ready for Verification', 'Ready for Verification']);
    const [moved] = await decisions('defect-moved');
    expect(moved?.sentence).toBe(
      'A defect was moved from In Review to Ready for Verification, because 6.1.0 was deployed to Staging.',
    );
    expect(moved?.who).toMatchObject({ kind: 'app' });
    for (const name of ['Back to work', 'Send to review']) expect(await tries(first, name)).toBe('moved');
    await sandbox.advance('16m');
    expect(await statusOf(first)).toBe('In Review');
    expect(await decisions('defect-moved')).toHaveLength(2);
  });

  test('not what came to review after it, which is not in it', async () => {
    const late = await inReview();
    await sandbox.advance('11m');
    expect(await statusOf(late)).toBe('In Review');
    await deploys('6.1.0', '610-2', 'staging');
    expect(await statusOf(late)).toBe('Ready for Verification');
  });

  test('what a rule of the workflow stops is told, and not tried for ever', async () => {
    await deploys('6.1.0', '610-2', 'production');
    const stopped = await decisions('defect-not-moved');
    expect(stopped[0]?.sentence).toContain('A defect could not be moved from Ready for Verification to Closed');
    expect(stopped[0]?.sentence).toContain('set whether there is a workaround');
    await sandbox.advance('16m');
    expect(await decisions('defect-not-moved')).toHaveLength(stopped.length);
  });
});

test('a release enters production only from the stage before, where the gate asks for it', async () => {
  // SHOP deploys to a canary before production, which has no gate of its own.
  const version = await release('6.2.0');
  const production = async () => (await sandbox.published('SHOP', version)).stages['production'];
  const asks = async () => {
    await sandbox.advance('6m');
    const { state, sentence } = (await production()) ?? {};
    return [state, sentence];
  };
  expect(await asks()).toEqual([
    'held',
    '6.2.0 may not enter production: this release was never deployed to canary, or was rolled back there.',
  ]);
  await deploys('6.2.0', '620-1', 'staging');
  expect((await asks())[0]).toBe('held');
  await deploys('6.2.0', '620-1', 'canary');
  expect(await asks()).toEqual(['open', '6.2.0 may enter production: the one condition is met.']);
  const build = { version: '6.2.0', build: '620-2', branch: 'release/6.2.0' };
  await pipeline.send('build', { ...(await pipeline.envelope()), service: 'shop', ...build });
  await sandbox.settle();
  expect(await asks()).toEqual(['held', '6.2.0 may not enter production: build 620-2 never stood in canary.']);
});

describe('a fix that is shown to hold moves its defect', () => {
  let version: string;
  beforeAll(async () => {
    version = await release('6.3.0');
    const verified = { project: projectId, on: 'verified', stage: 'staging', from: status.ready, to: status.closed };
    expect(await save({ moves: [verified] })).toMatchObject({ kind: 'saved' });
  });

  const goes = async (key: string, ...names: readonly string[]) => {
    for (const name of names) expect(await tries(key, name)).toBe('moved');
    await sandbox.settle();
    await sandbox.advance('1m');
  };
  const toReady = ['Start work', 'Send to review', 'Ready to verify'];
  const moves = async () =>
    (await decisions('defect-moved')).filter(({ sentence }) => sentence.includes('holds in Staging')).length;
  const send = async (trigger: string, payload: object): Promise<void> => {
    const sent = await pipeline.send(trigger, { ...(await pipeline.envelope()), service: 'shop', version: '6.3.0', ...payload });
    expect([sent.status, sent.text.slice(0, 8)]).toEqual([202, 'Accepted']);
    await sandbox.settle();
    await sandbox.advance('1m');
  };
  const runs = async (build: string, failed: readonly string[]): Promise<void> => {
    const failures = failed.map((of) => ({
      ...{ name: `works in ${of}`, class: `${of}Test`, message: `${of}Error: broken` },
      trace: `${of}Error: broken\n    at ${of}.run (/ci/src/${of.toLowerCase()}.ts:7:3)`,
    }));
    const tally = { tests: 100, passed: 100 - failed.length, failed: failed.length, errors: 0, skipped: 0, flaky: 0 };
    await send('test-results', {
      ...{ kind: 'run', run: randomUUID(), suite: 'map', environment: 'staging', build, tally, failures },
    });
  };
  const looks = async (key: string, state: string): Promise<void> => {
    const { body } = await sandbox.rest('admin', 'GET', `/rest/api/3/issue/${key}`);
    const { id } = z.object({ id: z.string() }).parse(body);
    const said = { issueId: id, stage: 'staging', state, build: '', note: 'With the card of the report' };
    await sandbox.invoke('qa', { moduleKey: 'holdpoint-panel', issueKey: key }, 'setBehaviour', said);
    await sandbox.settle();
  };

  test('a green run after the fix came there, once; other green runs of the same build do not overrule who takes it back', async () => {
    await runs('630-1', ['Voucher']);
    await sandbox.advance('2m');
    const [made] = await sandbox.search('project = SHOP AND summary ~ "VoucherError"', 'admin');
    const key = made?.key ?? '';
    await goes(key, ...toReady);
    await runs('630-1', []);
    expect(await statusOf(key)).toBe('Ready for Verification');
    const sha = 'cd'.repeat(20);
    const commit = { sha, at: await sandbox.now(), message: `${key} Ask twice`, author: 'dev', parents: 1 };
    const pushed = { repository: 'shop', branch: 'release/6.3.0', commits: [commit], service: undefined, version: undefined };
    await send('commits', pushed);
    await send('build', { build: '630-2', commit: sha, branch: 'release/6.3.0', changes: [sha] });
    await deploys('6.3.0', '630-2', 'staging');
    expect(await statusOf(key)).toBe('Ready for Verification');
    await runs('630-2', []);
    expect(await statusOf(key)).toBe('Closed');
    const [moved] = await decisions('defect-moved');
    expect(moved?.sentence).toBe('A defect was moved from Ready for Verification to Closed, because its fix holds in Staging.');
    const before = await moves();
    await goes(key, 'Reopen', ...toReady);
    await runs('630-2', []);
    await sandbox.advance('11m');
    expect(await statusOf(key)).toBe('Ready for Verification');
    expect(await moves()).toBe(before);
    await send('build', { build: '630-3', commit: 'ef'.repeat(20), branch: 'release/6.3.0', changes: ['ef'.repeat(20)] });
    await deploys('6.3.0', '630-3', 'staging');
    await runs('630-3', []);
    expect(await statusOf(key)).toBe('Closed');
    expect(await moves()).toBe(before + 1);
  });

  test("a person's look after it was done, at once; not what somebody said when it was reported", async () => {
    const key = await sandbox.createDefect('SHOP', version, 'S3');
    await sandbox.settle();
    await looks(key, 'not-reproduced');
    await goes(key, ...toReady);
    await sandbox.advance('11m');
    expect(await statusOf(key)).toBe('Ready for Verification');
    await looks(key, 'not-reproduced');
    expect(await statusOf(key)).toBe('Closed');
    await goes(key, 'Reopen', ...toReady);
    await sandbox.advance('11m');
    expect(await statusOf(key)).toBe('Ready for Verification');
  });

  test('and a change of status can need it', async () => {
    const needs = [{ kind: 'verified', stage: 'staging' }];
    expect(await save({ rows: [{ project: 'any', from: status.ready, to: status.closed, needs }] })).toMatchObject({
      kind: 'saved',
    });
    const key = await sandbox.createDefect('SHOP', version, 'S3');
    await sandbox.settle();
    await goes(key, ...toReady);
    expect(await tries(key, 'Close')).toContain('Nothing has shown yet that its fix holds in staging.');
    await looks(key, 'reproduced');
    expect(await tries(key, 'Close')).toContain('Nothing has shown yet that its fix holds in staging.');
    await looks(key, 'fixed');
    expect(await tries(key, 'Close')).toBe('moved');
  });
});
