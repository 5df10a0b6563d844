import { z } from 'zod';
import { bridgeCalls } from '../src/contracts/bridge';
import { RunningSandbox } from './running-sandbox';

/** Says at least this. */
const saying = (text: string): unknown => expect.stringContaining(text);

/**
 * Releases past their gate: Jira lets anybody with the permission release a version, so Holdpoint finds it after the fact. It is entered,
 * the owners are told, the screens show it, and where the project wants it the version is unreleased again. 4.2.0 of SHOP is held.
 */
jest.setTimeout(300_000);

const settingsPage = { moduleKey: 'holdpoint-settings' };
const shop = { moduleKey: 'holdpoint-project', projectKey: 'SHOP' };
let sandbox: RunningSandbox;
let projectId: string;
let versionId: string;

beforeAll(async () => {
  sandbox = await RunningSandbox.start('60');
  projectId = z.object({ id: z.string() }).parse((await sandbox.rest('admin', 'GET', '/rest/api/3/project/SHOP')).body).id;
  versionId = await sandbox.versionId('SHOP', '4.2.0');
});
afterAll(async () => expect(await sandbox.stop()).toEqual([]));

/** Settings in which production does this, and releases past it are taken back or not. */
async function production(mode: 'observe' | 'warn' | 'enforce', takeBack: boolean): Promise<void> {
  const { settings, revision } = await sandbox.screen('admin', settingsPage, 'settings', bridgeCalls.settings.view, {});
  const document = {
    ...settings,
    projects: { [projectId]: { staging: 'enforce', production: mode } },
    breaches: { takeBack: takeBack ? [projectId] : [] },
    notifications: { on: true, quiet: null, rules: [] },
  };
  const saved = await sandbox.screen('admin', settingsPage, 'saveSettings', bridgeCalls.saveSettings.view, {
    ...{ settings: document, revision },
  });
  expect(saved).toMatchObject({ kind: 'saved' });
  await sandbox.settle();
}

/** Somebody releases the version in Jira, or unreleases it. */
async function put(released: boolean): Promise<void> {
  expect((await sandbox.rest('admin', 'PUT', `/rest/api/3/version/${versionId}`, { released })).status).toBe(200);
  await sandbox.settle();
  await sandbox.advance('1m');
}
async function isReleased(): Promise<boolean> {
  const { body } = await sandbox.rest('admin', 'GET', `/rest/api/3/version/${versionId}`);
  return z.object({ released: z.boolean() }).parse(body).released;
}
const pastGate = (of: string | null = versionId) =>
  sandbox.screen('rhea', shop, 'pastGate', bridgeCalls.pastGate.view, { projectId, versionId: of });
const ledger = async (kind: string) =>
  (await sandbox.screen('rhea', shop, 'decisions', bridgeCalls.decisions.view, { projectId, kind })).decisions;
async function comments(): Promise<string> {
  const found = await sandbox.search('project = SHOP AND issuetype = Release AND fixVersion = "4.2.0"');
  const { body } = await sandbox.rest('admin', 'GET', `/rest/api/3/issue/${found[0]?.key ?? ''}/comment`);
  return JSON.stringify(body);
}

test('a gate that only observes lets it be: an entry, and nobody is told', async () => {
  await production('observe', true);
  await put(true);
  expect(await ledger('released-while-held')).toHaveLength(1);
  expect(await pastGate()).toMatchObject({ releases: [] });
  expect(await isReleased()).toBe(true);
  await put(false);
});

test('where the project wants nothing else, it stays released: an entry, a message to the owners, a banner', async () => {
  await production('enforce', false);
  await put(true);
  expect(await ledger('released-while-held')).toHaveLength(2);
  expect(await comments()).toContain('4.2.0 was released in Jira although its gate for Production did not let it');
  const { releases } = await pastGate();
  expect(releases).toMatchObject([
    { version: { name: '4.2.0' }, stage: 'Production', standing: true, takenBack: false, events: [{ act: 'told' }] },
  ]);
  expect(releases[0]?.sentence).toContain('4.2.0 may not enter production');
  expect((await pastGate(null)).releases).toHaveLength(1);
  expect(await isReleased()).toBe(true);
  await put(false);
});

test('who may lift holds acknowledges it with a reason; it stays on record and speaks more quietly', async () => {
  const breachId = (await pastGate()).releases[0]?.id ?? '';
  const say = (who: 'dev' | 'admin', because: string) =>
    sandbox.screen(who, shop, 'acknowledgeBreach', bridgeCalls.acknowledgeBreach.view, {
      projectId,
      versionId,
      breachId,
      because,
    });
  expect(await say('dev', 'It is fine.')).toMatchObject({ kind: 'refused', message: saying('may lift holds') });
  expect(await say('admin', 'The wrong version was picked.')).toMatchObject({ kind: 'done' });
  expect(await say('admin', 'Again.')).toMatchObject({ kind: 'refused', message: saying('already') });
  expect((await pastGate(null)).releases).toEqual([]);
  expect((await pastGate()).releases).toMatchObject([{ standing: false, events: [{}, { act: 'acknowledged' }] }]);
  expect((await ledger('breach-acknowledged'))[0]?.sentence).toBe('That 4.2.0 went past its gate was acknowledged.');
});

