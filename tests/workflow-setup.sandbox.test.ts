import { createConnection } from 'mysql2/promise';
import { z } from 'zod';
import { bridgeCalls } from '../src/contracts/bridge';
import { exportViewSchema } from '../src/contracts/decisions';
import { exportedEntrySchema } from '../src/contracts/ledger-export';
import type { SetupTransitionView, SetupWorkflowView } from '../src/contracts/workflow-setup';
import { RunningSandbox } from './running-sandbox';

/**
 * Workflows are set up without reading manuals (M1.1, M4.6): an admin sees which transitions are gated, previews other rules of Holdpoint,
 * puts them on or off, and undoes it. What counts is what Jira then does with a release ticket.
 */
jest.setTimeout(180_000);

const settingsPage = { moduleKey: 'holdpoint-settings' };
const saying = (text: string): unknown => expect.stringContaining(text);

let sandbox: RunningSandbox;
let projectId: string;
let ticket: string;
beforeAll(async () => {
  sandbox = await RunningSandbox.start('60');
  projectId = z.object({ id: z.string() }).parse((await sandbox.rest('admin', 'GET', '/rest/api/3/project/SHOP')).body).id;
  // 4.2.0 is held, and its ticket waits for staging.
  const version = await sandbox.versionId('SHOP', '4.2.0');
  ticket = (await sandbox.search(`project = SHOP AND issuetype = Release AND fixVersion = ${version}`))[0]?.key ?? '';
});
afterAll(async () => {
  const { entries } = await sandbox.trace();
  expect(entries.filter(({ kind, status }) => kind === 'unmodelled' || status === 501)).toEqual([]);
  expect(await sandbox.stop()).toEqual([]);
});

const setup = () => sandbox.screen('admin', settingsPage, 'workflowSetup', bridgeCalls.workflowSetup.view, { projectId });
async function workflow(name = 'Release workflow'): Promise<SetupWorkflowView> {
  const found = (await setup()).workflows.find((one) => one.name === name);
  if (found === undefined) throw new Error(`There is no ${name}.`);
  return found;
}
function transition({ transitions }: SetupWorkflowView, name: string): SetupTransitionView {
  const found = transitions.find((one) => one.name === name);
  if (found === undefined) throw new Error(`There is no transition ${name}.`);
  return found;
}
type Choice = { stage: string | null; hide?: boolean; deferral?: boolean; freeze?: boolean; map?: boolean };
const wish = (of: SetupWorkflowView, choices: Record<string, Choice>) => ({
  ...{ workflowId: of.id, seen: of.version },
  wishes: Object.entries(choices).map(([name, choice]) => ({
    ...{ transitionId: transition(of, name).id, hide: true, deferral: false, freeze: false, map: false },
    ...choice,
  })),
});
const change = (payload: unknown) =>
  sandbox.screen('admin', settingsPage, 'changeWorkflow', bridgeCalls.changeWorkflow.view, payload);
const preview = (payload: unknown) =>
  sandbox.screen('admin', settingsPage, 'previewWorkflow', bridgeCalls.previewWorkflow.view, payload);
const undo = (changeId: string) =>
  sandbox.screen('admin', settingsPage, 'undoWorkflow', bridgeCalls.undoWorkflow.view, { changeId });

/** Enforced stages of which the readiness of 4.2.0 says that nothing in Jira stops it. */
async function unguarded(): Promise<string[]> {
  const versionId = await sandbox.versionId('SHOP', '4.2.0');
  const page = { moduleKey: 'holdpoint-project', projectKey: 'SHOP' };
  const view = await sandbox.screen('rhea', page, 'readiness', bridgeCalls.readiness.view, { projectId, versionId });
  return view.stages.flatMap(({ stage, unguarded: is }) => (is === true ? [stage.key] : []));
}

