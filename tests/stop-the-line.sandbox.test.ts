import { z } from 'zod';
import { bridgeCalls } from '../src/contracts/bridge';
import type { BridgeCall } from '../src/contracts/bridge';
import { Pipeline } from './pipeline';
import { RunningSandbox } from './running-sandbox';
import type { Person } from './running-sandbox';

/** Says at least this. */
const saying = (text: string): unknown => expect.stringContaining(text);
const some = (parts: Record<string, unknown>): unknown => expect.objectContaining(parts);

/**
 * M4.2, stop the line: deployed, dark and exposed are states of their own; an S1 in what is deployed dark holds every further stage of the
 * release within a minute, tells the owners, and is lifted by two different people; a drill does the same without holding. Everything
 * comes through Jira's REST API and the web triggers of pipelines, and time is the sandbox's clock.
 */
jest.setTimeout(300_000);

let sandbox: RunningSandbox;
let pipeline: Pipeline;
let projectId: string;
let versionId: string;
let fieldIds: ReadonlyMap<string, string>;
const shop = { moduleKey: 'holdpoint-project', projectKey: 'SHOP' };
const settingsPage = { moduleKey: 'holdpoint-settings' };

async function saveGates(stopTheLine: Record<string, unknown>): Promise<void> {
  const { settings, revision } = await sandbox.screen('admin', settingsPage, 'settings', bridgeCalls.settings.view, {});
  const gates = { ...settings.gates, stopTheLine: { ...settings.gates.stopTheLine, ...stopTheLine } };
  const document = { ...settings, gates, notifications: { ...settings.notifications, on: true, rules: [] } };
  const saved = await sandbox.screen('admin', settingsPage, 'saveSettings', bridgeCalls.saveSettings.view, {
    ...{ settings: document, revision },
  });
  expect(saved.kind).toBe('saved');
  await sandbox.settle();
}

/** A release without a defect, and its ticket. */
async function release(name: string): Promise<{ id: string; ticket: string }> {
  const made = await sandbox.rest('admin', 'POST', '/rest/api/3/version', { name, projectId: Number(projectId) });
  const { id } = z.object({ id: z.string() }).parse(made.body);
  const ticket = await create({ issuetype: { name: 'Release' }, summary: `Release ${name}`, fixVersions: [{ id }] }, 'rhea');
  await sandbox.settle();
  return { id, ticket };
}

async function create(fields: Record<string, unknown>, who: Person = 'dev'): Promise<string> {
  const made = await sandbox.rest(who, 'POST', '/rest/api/3/issue', { fields: { project: { key: 'SHOP' }, ...fields } });
  if (made.status !== 201) throw new Error(`Creating an issue answered ${made.status}: ${JSON.stringify(made.body)}`);
  return z.object({ key: z.string() }).parse(made.body).key;
}

const custom = (name: string, value: string) => ({ [fieldIds.get(name) ?? name]: value });
/** Reports a defect that says which release has it; it blocks no gate by itself. */
const reports = (severity: string, more: Record<string, unknown> = {}) =>
  create({
    ...{ issuetype: { name: 'Bug' }, summary: 'Checkout refuses every card', versions: [{ id: versionId }] },
    ...{ ...custom('Defect severity', severity), ...more },
  });
async function edit(key: string, fields: Record<string, unknown>): Promise<void> {
  expect((await sandbox.rest('dev', 'PUT', `/rest/api/3/issue/${key}`, { fields })).status).toBe(204);
}

async function send(trigger: string, payload: Record<string, unknown>): Promise<void> {
  const sent = await pipeline.send(trigger, { ...(await pipeline.envelope()), service: 'shop', ...payload });
  if (sent.status !== 202) throw new Error(`${sent.status}: ${sent.text}`);
  await sandbox.settle();
}
const deploys = (environment: string, build: string, more: Record<string, unknown> = {}) =>
  send('deployment', { version: '7.0.0', build, environment, deployment: `${environment}-${build}`, step: 'finish', ...more });

const call = <View extends z.ZodType>(who: Person, name: BridgeCall, view: View, payload: Record<string, unknown> = {}) =>
  sandbox.screen(who, shop, name, view, { projectId, versionId, ...payload });
