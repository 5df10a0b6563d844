import { createHash } from 'node:crypto';
import { z } from 'zod';
import { bridgeCalls } from '../src/contracts/bridge';
import type { BridgeCall } from '../src/contracts/bridge';
import { Pipeline } from './pipeline';
import { RunningSandbox } from './running-sandbox';
import type { Person } from './running-sandbox';

/**
 * M1.4, the freeze of a release while its candidate stabilises: how it begins, what is caught by whatever way it came in, what is let in
 * by an exception, and what the report says of it. 4.2.5 is stabilised, 4.3.0 comes after it.
 */
jest.setTimeout(240_000);

let sandbox: RunningSandbox;
let projectId: string;
let version: string;
let next: string;
const settingsPage = { moduleKey: 'holdpoint-settings' };
const shop = { moduleKey: 'holdpoint-project', projectKey: 'SHOP' };
/** Says at least this. */
const saying = (text: string): unknown => expect.stringContaining(text);

beforeAll(async () => {
  sandbox = await RunningSandbox.start('300');
  projectId = z.object({ id: z.string() }).parse((await sandbox.rest('admin', 'GET', '/rest/api/3/project/SHOP')).body).id;
  const fields = { name: '4.2.5', projectId: Number(projectId), releaseDate: '2026-11-20' };
  const made = await sandbox.rest('admin', 'POST', '/rest/api/3/version', fields);
  version = z.object({ id: z.string() }).parse(made.body).id;
  next = await sandbox.versionId('SHOP', '4.3.0');
  await configure({ action: 'move', startStatus: 'In stabilisation' });
});
afterEach(() => sandbox.control('faults', {}));
afterAll(async () => expect(await sandbox.stop()).toEqual([]));

const call = <View extends z.ZodType>(who: Person, name: BridgeCall, view: View, payload: unknown) =>
  sandbox.screen(who, shop, name, view, payload);

async function configure(freezes: Record<string, unknown>): Promise<void> {
  const { settings, revision } = await sandbox.screen('admin', settingsPage, 'settings', bridgeCalls.settings.view, {});
  const gates = { ...settings.gates, freezes: { ...settings.gates.freezes, ...freezes } };
  const saved = await sandbox.screen('admin', settingsPage, 'saveSettings', bridgeCalls.saveSettings.view, {
    settings: { ...settings, gates },
    revision,
  });
  expect(saved.kind).toBe('saved');
  await sandbox.settle();
}

const report = (who: Person = 'rhea', versionId = version) =>
  call(who, 'freeze', bridgeCalls.freeze.view, { projectId, versionId });
const ledger = async (kind: string) =>
  (await call('rhea', 'decisions', bridgeCalls.decisions.view, { projectId, kind, issueKey: null })).decisions;

const issueSchema = z.object({
  id: z.string(),
  fields: z.object({ fixVersions: z.array(z.object({ name: z.string() })), labels: z.array(z.string()) }),
});
async function issue(key: string) {
  const { body } = await sandbox.rest('qa', 'GET', `/rest/api/3/issue/${key}?fields=fixVersions,labels`);
  const { id, fields } = issueSchema.parse(body);
  return { id, labels: fields.labels, planned: fields.fixVersions.map(({ name }) => name).sort() };
}
async function said(key: string): Promise<string> {
  return JSON.stringify((await sandbox.rest('qa', 'GET', `/rest/api/3/issue/${key}/comment`)).body);
}
async function put(key: string, versionIds: readonly string[], who: Person = 'qa'): Promise<void> {
  const fields = { fixVersions: versionIds.map((id) => ({ id })) };
  expect((await sandbox.rest(who, 'PUT', `/rest/api/3/issue/${key}`, { fields })).status).toBe(204);
}
/** What happens within a minute of the sandbox's clock, and no tick of five minutes in it. */
async function aMinute(): Promise<void> {
  await sandbox.settle();
  await sandbox.advance('50s');
}
/** A defect of 4.3.0, which is not frozen. */
const waiting = (severity: string | null) => sandbox.createDefect('SHOP', next, severity, 'qa');