/** A workflow as Jira has it, and a change of it past Holdpoint. */
const beans = z.object({
  workflows: z.array(
    z.looseObject({
      id: z.string(),
      version: z.unknown(),
      statuses: z.unknown(),
      transitions: z.array(
        z.looseObject({
          id: z.string(),
          name: z.string(),
          conditions: z.unknown().optional(),
          validators: z.array(z.looseObject({})),
        }),
      ),
    }),
  ),
});
const ruleSchema = z.object({ ruleKey: z.string(), parameters: z.object({ key: z.string() }) });
async function bean(id: string) {
  const { body } = await sandbox.rest('admin', 'POST', '/rest/api/3/workflows', { workflowIds: [id] });
  const [found] = beans.parse(body).workflows;
  if (found === undefined) throw new Error('Jira has no such workflow.');
  return found;
}
async function edit(id: string, name: string, validators: (there: unknown[]) => unknown[]): Promise<void> {
  const { version, statuses, transitions } = await bean(id);
  const edited = transitions.map((one) => (one.name === name ? { ...one, validators: validators(one.validators) } : one));
  const workflows = [{ id, version, statuses, transitions: edited }];
  expect((await sandbox.rest('admin', 'POST', '/rest/api/3/workflows/update', { workflows })).status).toBe(200);
}
const rules = async (id: string) => (await bean(id)).transitions.map(({ conditions, validators }) => [conditions, validators]);

async function ledger(): Promise<z.infer<typeof exportedEntrySchema>[]> {
  const page = { moduleKey: 'holdpoint-project', projectKey: 'SHOP' };
  const payload = { projectId, ledger: 'site', format: 'json', next: null };
  const { text } = await sandbox.screen('admin', page, 'exportDecisions', exportViewSchema, payload);
  const entries = z.array(exportedEntrySchema).parse(JSON.parse(`[${text}]`));
  return entries.filter(({ kind }) => kind.startsWith('workflow-'));
}

test('the workflows of a project are shown with what each transition does, and what would be missing', async () => {
  const { stages, lack, workflows } = await setup();
  expect(lack).toBeNull();
  expect(stages.map(({ key }) => key)).toEqual(['staging', 'production']);
  expect(workflows.map(({ name, uses }) => [name, uses])).toEqual([
    ['Release workflow', 'The release tickets of Shop follow it.'],
    ['Defect workflow', 'The defects of Shop follow it.'],
  ]);
  const release = await workflow();
  expect(transition(release, 'Deploy to production')).toMatchObject({
    ...{ from: 'In staging', to: 'Released', stage: 'production', hide: true, suggested: null },
    words: 'is hidden while the gate of Production is held, and refuses with the reason',
  });
  expect(transition(release, 'Deploy to staging')).toMatchObject({
    words: 'stays visible, and refuses with the reason while the gate of Staging is held',
    suggested: { stage: 'staging', because: 'Its name says "Staging".' },
  });
  expect(transition(release, 'Roll back')).toMatchObject({ words: 'is not guarded', suggested: null });
  expect(release.transitions.map(({ name }) => name)).not.toContain('Create');
});

test('taken off, a held release passes; put on again with one change, Jira refuses it with the reason; undone, it passes', async () => {
  const before = await workflow();
  const asWas = await rules(before.id);
  const off = { 'Deploy to staging': { stage: null }, 'Deploy to production': { stage: null } };
  expect((await change(wish(before, off))).kind).toBe('done');
  const bare = await workflow();
  expect(bare.transitions.every(({ words }) => words === 'is not guarded')).toBe(true);
  expect((await bean(bare.id)).transitions.every(({ validators }) => validators.length === 0)).toBe(true);

  expect(await unguarded()).toEqual(['staging', 'production']);

  const on = wish(bare, {
    'Deploy to staging': { stage: 'staging', hide: false },
    'Deploy to production': { stage: 'production' },
  });
  expect(await preview(on)).toMatchObject({
    kind: 'change',
    lines: [
      {
        ...{ transition: 'Deploy to staging', now: 'is not guarded' },
        then: 'stays visible, and refuses with the reason while the gate of Staging is held',
      },
      { transition: 'Deploy to production', then: saying('is hidden while the gate of Production is held') },
    ],
    said: [],
  });
  expect((await workflow()).version).toBe(bare.version);
  expect(await change(on)).toEqual({ kind: 'done', sentence: 'The workflow "Release workflow" is changed.' });
  expect(await unguarded()).toEqual([]);
  const refusal = await sandbox.transition(ticket, 'Deploy to staging');
  expect(refusal.status).toBe(400);
  expect(JSON.stringify(refusal.body)).toMatch(/4\.2\.0 may not enter staging/i);

  const { last } = await workflow();
  expect(last).toMatchObject({
    isUndone: false,
    lines: [{ transition: 'Deploy to staging' }, { transition: 'Deploy to production' }],
  });
  expect((await undo(last?.id ?? '')).kind).toBe('done');
  expect((await workflow()).transitions.every(({ words }) => words === 'is not guarded')).toBe(true);
  // Only what was changed last can be undone, and once.
  expect(await undo(last?.id ?? '')).toMatchObject({ kind: 'refused', message: saying('undone already') });
  expect((await sandbox.transition(ticket, 'Deploy to staging')).status).toBe(204);
  expect(asWas).not.toEqual(await rules(before.id));
});