const control = (who: Person = 'rhea') => call(who, 'gateControl', bridgeCalls.gateControl.view);
const lines = async () => (await control()).holds.filter(({ title }) => title === 'The line is stopped');
const standing = async () => (await lines()).filter((line) => line.standing);
const stageOf = async (key: string) => (await sandbox.published('SHOP', versionId)).stages[key];
const ledger = async (kind: string) =>
  (await sandbox.screen('rhea', shop, 'decisions', bridgeCalls.decisions.view, { projectId, kind })).decisions;
const lift = (who: Person, holdId: string) =>
  call(who, 'liftHold', bridgeCalls.liftHold.view, { holdId, because: 'The fix is in the next build.' });
async function liftAll(): Promise<void> {
  for (const { id } of await standing()) {
    expect(await lift('rhea', id)).toMatchObject({ kind: 'done' });
    expect(await lift('head', id)).toMatchObject({ kind: 'done' });
  }
  await sandbox.settle();
}
async function comments(issue: string): Promise<string[]> {
  const { body } = await sandbox.rest('rhea', 'GET', `/rest/api/3/issue/${issue}/comment`);
  const { comments: all } = z.object({ comments: z.array(z.object({ body: z.unknown() })) }).parse(body);
  return all.map((comment) => JSON.stringify(comment.body));
}
const seconds = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / 1000;

let ticket: string;

beforeAll(async () => {
  sandbox = await RunningSandbox.start('40');
  pipeline = new Pipeline(sandbox);
  projectId = z.object({ id: z.string() }).parse((await sandbox.rest('admin', 'GET', '/rest/api/3/project/SHOP')).body).id;
  const fields = z.array(z.looseObject({ id: z.string(), name: z.string() }));
  const { body } = await sandbox.rest('dev', 'GET', '/rest/api/3/field');
  fieldIds = new Map(fields.parse(body).map(({ id, name }) => [name, id]));
  await sandbox.grant('SHOP', 'Lift Holdpoint holds', 'Release managers');
  await sandbox.grant('SHOP', 'Lift Holdpoint holds', 'Approvers');
  await saveGates({});
  const made = await release('7.0.0');
  [versionId, ticket] = [made.id, made.ticket];
  await sandbox.advance('6m');
});
afterAll(async () => expect(await sandbox.stop()).toEqual([]));

test('deployed, dark and exposed are three states of a deployment', async () => {
  const exposures = async () =>
    (await call('rhea', 'releaseDeployments', bridgeCalls.releaseDeployments.view)).deployments.map(({ exposure }) => exposure);
  await deploys('test', '700-1');
  expect(await exposures()).toEqual(['untold']);
  await deploys('test', '700-1', { dark: true, at: await sandbox.now(), sequence: 1 });
  expect(await exposures()).toEqual(['dark']);
  await deploys('test', '700-1', { step: 'expose', exposure: 25 });
  expect(await exposures()).toEqual([25]);
});

test('an S1 in what is exposed, or in what nobody said is dark, stops nothing', async () => {
  await deploys('staging', '700-1');
  await reports('S1', custom('Detected in', 'Staging'));
  await reports('S1', custom('Detected in', 'Test'));
  await sandbox.settle();
  expect(await lines()).toEqual([]);
  expect((await stageOf('production'))?.state).toBe('open');
});