test('it begins when the release ticket enters the status that the settings name', async () => {
  expect(await report()).toMatchObject({ state: 'none', may: { begin: false } });
  const before = await sandbox.createDefect('SHOP', version, 'S4', 'qa');
  const { body } = await sandbox.rest('rhea', 'POST', '/rest/api/3/issue', {
    fields: {
      ...{ project: { key: 'SHOP' }, issuetype: { name: 'Release' }, summary: 'Release 4.2.5' },
      fixVersions: [{ id: version }],
    },
  });
  const { key } = z.object({ key: z.string() }).parse(body);
  await aMinute();
  expect((await report()).state).toBe('none');
  await sandbox.transition(key, 'Start stabilisation');
  await aMinute();
  expect(await report()).toMatchObject({ state: 'frozen', cause: 'ticket', admits: ['S1', 'S2'], attempts: [], inside: [] });
  expect((await ledger('freeze-begun'))[0]?.sentence).toMatch(
    /^4\.2\.5 is frozen since 2 November 2026, .* by its release ticket\.$/,
  );
  expect((await issue(before)).planned).toEqual(['4.2.5']);
});

/** What the charts of the project say of the freeze: the line of *Forecast*, the markers of *Flow*. */
async function charted() {
  const { frozen } = await call('rhea', 'forecast', bridgeCalls.forecast.view, { projectId, versionId: version });
  const { markers } = await call('rhea', 'flow', bridgeCalls.flow.view, { projectId, range: '30', by: 'status' });
  return { frozen, markers: markers.filter(({ name }) => name === '4.2.5').map(({ kind, how }) => [kind, how]) };
}

test('the charts show since when it stands, and by what', async () => {
  const { frozen, markers } = await charted();
  expect(frozen).toEqual([{ since: saying('2026-11-02T'), until: null, how: 'by its release ticket', byRelease: false }]);
  expect(markers).toContainEqual(['frozen', 'by its release ticket']);
});

test('whoever puts a defect in, on a screen or by REST, finds it in the next release within a minute, with the reason', async () => {
  const key = await waiting('S3');
  await put(key, [version]);
  await aMinute();
  expect((await issue(key)).planned).toEqual(['4.3.0']);
  expect(await said(key)).toContain('Moved from 4.2.5, which is frozen, to 4.3.0.');
  expect(await said(key)).toContain('only S1 and S2 may still come in; this one is S3');
  const { attempts, counts, inside } = await report();
  expect(attempts[0]).toMatchObject({ defect: { key }, result: 'moved', to: '4.3.0', who: { accountId: 'sandbox:qa' } });
  expect([counts.moved, inside]).toEqual([1, []]);
  const [entry] = await ledger('freeze-attempt');
  expect(entry?.sentence).toBe('A defect of severity S3 was put into 4.2.5 after its freeze. It was moved to 4.3.0.');
  expect(JSON.stringify(entry)).toContain('sandbox:qa');
});

test('many at once are each caught once; what may come in stays, and a severity that is left empty is no way around', async () => {
  const bulk = await Promise.all(['S3', 'S4', null, 'S1', 'S2'].map(waiting));
  await sandbox.settle();
  await Promise.all(bulk.map((key) => put(key, [version, next], 'dev')));
  const created = await sandbox.createDefect('SHOP', version, 'S4', 'dev');
  await aMinute();
  const planned = await Promise.all([...bulk, created].map(async (key) => (await issue(key)).planned.join()));
  const both = '4.2.5,4.3.0';
  expect(planned).toEqual(['4.3.0', '4.3.0', '4.3.0', both, both, '4.3.0']);
  await sandbox.advance('11m');
  expect((await report()).counts).toEqual({ moved: 5, flagged: 0, recorded: 0, left: 0 });
  expect(await ledger('freeze-attempt')).toHaveLength(5);
  expect((await said(bulk[0] ?? '')).split('which is frozen').length).toBe(2);
  expect((await report()).inside.map(({ defect, admission }) => [defect.severity, admission])).toEqual(
    expect.arrayContaining([
      ['S1', 'admitted'],
      ['S2', 'admitted'],
    ]),
  );
});