test('the ledger of the site has who changed what, and that it was undone, once each', async () => {
  const entries = await ledger();
  expect(entries.map(({ kind, actor }) => [kind, actor.kind])).toEqual([
    ['workflow-changed', 'person'],
    ['workflow-changed', 'person'],
    ['workflow-change-undone', 'person'],
  ]);
  expect(entries.at(-1)?.body).toMatchObject({
    workflow: { name: 'Release workflow' },
    sentence: saying('were put back as they were: "Deploy to staging" is not guarded'),
  });
  await sandbox.advance('11m');
  expect(await ledger()).toHaveLength(3);
});

test('damaged and doubled rules are told, and put in order by choosing anew', async () => {
  const before = await workflow();
  await change(wish(before, { 'Deploy to production': { stage: 'production' } }));
  const damaged = (rule: unknown) => {
    const { ruleKey, parameters } = ruleSchema.parse(rule);
    return { ruleKey, parameters: { key: parameters.key, config: '{}', disabled: 'false' } };
  };
  await edit(before.id, 'Deploy to production', (there) => [...there, ...there.map(damaged)]);
  const odd = await workflow();
  expect(transition(odd, 'Deploy to production')).toMatchObject({
    isOdd: true,
    words: saying('refuses everything: a rule has no stage'),
  });
  expect((await change(wish(odd, { 'Deploy to production': { stage: 'production' } }))).kind).toBe('done');
  expect(transition(await workflow(), 'Deploy to production')).toMatchObject({ isOdd: false, stage: 'production', hide: true });
  expect((await bean(odd.id)).transitions.find(({ name }) => name === 'Deploy to production')?.validators).toHaveLength(2);
});

test('what somebody changed in Jira meanwhile is neither overwritten nor undone', async () => {
  const seen = await workflow();
  await edit(seen.id, 'Roll back', () => []);
  const stale = wish(seen, { 'Deploy to staging': { stage: 'staging' } });
  const told = { kind: 'refused', message: saying('changed in Jira after you looked at it') };
  expect([await preview(stale), await change(stale)]).toMatchObject([told, told]);

  const fresh = await workflow();
  await change(wish(fresh, { 'Deploy to staging': { stage: 'staging' } }));
  await edit(fresh.id, 'Deploy to staging', (there) => there.slice(1));
  const now = await rules(fresh.id);
  const { last } = await workflow();
  expect(await undo(last?.id ?? '')).toMatchObject({
    kind: 'refused',
    message: saying('has changed the rules of "Deploy to staging" since'),
  });
  expect(await rules(fresh.id)).toEqual(now);
});

test('a defect asks for an approved deferral where the admin says so', async () => {
  const defects = await workflow('Defect workflow');
  const name = defects.transitions.find(({ offersChecks }) => offersChecks.includes('deferral'))?.name ?? '';
  expect(defects.transitions.every(({ offersGate }) => !offersGate)).toBe(true);
  const outcome = await change(wish(defects, { [name]: { stage: null, deferral: true } }));
  expect(outcome.kind).toBe('done');
  expect(transition(await workflow('Defect workflow'), name).words).toBe('lets a defect through only with an approved deferral');
});