describe('an S1 in what is deployed dark', () => {
  let reportedAt: string;

  test('holds every further stage within a minute of the event, and no earlier one', async () => {
    await deploys('staging', '700-2', { dark: true });
    await sandbox.transition(ticket, 'Start stabilisation');
    expect((await sandbox.transition(ticket, 'Deploy to staging')).status).toBe(204);
    await sandbox.settle();
    expect((await sandbox.transitions(ticket)).map(({ name }) => name)).toContain('Deploy to production');
    reportedAt = await sandbox.now();
    const key = await reports('S1', custom('Detected in', 'Staging'));
    await sandbox.settle();
    await sandbox.until('SHOP', versionId, 'production', 'held');
    expect(seconds(reportedAt, await sandbox.now())).toBeLessThan(60);

    const [line, ...others] = await standing();
    expect(others).toEqual([]);
    expect(line).toMatchObject({
      ...{ stages: ['Canary', 'Production'], lifters: 2, agreed: [], mayLift: true, placedBy: null },
      because: 'A defect (S1) was seen in Staging, where 7.0.0, build 700-2, is deployed dark.',
      line: { defect: key, notTold: null },
    });
    expect(line?.line?.stoppedAfterSeconds).toBeLessThan(60);
    expect(line?.line?.toldAfterSeconds).toBeLessThan(60);
    expect((await stageOf('staging'))?.state).toBe('open');
    expect((await stageOf('production'))?.sentence).toMatch(/^7\.0\.0 may not enter production: the line is stopped since/);
  });

  test('keeps the release ticket where it is', async () => {
    const offered = (await sandbox.transitions(ticket)).map(({ name }) => name);
    expect(offered).not.toContain('Deploy to production');
  });

  test('tells the owners on the release ticket, once', async () => {
    const told = (await comments(ticket)).filter((comment) => comment.includes('The line is stopped'));
    expect(told).toHaveLength(1);
    expect(told[0]).toContain('is dark. The line is stopped for Canary and Production.');
    expect(told[0]).toContain('The gate of 7.0.0 for Production turned from open to held');
    expect(told[0]).toContain('"mention"');
    expect(await ledger('hold-placed')).toEqual([some({ sentence: saying('The line was stopped for 7.0.0') })]);
    expect(await ledger('hold-told')).toHaveLength(1);
  });

  test('stops it once, however often its event comes', async () => {
    const [line] = await standing();
    await edit(line?.line?.defect ?? '', { summary: 'Checkout refuses every card of one bank' });
    await sandbox.settle();
    await sandbox.advance('6m');
    expect(await lines()).toHaveLength(1);
  });

  test('is lifted by two different people, each with a reason', async () => {
    const [line] = await standing();
    const id = line?.id ?? '';
    expect(await lift('dev', id)).toMatchObject({ kind: 'refused', message: saying('may lift holds') });
    expect(await lift('rhea', id)).toMatchObject({ kind: 'done', sentence: saying('one more person') });
    expect((await stageOf('production'))?.state).toBe('held');
    expect(await lift('rhea', id)).toMatchObject({ kind: 'refused', message: saying('somebody else') });
    expect((await standing())[0]).toMatchObject({ mayLift: false, agreed: [{ accountId: 'sandbox:rhea' }] });
    expect(await lift('head', id)).toMatchObject({ kind: 'done', sentence: 'The hold is lifted.' });
    await sandbox.settle();
    expect((await stageOf('production'))?.state).toBe('open');
    expect(await ledger('hold-lifted')).toHaveLength(1);
  });

  test('does not stop it again by an old sighting, but by a new one in a newer build', async () => {
    const [line] = await lines();
    const key = line?.line?.defect ?? '';
    await edit(key, { summary: 'Checkout still refuses cards' });
    await send('test-results', {
      kind: 'sighting',
      issue: key,
      environment: 'staging',
      version: '7.0.0',
      build: '700-2',
    });
    expect(await standing()).toEqual([]);
    await deploys('staging', '700-3', { dark: true });
    expect(await standing()).toEqual([]);
    await send('test-results', {
      kind: 'sighting',
      issue: key,
      environment: 'staging',
      version: '7.0.0',
      build: '700-3',
    });
    expect(await standing()).toHaveLength(1);
    expect((await stageOf('production'))?.state).toBe('held');
    await liftAll();
  });
});

test('a defect that is raised to S1, and an incident that no defect stands for, stop it too', async () => {
  const key = await reports('S3', custom('Detected in', 'Staging'));
  await sandbox.settle();
  expect(await standing()).toEqual([]);
  await edit(key, custom('Defect severity', 'S1'));
  await sandbox.settle();
  expect((await standing()).map(({ line }) => line?.defect)).toEqual([key]);
  await liftAll();
  const at = await sandbox.now();
  await send('incident', { incident: 'INC-70', title: 'Charged twice', severity: 'S1', environment: 'staging', startedAt: at });
  expect((await standing())[0]).toMatchObject({
    because: saying('The incident INC-70 (S1) was seen in Staging'),
    line: { defect: null },
  });
  await liftAll();
});