test('an edit whose event was lost is caught by the next reading', async () => {
  const key = await waiting('S4');
  await sandbox.settle();
  await sandbox.control('faults', { seed: 3, drop: 1 });
  await put(key, [version]);
  await aMinute();
  await sandbox.control('faults', {});
  expect((await issue(key)).planned).toEqual(['4.2.5']);
  await sandbox.advance('11m');
  expect((await issue(key)).planned).toEqual(['4.3.0']);
});

test('whatever dies on the way, each attempt is moved, commented and entered once', async () => {
  const before = (await report()).counts.moved;
  const keys = [await waiting('S3'), await waiting('S4'), await waiting(null)];
  await sandbox.settle();
  await sandbox.control('faults', { seed: 11, kill: 0.4, http: { 500: 0.1 } });
  for (const key of keys) await put(key, [version]).catch(() => put(key, [version]));
  await sandbox.advance('20m');
  await sandbox.control('faults', {});
  await sandbox.advance('16m');
  for (const key of keys) {
    expect((await issue(key)).planned).toEqual(['4.3.0']);
    expect((await said(key)).split('which is frozen').length).toBe(2);
  }
  expect((await report()).counts.moved).toBe(before + 3);
  expect(await ledger('freeze-attempt')).toHaveLength(before + 3);
});

describe('An exception', () => {
  let key: string;
  let defectId: string;
  const ask = (who: Person, more: Record<string, unknown> = {}) =>
    call(who, 'askException', bridgeCalls.askException.view, {
      ...{ issueId: defectId, versionId: version, because: 'A partner goes live with it.', hours: 2 },
      ...more,
    });
  const decide = (who: Person, act: string, because = 'Agreed in the meeting.') =>
    call(who, 'decideException', bridgeCalls.decideException.view, { projectId, versionId: version, defectId, act, because });
  const panel = async () => {
    const { releases } = await call('qa', 'defectFreezes', bridgeCalls.defectFreezes.view, { issueId: defectId });
    return releases.find((release) => release.version.id === version);
  };

  test('is asked for in the panel, with a reason and for some hours', async () => {
    key = await waiting('S3');
    await aMinute();
    defectId = (await issue(key)).id;
    expect(await panel()).toMatchObject({ place: 'out', askable: true, exception: null });
    expect(await ask('qa', { because: ' ' })).toMatchObject({ kind: 'refused', message: saying('Say why') });
    expect(await ask('qa', { hours: 1000 })).toMatchObject({ kind: 'refused', message: 'Choose 1 to 48 hours.' });
    expect(await ask('admin')).toMatchObject({ kind: 'done' });
    expect(await ask('qa')).toMatchObject({ kind: 'refused', message: saying('waits for a decision') });
    expect(await panel()).toMatchObject({ askable: false, exception: { state: 'requested' } });
  });

  test('is approved by somebody else who may override gates, and lets the defect in', async () => {
    expect(await decide('dev', 'approve')).toMatchObject({ kind: 'refused', message: saying('override gates') });
    expect(await decide('admin', 'approve')).toMatchObject({ kind: 'refused', message: saying('somebody else') });
    expect(await decide('admin', 'refuse')).toMatchObject({ kind: 'done' });
    expect(await ask('qa')).toMatchObject({ kind: 'done' });
    expect(await decide('admin', 'approve')).toMatchObject({ kind: 'done' });
    await put(key, [version]);
    await aMinute();
    expect((await issue(key)).planned).toEqual(['4.2.5']);
    expect(await panel()).toMatchObject({ place: 'exception' });
    expect((await report()).exceptions[0]).toMatchObject({
      state: 'approved',
      defect: { key },
      until: expect.any(String) as unknown,
    });
    expect(await ledger('freeze-exception-approved')).toHaveLength(1);
  });

  test('is over by itself: what came in under it stays, and what comes in after it is caught', async () => {
    await sandbox.advance('131m');
    expect((await issue(key)).planned).toEqual(['4.2.5']);
    expect((await report()).exceptions[0]?.state).toBe('expired');
    expect(await ledger('freeze-exception-expired')).toHaveLength(1);
    await put(key, [next]);
    await aMinute();
    await put(key, [version]);
    await aMinute();
    expect((await issue(key)).planned).toEqual(['4.3.0']);
  });
});