test('where the project wants it, the version is unreleased, each time and told each time, at most three times a day', async () => {
  await production('enforce', true);
  for (const times of [1, 2, 3]) {
    await put(true);
    expect(await isReleased()).toBe(false);
    expect((await pastGate(null)).releases).toHaveLength(times);
    expect((await pastGate()).releases[0]).toMatchObject({ takenBack: true, events: [{ act: 'taken-back' }, { act: 'told' }] });
  }
  const changes = await ledger('version-changed');
  const own = changes.filter(({ sentence }) => sentence.includes('by Holdpoint'));
  expect(own).toHaveLength(3);
  expect(own[0]?.sentence).toBe('4.2.0 was unreleased by Holdpoint, because it had gone past its gate.');

  await put(true);
  expect(await isReleased()).toBe(true);
  expect((await pastGate()).releases[0]).toMatchObject({
    takenBack: false,
    events: [{ act: 'not-taken-back' }, { act: 'told' }],
  });
  expect((await ledger('breach-followed'))[0]?.sentence).toBeDefined();
  await put(false);
});

test('what a dead function left undone is finished by the clock', async () => {
  await sandbox.advance('25h');
  const before = (await pastGate()).releases.length;
  await sandbox.control('faults', { http: { 500: 1 } });
  await sandbox.rest('admin', 'PUT', `/rest/api/3/version/${versionId}`, { released: true });
  await sandbox.control('faults', {});
  await sandbox.advance('11m');
  expect((await pastGate()).releases).toHaveLength(before + 1);
  expect(await isReleased()).toBe(false);
});

describe('under an override', () => {
  const call = (who: 'rhea' | 'lead', name: 'requestOverride' | 'decideOverride', payload: object) =>
    sandbox.screen(who, shop, name, bridgeCalls[name].view, { projectId, versionId, ...payload });
  const overrides = async () =>
    (await sandbox.screen('rhea', shop, 'gateControl', bridgeCalls.gateControl.view, { projectId, versionId })).overrides;
  const stage = async () => (await sandbox.published('SHOP', versionId)).stages['production'];
  /** Of every reason that holds production now, approved by somebody else, for an hour. */
  async function overridden(rationale: string): Promise<void> {
    const wish = { stage: 'production', reason: 'risk-accepted', rationale, hours: 1 };
    expect(await call('rhea', 'requestOverride', wish)).toMatchObject({ kind: 'done' });
    const [asked] = await overrides();
    const decision = { overrideId: asked?.id ?? '', act: 'approve', because: 'Because of the review.' };
    expect(await call('lead', 'decideOverride', decision)).toMatchObject({ kind: 'done' });
    await sandbox.settle();
    expect(await stage()).toMatchObject({ state: 'open', override: { id: asked?.id } });
  }
  /** Releases it and unreleases it again. @returns how many breaches, and entries of them, that made */
  async function released(): Promise<{ breaches: number; entries: number }> {
    const count = async () => [(await pastGate()).releases.length, (await ledger('released-while-held')).length] as const;
    const before = await count();
    await put(true);
    const after = await count();
    expect(await isReleased()).toBe(true);
    expect((await ledger('version-changed'))[0]?.sentence).toBe('4.2.0 was released in Jira.');
    await put(false);
    return { breaches: after[0] - before[0], entries: after[1] - before[1] };
  }

  beforeAll(async () => {
    await sandbox.grant('SHOP', 'Override Holdpoint gates', 'Release managers');
    await sandbox.grant('SHOP', 'Override Holdpoint gates', 'Approvers');
    await production('enforce', false);
    await put(false);
    await sandbox.advance('6m');
  });

  test('that is live and covers every reason, a release is no breach', async () => {
    await overridden(
      'Partner vouchers break only beside expired gift cards; support switches vouchers off and refunds whoever complains.',
    );
    expect(await released()).toEqual({ breaches: 0, entries: 0 });
  });

  test('that a new reason made void, it is one', async () => {
    await sandbox.createDefect('SHOP', versionId, 'S1');
    await sandbox.settle();
    expect((await overrides())[0]).toMatchObject({ state: 'void', passes: false });
    expect(await released()).toEqual({ breaches: 1, entries: 1 });
  });

  test('whose time is over, it is one', async () => {
    await overridden(
      'Guests on old tablets see a grey basket button, yet reloading helps everybody, and our hotline expects their calls.',
    );
    await sandbox.advance('61m');
    expect(await released()).toEqual({ breaches: 1, entries: 1 });
  });
});