describe('what a change of status needs', () => {
  const name = 'Start work';
  const words = 'keeps a defect out of frozen releases; lets a defect through only as the transition map allows';
  const validators = async (id: string) => (await bean(id)).transitions.find((one) => one.name === name)?.validators ?? [];

  beforeAll(async () => {
    await change(wish(await workflow('Defect workflow'), { [name]: { stage: null } }));
  });

  /** A defect that nobody has begun. */
  async function defect(): Promise<string> {
    const fields = { project: { key: 'SHOP' }, issuetype: { name: 'Bug' }, summary: 'The basket is empty' };
    const { body } = await sandbox.rest('rhea', 'POST', '/rest/api/3/issue', { fields });
    return z.object({ key: z.string() }).parse(body).key;
  }
  async function askForSeverity(): Promise<void> {
    const { revision, settings } = await sandbox.screen('admin', settingsPage, 'settings', bridgeCalls.settings.view, {});
    const statuses = z.array(z.object({ id: z.string(), name: z.string() }));
    const known = statuses.parse((await sandbox.rest('admin', 'GET', '/rest/api/3/status')).body);
    const idOf = (status: string) => known.find((one) => one.name === status)?.id;
    const to = transition(await workflow('Defect workflow'), name).to;
    const row = { project: projectId, from: 'any', to: idOf(to), needs: [{ kind: 'field', field: 'severity' }] };
    const payload = { revision, settings: { ...settings, transitionMap: { rows: [row], moves: [] } } };
    const saved = await sandbox.screen('admin', settingsPage, 'saveSettings', bridgeCalls.saveSettings.view, payload);
    expect(saved.kind).toBe('saved');
  }

  test('is suggested where the transition map has a line, put on with a change, stops a defect, and is undone', async () => {
    expect(transition(await workflow('Defect workflow'), name)).toMatchObject({ words: 'is not guarded', suggested: null });
    await askForSeverity();
    const bare = await workflow('Defect workflow');
    expect(transition(bare, name)).toMatchObject({
      offersChecks: ['deferral', 'freeze', 'map'],
      suggested: { checks: ['map'], because: 'The transition map has a line about this change of status.' },
    });
    const key = await defect();
    const on = wish(bare, { [name]: { stage: null, freeze: true, map: true } });
    expect(await preview(on)).toMatchObject({
      kind: 'change',
      lines: [{ transition: name, now: 'is not guarded', then: words }],
      said: [],
    });
    expect((await change(on)).kind).toBe('done');
    const guarded = await workflow('Defect workflow');
    expect(transition(guarded, name)).toMatchObject({ words, freeze: true, map: true, suggested: null });
    expect(await validators(bare.id)).toHaveLength(2);
    const refusal = await sandbox.transition(key, name);
    expect([refusal.status, JSON.stringify(refusal.body)]).toEqual([400, saying('set its defect severity')]);

    expect((await undo(guarded.last?.id ?? '')).kind).toBe('done');
    expect(transition(await workflow('Defect workflow'), name).words).toBe('is not guarded');
    expect((await sandbox.transition(key, name)).status).toBe(204);
  });

  test('is taken off one by one, and the other rule stays', async () => {
    const bare = await workflow('Defect workflow');
    await change(wish(bare, { [name]: { stage: null, freeze: true, map: true } }));
    const [freeze] = await validators(bare.id);
    await change(wish(await workflow('Defect workflow'), { [name]: { stage: null, freeze: true } }));
    expect(transition(await workflow('Defect workflow'), name).words).toBe('keeps a defect out of frozen releases');
    expect(await validators(bare.id)).toEqual([freeze]);
    await change(wish(await workflow('Defect workflow'), { [name]: { stage: null } }));
    expect(await validators(bare.id)).toEqual([]);
  });
});

