import { z } from 'zod';
import { verdictPropertyKey } from '../src/contracts/published-verdict';
import { readinessViewSchema } from '../src/contracts/readiness';
import { saveViewSchema, settingsViewSchema, type Settings } from '../src/contracts/settings';
import { RunningSandbox } from './running-sandbox';

/** Whatever fails, no gate opens: functions down, evidence too old, a tampered or deleted property, a database that stops, lost events. */
jest.setTimeout(180_000);

let sandbox: RunningSandbox;
let projectId: string;
let held: { version: string; ticket: string };
let open: { version: string; ticket: string };

const messages = (body: unknown) =>
  z
    .object({ errorMessages: z.array(z.string()) })
    .parse(body)
    .errorMessages.join('\n');
const stage = async (version: string, key: string) => (await sandbox.published('SHOP', version)).stages[key];

async function release(name: string) {
  const version = await sandbox.versionId('SHOP', name);
  const [ticket] = await sandbox.search(`project = SHOP AND issuetype = Release AND fixVersion = ${version}`);
  return { version, ticket: ticket?.key ?? '' };
}

/** A release without a defect, whose ticket stands where the deployment to staging is the next step. */
async function newRelease(name: string) {
  const { body } = await sandbox.rest('admin', 'GET', '/rest/api/3/project/SHOP');
  const projectId = Number(z.object({ id: z.string() }).parse(body).id);
  const version = z
    .object({ id: z.string() })
    .parse((await sandbox.rest('admin', 'POST', '/rest/api/3/version', { name, projectId })).body).id;
  const fields = {
    project: { key: 'SHOP' },
    issuetype: { name: 'Release' },
    summary: `Release ${name}`,
    fixVersions: [{ id: version }],
  };
  const ticket = z
    .object({ key: z.string() })
    .parse((await sandbox.rest('rhea', 'POST', '/rest/api/3/issue', { fields })).body).key;
  await sandbox.transition(ticket, 'Start stabilisation');
  await sandbox.settle();
  await sandbox.until('SHOP', version, 'staging', 'open');
  return { version, ticket };
}

beforeAll(async () => {
  sandbox = await RunningSandbox.start('80');
  projectId = z.object({ id: z.string() }).parse((await sandbox.rest('admin', 'GET', '/rest/api/3/project/SHOP')).body).id;
  held = await release('4.2.0');
  open = await newRelease('5.0.0');
});
afterEach(async () => {
  await sandbox.control('faults', {});
  await sandbox.control('switches', { validatorFailure: 'block', missingMapKey: 'null', sqlJson: 'text' });
  await sandbox.advance('6m');
});
afterAll(async () => expect(await sandbox.stop()).toEqual([]));

describe('with every function of the app made to fail', () => {
  beforeEach(() => sandbox.control('faults', { functions: 'fail' }));

  test.each(['block', 'pass'])(
    'staging is refused with the published sentence (Jira would %s on a failing validator)',
    async (validatorFailure) => {
      await sandbox.control('switches', { validatorFailure });
      const refused = await sandbox.transition(held.ticket, 'Deploy to staging');
      expect(refused.status).toBe(400);
      expect(messages(refused.body)).toContain((await stage(held.version, 'staging'))?.sentence);
    },
  );

  test.each(['null', 'error'])('the same where Jira gives %s for a missing member of a map', async (missingMapKey) => {
    await sandbox.control('switches', { missingMapKey });
    expect((await sandbox.transition(held.ticket, 'Deploy to staging')).status).toBe(400);
  });

  test('an open gate closes when its verdict is out of date', async () => {
    await sandbox.advance('16m');
    const refused = await sandbox.transition(open.ticket, 'Deploy to staging');
    expect(refused.status).toBe(400);
    expect(messages(refused.body)).toContain('out of date since');
  });

  test('the button to production goes when the verdict behind it is out of date', async () => {
    const ready = await release('4.1.3');
    const offered = async () => (await sandbox.transitions(ready.ticket)).some(({ name }) => name === 'Deploy to production');
    expect(await offered()).toBe(true);
    await sandbox.advance('16m');
    expect(await offered()).toBe(false);
  });
});