test('a function that dies half-way stops it once all the same', async () => {
  await sandbox.control('faults', { seed: 7, kill: 0.3 });
  const key = await reports('S1', custom('Detected in', 'Staging'));
  await sandbox.settle();
  await sandbox.control('faults', {});
  await sandbox.advance('6m');
  expect((await standing()).map(({ line }) => line?.defect)).toEqual([key]);
  expect((await standing())[0]?.line).toMatchObject({ notTold: null, toldAfterSeconds: expect.any(Number) as unknown });
  await liftAll();
});

describe('in whatever order it comes', () => {
  /** Changes Jira without a word to the app. */
  async function unheard<Result>(change: () => Promise<Result>): Promise<Result> {
    await sandbox.control('faults', { drop: 1 });
    const result = await change();
    await sandbox.settle();
    await sandbox.control('faults', {});
    expect(await standing()).toEqual([]);
    return result;
  }
  const defects = async () => (await standing()).map(({ line }) => line?.defect);
  const sees = (issue: string, build: string) =>
    send('test-results', { kind: 'sighting', issue, environment: 'staging', version: '7.0.0', build });

  test('its event comes late and twice: it stops the line once, within the minute', async () => {
    await sandbox.control('faults', { duplicate: 1, delay: { share: 1, max: '20s' } });
    const key = await reports('S1', custom('Detected in', 'Staging'));
    await sandbox.advance('30s');
    await sandbox.control('faults', {});
    expect(await defects()).toEqual([key]);
    await liftAll();
  });

  test('its event is lost: the next reading finds it, and stops the line', async () => {
    const reported = await unheard(() => reports('S1', custom('Detected in', 'Staging')));
    await sandbox.advance('6m');
    expect(await defects()).toEqual([reported]);
    await liftAll();
  });

  test('the functions that read it die before they stop anything: the reading after that does', async () => {
    const key = await reports('S3', custom('Detected in', 'Staging'));
    await sandbox.settle();
    await unheard(() => edit(key, custom('Defect severity', 'S1')));
    await sandbox.control('faults', { seed: 11, kill: 0.6 });
    await sandbox.advance('6m');
    await sandbox.control('faults', {});
    await sandbox.advance('6m');
    expect(await defects()).toEqual([key]);
    await liftAll();
  });

  test('the dark deployment is told last: what was raised, opened again, sighted or told of an incident before that stops it', async () => {
    await deploys('staging', '700-3', { step: 'expose', exposure: 100 });
    const raised = await reports('S3', custom('Detected in', 'Staging'));
    const sighted = await reports('S1', { versions: [] });
    await sandbox.advance('1m');
    const at = await sandbox.now();
    await sandbox.advance('1m');
    await edit(raised, custom('Defect severity', 'S1'));
    await sees(sighted, '700-4');
    const told = { incident: 'INC-71', title: 'Charged twice', severity: 'S1', environment: 'staging', build: '700-4' };
    await send('incident', { ...told, startedAt: await sandbox.now() });
    const over = { incident: 'INC-72', title: 'Charged thrice', severity: 'S1', environment: 'staging', build: '700-4' };
    await send('incident', { ...over, startedAt: await sandbox.now(), resolvedAt: await sandbox.now() });
    expect(await standing()).toEqual([]);
    await deploys('staging', '700-4', { dark: true, at });
    expect((await defects()).sort()).toEqual([raised, sighted, null].sort());
    expect((await standing()).map(({ because }) => because)).toContainEqual(saying('The incident INC-71 (S1)'));
    await liftAll();
  });

  test('of which release the build is, is told last', async () => {
    await deploys('staging', '700-5', { dark: true, version: null });
    const key = await reports('S1', custom('Detected in', 'Staging'));
    await sandbox.settle();
    expect(await standing()).toEqual([]);
    await send('build', { version: '7.0.0', build: '700-5', state: 'successful', finishedAt: await sandbox.now() });
    expect(await defects()).toEqual([key]);
    await liftAll();
  });

  test('the deployment to an earlier stage is told last: the stages in between are held as well', async () => {
    await deploys('staging', '700-5', { step: 'expose', exposure: 100, version: null });
    const at = await sandbox.now();
    await sandbox.advance('1m');
    await deploys('canary', '700-6', { dark: true });
    const key = await reports('S1');
    await sandbox.settle();
    expect((await standing()).map(({ stages }) => stages)).toEqual([['Production']]);
    await deploys('staging', '700-6', { dark: true, at });
    expect((await standing()).map(({ stages }) => stages).sort()).toEqual([['Canary'], ['Production']]);
    expect(await defects()).toEqual([key, key]);
    await liftAll();
  });

  test('an incident stops it, and the defect that stands for it later does not do so again', async () => {
    const told = {
      incident: 'INC-73',
      title: 'Cards refused',
      severity: 'S1',
      environment: 'staging',
      startedAt: await sandbox.now(),
    };
    await send('incident', told);
    const key = await reports('S1', { versions: [] });
    await sandbox.settle();
    await send('incident', { ...told, issue: key, at: await sandbox.now(), sequence: 1 });
    expect(await defects()).toEqual([null]);
    await liftAll();
  });
});