/** Tells of a commit to main. @returns how many pushes have broken the rule of their branch so far */
async function push(message: string): Promise<number> {
  const pipeline = new Pipeline(sandbox);
  const commit = { sha: createHash('sha1').update(message).digest('hex'), message, author: 'Dev', at: await sandbox.now() };
  const payload = { ...(await pipeline.envelope()), repository: 'shop', branch: 'main', commits: [commit] };
  expect((await pipeline.send('commits', payload)).status).toBe(202);
  await sandbox.settle();
  return (await ledger('push-broke-rule')).length;
}

test('where the settings say so it is flagged instead, no commit may name it, and the flag goes as soon as it may stay', async () => {
  await configure({ action: 'flag' });
  const key = await waiting('S4');
  await put(key, [version]);
  await aMinute();
  expect(await issue(key)).toMatchObject({ planned: ['4.2.5'], labels: ['needs-freeze-exception'] });
  expect(await said(key)).toContain('Choose another fix version, or ask for an exception');
  expect((await report()).inside.find(({ defect }) => defect.key === key)?.admission).toBe('violation');
  expect(await push(`${key} Round totals once`)).toBe(1);
  const { id } = await issue(key);
  const wish = { issueId: id, versionId: version, because: 'Auditors need it.', hours: 1 };
  await call('qa', 'askException', bridgeCalls.askException.view, wish);
  const decision = { projectId, versionId: version, defectId: id, act: 'approve' };
  expect(await call('admin', 'decideException', bridgeCalls.decideException.view, decision)).toMatchObject({ kind: 'done' });
  await aMinute();
  expect(await issue(key)).toMatchObject({ planned: ['4.2.5'], labels: [] });
  expect(await push(`${key} Round totals twice`)).toBe(1);
});