test('a published verdict made open by a project admin is refused by the newest evidence, and repaired', async () => {
  const before = await sandbox.published('SHOP', held.version);
  const forged = structuredClone(before);
  for (const verdict of Object.values(forged.stages))
    Object.assign(verdict, { state: 'open', until: '2099-01-01T00:00:00.000Z' });
  const path = `/rest/api/3/project/SHOP/properties/${verdictPropertyKey(held.version)}`;
  expect((await sandbox.rest('admin', 'PUT', path, forged)).status).toBe(200);
  const refused = await sandbox.transition(held.ticket, 'Deploy to staging');
  expect(refused.status).toBe(400);
  expect(messages(refused.body)).toContain('4.2.0 may not enter staging');
  await sandbox.advance('6m');
  expect((await stage(held.version, 'staging'))?.state).toBe('held');
});

test('a deleted or nonsensical property holds, and is written anew', async () => {
  const path = `/rest/api/3/project/SHOP/properties/${verdictPropertyKey(open.version)}`;
  await sandbox.rest('admin', 'DELETE', path);
  expect((await sandbox.transition(open.ticket, 'Deploy to staging')).status).toBe(400);
  await sandbox.advance('6m');
  expect((await stage(open.version, 'staging'))?.state).toBe('open');
  await sandbox.rest('admin', 'PUT', path, 'open');
  expect((await sandbox.transition(open.ticket, 'Deploy to staging')).status).toBe(400);
  await sandbox.advance('6m');
  expect((await stage(open.version, 'staging'))?.state).toBe('open');
});

test('with the database stopped, the transition is refused in plain words', async () => {
  await sandbox.control('faults', { database: 'stop' });
  const refused = await sandbox.transition(open.ticket, 'Deploy to staging');
  expect(refused.status).toBe(400);
  expect(messages(refused.body)).not.toMatch(/sql|undefined|stack|exception/i);
});

test('with every event lost, the read of what changed finds a new S1 within five minutes', async () => {
  await sandbox.control('faults', { seed: 1, drop: 1 });
  const key = await sandbox.createDefect('SHOP', open.version, 'S1');
  await sandbox.advance('6m');
  expect((await stage(open.version, 'staging'))?.state).toBe('held');
  await sandbox.control('faults', {});
  await sandbox.transition(key, 'Close', 'dev');
  await sandbox.until('SHOP', open.version, 'staging', 'open');
});

test('with the event of a deletion lost, the deleted defect stops holding within five minutes', async () => {
  const key = await sandbox.createDefect('SHOP', open.version, 'S1');
  await sandbox.until('SHOP', open.version, 'staging', 'held');
  await sandbox.control('faults', { seed: 2, drop: 1 });
  await sandbox.rest('admin', 'DELETE', `/rest/api/3/issue/${key}`);
  await sandbox.advance('6m');
  expect((await stage(open.version, 'staging'))?.state).toBe('open');
});

test('with Jira answering 429 and 500, verdicts heal when it answers again', async () => {
  await sandbox.control('faults', { seed: 3, http: { 429: 0.3, 500: 0.2 } });
  const key = await sandbox.createDefect('SHOP', open.version, 'S1');
  await sandbox.advance('11m');
  await sandbox.control('faults', {});
  await sandbox.advance('11m');
  expect((await stage(open.version, 'staging'))?.state).toBe('held');
  await sandbox.transition(key, 'Close', 'dev');
  await sandbox.until('SHOP', open.version, 'staging', 'open');
});

test('a deleted defect no longer holds; a defect that leaves the release neither', async () => {
  const deleted = await sandbox.createDefect('SHOP', open.version, 'S1');
  const moved = await sandbox.createDefect('SHOP', open.version, 'S1');
  await sandbox.until('SHOP', open.version, 'staging', 'held');
  expect((await sandbox.rest('admin', 'DELETE', `/rest/api/3/issue/${deleted}`)).status).toBe(204);
  expect((await sandbox.rest('dev', 'PUT', `/rest/api/3/issue/${moved}`, { fields: { fixVersions: [] } })).status).toBe(204);
  await sandbox.until('SHOP', open.version, 'staging', 'open');
});

test('a release ticket without a fix version is refused, and says what to do', async () => {
  await sandbox.rest('rhea', 'PUT', `/rest/api/3/issue/${open.ticket}`, { fields: { fixVersions: [] } });
  const refused = await sandbox.transition(open.ticket, 'Deploy to staging');
  expect(refused.status).toBe(400);
  expect(messages(refused.body)).toContain('fix version');
  await sandbox.rest('rhea', 'PUT', `/rest/api/3/issue/${open.ticket}`, { fields: { fixVersions: [{ id: open.version }] } });
});