test('an admin says which severities and stages count, and switches it off', async () => {
  await saveGates({ severities: ['S1', 'S2'], stages: ['canary'] });
  await reports('S1', custom('Detected in', 'Staging'));
  await sandbox.settle();
  expect(await standing()).toEqual([]);
  await saveGates({ stages: null });
  const milder = await reports('S2', custom('Detected in', 'Staging'));
  await sandbox.settle();
  expect((await standing()).map(({ line }) => line?.defect)).toEqual([milder]);
  await liftAll();
  await saveGates({ severities: ['S1'], on: false });
  await reports('S1', custom('Detected in', 'Staging'));
  await sandbox.settle();
  expect(await standing()).toEqual([]);
});

describe('a drill', () => {
  const start = (who: Person) => call(who, 'startDrill', bridgeCalls.startDrill.view, { stage: 'staging' });
  const act = (who: Person, drillId: string, name: string) =>
    call(who, 'actOnDrill', bridgeCalls.actOnDrill.view, { drillId, act: name, because: 'The payment switch could be used.' });
  const newest = async (who: Person = 'rhea') => (await control(who)).drills[0];

  test('is started by who may place holds, holds nothing, and tells the owners that it is one', async () => {
    expect(await start('dev')).toMatchObject({ kind: 'refused' });
    expect(await start('rhea')).toMatchObject({ kind: 'done' });
    expect(await start('head')).toMatchObject({ kind: 'refused', message: saying('running already') });
    await sandbox.settle();
    const drill = await newest();
    expect(drill).toMatchObject({ state: 'running', stage: 'Staging', stages: ['Canary', 'Production'], notTold: null });
    expect(drill?.seconds.stopped).toBeLessThan(60);
    expect(drill?.seconds.told).toBeLessThan(60);
    expect(await standing()).toEqual([]);
    expect((await stageOf('production'))?.state).toBe('open');
    const [told, ...others] = (await comments(ticket)).filter((comment) => comment.includes('DRILL, nothing is held'));
    expect(told).toContain('The line would be stopped for Canary and Production.');
    expect(others).toEqual([]);
  });

  test('ends when two different people agreed, and reports how long each step took', async () => {
    const id = (await newest())?.id ?? '';
    expect(await act('dev', id, 'agree')).toMatchObject({ kind: 'refused' });
    await sandbox.advance('2m');
    expect(await act('rhea', id, 'agree')).toMatchObject({ kind: 'done', sentence: saying('one more person') });
    expect(await act('rhea', id, 'agree')).toMatchObject({ kind: 'refused', message: saying('somebody else') });
    await sandbox.advance('1m');
    expect(await act('lead', id, 'agree')).toMatchObject({ kind: 'done', sentence: saying('The drill is over') });
    const drill = await newest();
    expect(drill?.state).toBe('over');
    const { stopped, told, first, second } = drill?.seconds ?? {};
    expect([stopped, told, first, second].every((one) => typeof one === 'number')).toBe(true);
    expect(first).toBeGreaterThanOrEqual(120);
    expect(second).toBeGreaterThanOrEqual(180);
    expect(await ledger('drill-over')).toEqual([some({ sentence: saying(`the second after ${String(second)} s`) })]);
  });

  test('is called off by one', async () => {
    expect(await start('head')).toMatchObject({ kind: 'done' });
    await sandbox.settle();
    expect(await act('rhea', (await newest())?.id ?? '', 'call-off')).toMatchObject({ kind: 'done' });
    expect((await newest())?.state).toBe('called-off');
    expect(await ledger('drill-called-off')).toHaveLength(1);
  });
});