describe("Jira's bulk edit", () => {
  const severities = ['S3', 'S4', null, 'S3'];
  let keys: string[];

  /** Puts all into one release, as the bulk edit of Jira's list of issues does. */
  async function bulk(versionId: string): Promise<void> {
    const versions = [{ fieldId: 'fixVersions', bulkEditMultiSelectFieldOption: 'REPLACE', versions: [{ versionId }] }];
    const { status, body } = await sandbox.rest('dev', 'POST', '/rest/api/3/bulk/issues/fields', {
      ...{ selectedIssueIdsOrKeys: keys, selectedActions: ['fixVersions'] },
      editedFieldsInput: { multipleVersionPickerFields: versions },
    });
    expect(status).toBe(201);
    const { taskId } = z.object({ taskId: z.string() }).parse(body);
    const task = (await sandbox.rest('dev', 'GET', `/rest/api/3/bulk/queue/${taskId}`)).body;
    expect(z.object({ processedAccessibleIssues: z.array(z.number()) }).parse(task).processedAccessibleIssues).toHaveLength(40);
  }
  const found = z.object({
    issues: z.array(
      z.object({ fields: z.object({ fixVersions: z.array(z.object({ name: z.string() })), labels: z.array(z.string()) }) }),
    ),
  });
  /** In how many ways the 40 stand: fix versions and labels. */
  async function stand(): Promise<string[]> {
    const asked = { issueIdsOrKeys: keys, fields: ['fixVersions', 'labels'] };
    const { issues } = found.parse((await sandbox.rest('qa', 'POST', '/rest/api/3/issue/bulkfetch', asked)).body);
    expect(issues).toHaveLength(40);
    return [...new Set(issues.map(({ fields }) => [...fields.fixVersions.map(({ name }) => name), ...fields.labels].join(', ')))];
  }

  /** The ledger shows a page at a time. */
  async function attemptsEntered(before: number | null = null): Promise<number> {
    const asked = { projectId, kind: 'freeze-attempt', issueKey: null, before };
    const { decisions, next: more } = await call('rhea', 'decisions', bridgeCalls.decisions.view, asked);
    return decisions.length + (more === null ? 0 : await attemptsEntered(more));
  }

  beforeAll(async () => {
    keys = [];
    for (let n = 0; n < 40; n += 1) keys.push(await waiting(severities[n % severities.length] ?? null));
    await sandbox.settle();
  });

  test.each([
    ['record', 'recorded', ['4.2.5']],
    ['flag', 'flagged', ['4.2.5, needs-freeze-exception']],
    ['move', 'moved', ['4.3.0']],
    ['back', 'moved', ['4.3.0']],
  ] as const)('puts 40 defects in; where the settings say %s, all 40 are %s within a minute', async (action, result, left) => {
    await configure({ action });
    const before = (await report()).counts;
    const entered = await attemptsEntered();
    await bulk(version);
    await aMinute();
    expect(await stand()).toEqual(left);
    const { counts } = await report();
    expect(counts).toEqual({ ...before, [result]: before[result] + 40 });
    expect((await attemptsEntered()) - entered).toBe(40);
    await bulk(next);
    await aMinute();
    expect(await stand()).toEqual(['4.3.0']);
    expect((await report()).counts).toEqual(counts);
  });
});

test('a validator refuses a transition that sets it, and says why', async () => {
  const key = await waiting('S3');
  await sandbox.settle();
  const [first] = await sandbox.transitions(key, 'dev');
  await attach(first?.name ?? '');
  const move = (versionIds: readonly string[]) =>
    sandbox.rest('dev', 'POST', `/rest/api/3/issue/${key}/transitions`, {
      transition: { id: first?.id },
      ...(versionIds.length === 0 ? {} : { update: { fixVersions: versionIds.map((id) => ({ add: { id } })) } }),
    });
  const refused = await move([version]);
  expect([refused.status, JSON.stringify(refused.body)]).toEqual([
    400,
    saying('4.2.5 is frozen: only S1 and S2 may still come in'),
  ]);
  expect((await move([])).status).toBe(204);
});

test('where the admin puts the rule on the transition that creates defects, only those that may come in are created there', async () => {
  const look = async () => {
    const view = await sandbox.screen('admin', settingsPage, 'workflowSetup', bridgeCalls.workflowSetup.view, { projectId });
    return view.workflows.find(({ name }) => name === 'Defect workflow');
  };
  const put = async (freeze: boolean) => {
    const workflow = await look();
    const create = workflow?.transitions.find(({ from }) => from === null);
    expect(create).toMatchObject({ name: 'Create', offersGate: false, offersChecks: ['freeze'] });
    const wishes = [{ transitionId: create?.id, stage: null, hide: true, deferral: false, freeze, map: false }];
    const wish = { workflowId: workflow?.id, seen: workflow?.version, wishes };
    const changed = await sandbox.screen('admin', settingsPage, 'changeWorkflow', bridgeCalls.changeWorkflow.view, wish);
    expect(changed.kind).toBe('done');
  };
  await put(true);
  expect((await look())?.transitions.find(({ from }) => from === null)?.words).toBe('keeps a defect out of frozen releases');
  await expect(sandbox.createDefect('SHOP', version, 'S3', 'dev')).rejects.toThrow(
    'answered 400: {"errorMessages":["4.2.5 is frozen: only S1 and S2 may still come in, and this one is S3. Create it with another fix version or none',
  );
  await expect(sandbox.createDefect('SHOP', version, null, 'dev')).rejects.toThrow('and this one has no severity');
  expect((await issue(await sandbox.createDefect('SHOP', version, 'S2', 'dev'))).planned).toEqual(['4.2.5']);
  expect((await issue(await sandbox.createDefect('SHOP', next, 'S4', 'dev'))).planned).toEqual(['4.3.0']);
  await put(false);
});