test("an unreleased version's release page links to its readiness, once", async () => {
  const { body } = await sandbox.rest('rhea', 'GET', `/rest/api/3/version/${held.version}/relatedwork`);
  const links = z.array(z.object({ title: z.string(), url: z.string() })).parse(body);
  expect(links.map(({ title }) => title)).toEqual(['Is 4.2.0 ready? Holdpoint']);
  const page = await fetch(links[0]?.url ?? '', { redirect: 'manual' });
  expect(page.headers.get('location')).toBe(`/projects/SHOP/apps/holdpoint/readiness/${held.version}`);
});

test('a version deleted in Jira takes its published verdict with it', async () => {
  const { version } = await release('4.3.0');
  expect(await sandbox.property('SHOP', version)).not.toBeNull();
  expect((await sandbox.rest('admin', 'DELETE', `/rest/api/3/version/${version}`)).status).toBe(204);
  await sandbox.settle();
  await sandbox.advance('6m');
  expect(await sandbox.property('SHOP', version)).toBeNull();
});

describe('settings that cannot stand', () => {
  const page = { moduleKey: 'holdpoint-settings' };
  const read = () => sandbox.screen('admin', page, 'settings', settingsViewSchema, {});
  const save = (settings: unknown, revision: number) =>
    sandbox.screen('admin', page, 'saveSettings', saveViewSchema, { settings, revision });

  const withRow = (settings: Settings, stage: string, severity: string, most: number) => ({
    ...settings,
    gates: { rows: [{ rule: 'open-defects', stage, severity, tier: 'any', most }] },
  });

  test.each<[string, (settings: Settings) => unknown, string]>([
    ['a limit below zero', (s) => withRow(s, 'staging', 'S1', -1), 'gates.rows.0.most'],
    ['a stage that does not exist', (s) => withRow(s, 'moon', 'S1', 0), 'gates.rows.0.stage'],
    ['a severity that does not exist', (s) => withRow(s, 'staging', 'S9', 0), 'gates.rows.0.severity'],
    ['no stage at all', (s) => ({ ...s, stages: [] }), 'stages'],
    ['something else entirely', () => 'open everything', ''],
  ])('%s is refused, says where, and changes nothing', async (_, change, path) => {
    const { settings, revision } = await read();
    const answer = await save(change(settings), revision);
    expect(answer.kind === 'invalid' ? answer.problems.map((problem) => problem.path) : answer).toContain(path);
    expect(await read()).toMatchObject({ revision, settings });
  });

  test('of two who save at once, the second is told', async () => {
    const { settings, revision } = await read();
    expect(await save(settings, revision)).toEqual({ kind: 'saved', revision: revision + 1 });
    expect((await save(settings, revision)).kind).toBe('conflict');
  });

  // From a page that they may open, so that it is the app that refuses and not Jira's settings.
  test.each(['settings', 'previewSettings', 'saveSettings'] as const)('who is no admin is refused %s', async (call) => {
    const { settings, revision } = await read();
    const elsewhere = { moduleKey: 'holdpoint-project', projectKey: 'SHOP' };
    await expect(sandbox.screen('rhea', elsewhere, call, z.unknown(), { settings, revision })).rejects.toThrow(
      '"kind":"refused"',
    );
    expect(await read()).toMatchObject({ revision });
  });

  test('what is malformed, or of a project that nobody has, is refused by the app', async () => {
    const page = { moduleKey: 'holdpoint-project', projectKey: 'SHOP' };
    for (const payload of [{ projectId: '999999' }, { projectId: "1' OR '1'='1" }, {}, null]) {
      await expect(sandbox.screen('rhea', page, 'releases', z.unknown(), payload)).rejects.toThrow('"kind":"refused"');
    }
  });
});

test('a viewer sees how many defects are hidden from them, and nothing of them', async () => {
  const readiness = (who: 'viewer' | 'lead') =>
    sandbox.screen(who, { moduleKey: 'holdpoint-project', projectKey: 'SHOP' }, 'readiness', readinessViewSchema, {
      projectId,
      versionId: held.version,
    });
  const [all, some] = [await readiness('lead'), await readiness('viewer')];
  expect(all.hidden).toBe(0);
  expect(some.hidden).toBeGreaterThan(0);
  expect(some.defects).toHaveLength(all.defects.length - some.hidden);
  const secret = all.defects.filter(({ id }) => !some.defects.some((defect) => defect.id === id));
  for (const { key, summary } of secret) {
    expect(JSON.stringify(some)).not.toContain(`"${key}"`);
    expect(JSON.stringify(some)).not.toContain(summary);
  }
});