describe('what Jira has against a change', () => {
  afterEach(() => sandbox.control('switches', { workflowUpdate: 'take' }));
  const objection = 'The workflow has a rule that this site does not allow.';
  const wanted = async () => wish(await workflow(), { 'Roll back': { stage: 'staging' } });

  test('is shown in its own words before, an error as well as a warning', async () => {
    for (const [workflowUpdate, level] of [
      ['warn', 'WARNING'],
      ['refuse', 'ERROR'],
    ]) {
      await sandbox.control('switches', { workflowUpdate });
      expect(await preview(await wanted())).toMatchObject({ kind: 'change', said: [{ level, message: objection }] });
    }
  });

  test('is told where it comes as late as the change itself, which changes nothing, stands in no ledger, and may be tried again', async () => {
    const before = await workflow();
    const entries = (await ledger()).length;
    await sandbox.control('switches', { workflowUpdate: 'refuse-unchecked' });
    expect(await preview(await wanted())).toMatchObject({ kind: 'change', said: [] });
    const refused = { kind: 'refused', message: saying('Jira did not take this change'), said: [objection] };
    expect(await change(await wanted())).toEqual(refused);
    expect(await workflow()).toEqual(before);
    expect(await ledger()).toHaveLength(entries);
    await sandbox.control('switches', { workflowUpdate: 'take' });
    expect((await change(await wanted())).kind).toBe('done');
    await sandbox.control('switches', { workflowUpdate: 'refuse-unchecked' });
    const { last } = await workflow();
    expect(await undo(last?.id ?? '')).toEqual(refused);
    await sandbox.control('switches', { workflowUpdate: 'take' });
    expect((await undo(last?.id ?? '')).kind).toBe('done');
  });
});

test('who does not administer Jira is told calmly, and nothing is changed', async () => {
  const seen = await workflow();
  const payload = wish(seen, { 'Deploy to staging': { stage: null } });
  const page = { moduleKey: 'holdpoint-project', projectKey: 'SHOP' };
  for (const [call, sent] of [
    ['workflowSetup', { projectId }],
    ['previewWorkflow', payload],
    ['changeWorkflow', payload],
    ['undoWorkflow', { changeId: seen.last?.id ?? 'none' }],
  ] as const)
    expect(await sandbox.invoke('lead', page, call, sent)).toMatchObject({ value: { kind: 'refused', title: 'For admins' } });
  expect((await workflow()).version).toBe(seen.version);
});

describe('a change whose function died', () => {
  /** Makes the newest change of a workflow as if its function had died after it asked Jira. */
  async function forgetAnswer(id: string): Promise<void> {
    const { schema, ...server } = sandbox.database;
    const connection = await createConnection({ ...server, database: schema });
    const [rows] = await connection.query("SELECT body FROM controls WHERE kind = 'workflow' AND id = ?", [id]);
    const [{ body }] = z.tuple([z.object({ body: z.string() })]).parse(rows);
    const change = z.looseObject({ events: z.array(z.unknown()) }).parse(JSON.parse(body));
    const asked = JSON.stringify({ ...change, state: 'begun', events: change.events.slice(0, 1) });
    const update = "UPDATE controls SET body = ?, state = 'begun', revision = 1, entered = 0 WHERE kind = 'workflow' AND id = ?";
    await connection.query(update, [asked, id]);
    await connection.end();
  }

  test('keeps others from the workflow for a minute, and is then noted as what Jira made of it', async () => {
    await change(wish(await workflow(), { 'Roll back': { stage: 'staging' } }));
    const before = (await ledger()).length;
    const { last } = await workflow();
    await forgetAnswer(last?.id ?? '');
    const other = wish(await workflow(), { 'Roll back': { stage: null } });
    expect(await change(other)).toMatchObject({ kind: 'refused', message: saying('at this moment') });
    await sandbox.advance('6m');
    expect((await workflow()).last).toMatchObject({ id: last?.id, isUndone: false });
    expect(await ledger()).toHaveLength(before);
    expect((await undo(last?.id ?? '')).kind).toBe('done');
  });

  test('is dropped where Jira has not what was asked for', async () => {
    await change(wish(await workflow(), { 'Roll back': { stage: 'staging' } }));
    const { id, last } = await workflow();
    await forgetAnswer(last?.id ?? '');
    await edit(id, 'Roll back', () => []);
    await sandbox.advance('6m');
    const now = await workflow();
    expect(now.last?.id).not.toBe(last?.id);
    expect((await change(wish(now, { 'Roll back': { stage: null } }))).kind).toBe('done');
  });
});