test('it is ended by hand with a reason, does not begin again by itself, and its report can be taken away', async () => {
  const end = (who: Person, because: string) =>
    call(who, 'changeFreeze', bridgeCalls.changeFreeze.view, { projectId, versionId: version, act: 'end', because });
  expect(await end('dev', 'Enough.')).toMatchObject({ kind: 'refused' });
  expect(await end('admin', ' ')).toMatchObject({ kind: 'refused', message: saying('Say why') });
  expect(await end('admin', 'The candidate is thrown away.')).toMatchObject({ kind: 'done' });
  await sandbox.advance('6m');
  expect(await report()).toMatchObject({ state: 'over', because: 'The candidate is thrown away.' });
  const { frozen, markers } = await charted();
  expect(frozen).toMatchObject([{ until: saying('2026-11-'), byRelease: false }]);
  expect(markers).toContainEqual(['unfrozen', 'lifted']);
  const key = await waiting('S4');
  await put(key, [version]);
  await aMinute();
  expect((await issue(key)).planned).toEqual(['4.2.5']);
  const { text, fileName } = await call('rhea', 'exportFreeze', bridgeCalls.exportFreeze.view, { projectId, versionId: version });
  expect(fileName).toMatch(/^SHOP-4\.2\.5-freeze-2026-11-\d\d\.csv$/);
  expect(text).toMatch(/^What,Defect,Severity,Done/);
  expect(text).toMatch(/Attempt,SHOP-\d+,S3,no,.*,moved,4\.3\.0/);
  expect(JSON.stringify(await sandbox.invoke('outsider', shop, 'freeze', { projectId, versionId: version }))).not.toContain(
    'frozen',
  );
});

const validator = z.looseObject({ parameters: z.looseObject({ key: z.string() }) });
const workflows = z.object({
  workflows: z.array(
    z.looseObject({
      id: z.string(),
      version: z.unknown(),
      transitions: z.array(z.looseObject({ name: z.string(), validators: z.array(validator).default([]) })),
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

/** Puts the validator on a transition of defects, as an admin does in the editor of the workflow. */
async function attach(transition: string): Promise<void> {
  const guard = (await workflowOf('Release')).workflows
    .flatMap(({ transitions }) => transitions.flatMap(({ validators }) => validators))
    .find(({ parameters }) => parameters.key.endsWith('gate-open-decided'));
  const key = guard?.parameters.key.replace('gate-open-decided', 'not-frozen');
  const rule = { ...guard, id: '6d0c6f1e-3c1a-4a58-9f60-0c8f5f1d9902', parameters: { ...guard?.parameters, id: undefined, key } };
  const read = await workflowOf('Bug');
  const changed = read.workflows.map((workflow) => ({
    ...{ id: workflow.id, version: workflow.version, statuses: workflow['statuses'] },
    transitions: workflow.transitions.map((one) => (one.name === transition ? { ...one, validators: [rule] } : one)),
  }));
  const { status, body } = await sandbox.rest('admin', 'POST', '/rest/api/3/workflows/update', {
    statuses: read.statuses,
    workflows: changed,
  });
  expect([status, status === 200 ? '' : body]).toEqual([200, '']);
}
