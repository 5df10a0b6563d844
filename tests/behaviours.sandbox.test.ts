import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { z } from 'zod';
import { behavioursViewSchema } from '../src/contracts/behaviours';
import { validationDebtViewSchema } from '../src/contracts/validation-debt';
import { Pipeline } from './pipeline';
import { RunningSandbox, type Person } from './running-sandbox';
import { exportPath } from './shared-material';

/** How a defect behaves in each stage: what people say, what deliveries show, what the field and the score make of it. */
jest.setTimeout(300_000);

const panel = (issueKey: string) => ({ moduleKey: 'holdpoint-panel', issueKey });
const fields = z.array(z.looseObject({ id: z.string(), name: z.string() }));

/** The panel of a defect, and its fields, as people see them. */
class Defect {
  private constructor(
    private readonly sandbox: RunningSandbox,
    readonly id: string,
    readonly key: string,
  ) {}

  static async make(sandbox: RunningSandbox, project: string, version: string): Promise<Defect> {
    const key = await sandbox.createDefect(project, version, 'S2');
    await sandbox.settle();
    const { body } = await sandbox.rest('admin', 'GET', `/rest/api/3/issue/${key}`);
    return new Defect(sandbox, z.object({ id: z.string() }).parse(body).id, key);
  }

  async cells(who: Person = 'dev') {
    const payload = { issueId: this.id };
    const view = await this.sandbox.screen(who, panel(this.key), 'behaviours', behavioursViewSchema, payload);
    return new Map(view.cells.map((cell) => [cell.stage.key, cell]));
  }

  async states(): Promise<Record<string, string>> {
    return Object.fromEntries([...(await this.cells())].map(([stage, { state }]) => [stage, state]));
  }

  async say(stage: string, state: string, more: { build?: string; note?: string; who?: Person } = {}): Promise<unknown> {
    const { build = '', note = '', who = 'dev' } = more;
    const answer = await this.sandbox.invoke(who, panel(this.key), 'setBehaviour', {
      issueId: this.id,
      stage,
      state,
      build,
      note,
    });
    return z.object({ value: z.unknown() }).parse(answer).value;
  }

  /** A field by its name; undefined where the issue does not have it. */
  async field(name: string): Promise<unknown> {
    const { body } = await this.sandbox.rest('admin', 'GET', '/rest/api/3/field');
    const id = fields.parse(body).find((field) => field.name === name)?.id ?? '';
    const issue = await this.sandbox.rest('admin', 'GET', `/rest/api/3/issue/${this.key}`);
    return z.object({ fields: z.record(z.string(), z.unknown()) }).parse(issue.body).fields[id];
  }
}

describe('SHOP', () => {
  let sandbox: RunningSandbox;
  let pipeline: Pipeline;
  let version: string;
  beforeAll(async () => {
    sandbox = await RunningSandbox.start('40');
    pipeline = new Pipeline(sandbox);
    version = await sandbox.versionId('SHOP', '4.2.0');
  });
  afterAll(async () => expect(await sandbox.stop()).toEqual([]));

  const send = async (trigger: string, payload: Record<string, unknown>): Promise<void> => {
    const sent = await pipeline.send(trigger, { ...(await pipeline.envelope()), ...payload });
    if (sent.status !== 202) throw new Error(`${sent.status}: ${sent.text}`);
    await sandbox.settle();
    await sandbox.advance('1m');
  };
  /** Sends a run of a suite of which some tests failed. */
  const run = async (suite: string, environment: string, build: string, failed: readonly string[]): Promise<void> => {
    const failures = failed.map((of) => ({
      ...{ name: `works in ${of}`, class: `${of}Test`, message: `${of}Error: broken` },
      trace: `${of}Error: broken\n    at ${of}.run (/ci/src/${of.toLowerCase()}.ts:7:3)`,
    }));
    const tally = { tests: 100, passed: 100 - failed.length, failed: failed.length, errors: 0, skipped: 0, flaky: 0 };
    const about = { suite, environment, service: 'shop', version: '4.2.0', build, tally, failures };
    await send('test-results', { kind: 'run', run: randomUUID(), ...about });
  };
  const land = async (key: string, sha: string, build: string): Promise<void> => {
    const about = { service: 'shop', version: '4.2.0', build, commit: sha, branch: 'release/4.2.0' };
    const commits = [{ sha, at: await sandbox.now(), message: `${key} Ask twice`, author: 'dev', parents: 1 }];
    await send('commits', { repository: 'shop', branch: 'release/4.2.0', commits });
    await send('build', { ...about, changes: [sha] });
  };
  const deploy = (build: string, environment: string, more: Record<string, unknown> = {}): Promise<void> =>
    send('deployment', {
      ...{ service: 'shop', version: '4.2.0', build, deployment: `${environment}-${build}`, environment },
      ...{ step: 'finish', outcome: 'successful', ...more },
    });

  test('a new defect is unknown in every stage, and its field is empty', async () => {
    const defect = await Defect.make(sandbox, 'SHOP', version);
    expect(await defect.states()).toEqual({ test: 'unknown', staging: 'unknown', canary: 'unknown', production: 'unknown' });
    expect((await defect.cells()).get('staging')).toMatchObject({ source: 'nothing', said: null, at: null });
    expect(await defect.field('Behaviour per environment')).toBeNull();
  });

  test("a person's word is kept with build and note, stands in the field and in the ledger, and can be searched for", async () => {
    const defect = await Defect.make(sandbox, 'SHOP', version);
    expect(await defect.say('production', 'reproduced', { build: '4.1.9-7', note: 'With an expired card' })).toMatchObject({
      kind: 'ok',
    });
    expect((await defect.cells()).get('production')).toMatchObject({
      ...{ state: 'reproduced', source: 'person', build: '4.1.9-7' },
      said: { note: 'With an expired card', accountId: 'sandbox:dev' },
    });
    await sandbox.settle();
    const text = 'Test: unknown · Staging: unknown · Canary: unknown · Production: reproduced';
    expect(await defect.field('Behaviour per environment')).toBe(text);
    // Jira's search lags behind.
    await sandbox.advance('1m');
    const found = await sandbox.search(`"Behaviour per environment" = "${text}"`, 'admin');
    expect(found.map(({ key }) => key)).toContain(defect.key);
    const place = { moduleKey: 'holdpoint-project', projectKey: 'SHOP' };
    const project = z.object({ id: z.string() }).parse((await sandbox.rest('admin', 'GET', '/rest/api/3/project/SHOP')).body).id;
    const payload = { projectId: project, kind: 'behaviour-set' };
    const entries = z.object({
      decisions: z.array(
        z.looseObject({ title: z.string(), sentence: z.string(), issues: z.array(z.looseObject({ key: z.string() })) }),
      ),
    });
    const { decisions } = await sandbox.screen('rhea', place, 'decisions', entries, payload);
    expect(decisions[0]).toMatchObject({
      title: 'Behaviour in a stage set',
      sentence: 'A defect was said to be reproduced in Production on build 4.1.9-7.',
    });
    expect(decisions[0]?.issues.map(({ key }) => key)).toEqual([defect.key]);
  });

  test('the score follows a changed cell within five seconds', async () => {
    const defect = await Defect.make(sandbox, 'SHOP', version);
    const before = Number(await defect.field('Holdpoint score'));
    const from = Date.parse(await sandbox.now());
    await defect.say('production', 'reproduced');
    await sandbox.settle();
    const after = Number(await defect.field('Holdpoint score'));
    expect(after).toBeGreaterThan(before);
    expect(Date.parse(await sandbox.now()) - from).toBeLessThan(5000);
    await defect.say('production', 'fixed');
    await sandbox.settle();
    expect(Number(await defect.field('Holdpoint score'))).toBeLessThan(after);
  });

  test('who may not edit the issue is refused, and sees it all the same', async () => {
    const defect = await Defect.make(sandbox, 'SHOP', version);
    expect(await defect.say('staging', 'fixed', { who: 'viewer' })).toMatchObject({ kind: 'refused', title: 'No access' });
    expect((await defect.cells('viewer')).get('staging')?.state).toBe('unknown');
    const view = await sandbox.screen('viewer', panel(defect.key), 'behaviours', behavioursViewSchema, { issueId: defect.id });
    expect(view.mayEdit).toBe(false);
    const stranger = await sandbox.invoke('outsider', { moduleKey: 'holdpoint-panel' }, 'setBehaviour', {
      ...{ issueId: defect.id, stage: 'staging', state: 'fixed', build: '', note: '' },
    });
    expect(JSON.stringify(stranger)).not.toContain('"kind":"ok"');
    expect(await defect.say('moon', 'fixed')).toMatchObject({ kind: 'refused', title: 'No such stage' });
    expect(await defect.states()).toMatchObject({ staging: 'unknown' });
  });

  test('two people who speak of different stages at the same time are both heard', async () => {
    const defect = await Defect.make(sandbox, 'SHOP', version);
    const states = ['reproduced', 'not-reproduced', 'fixed', 'worked-around'] as const;
    const stages = ['test', 'staging', 'canary', 'production'];
    await Promise.all(stages.map((stage, n) => defect.say(stage, states[n] ?? 'unknown', { who: n % 2 === 0 ? 'dev' : 'qa' })));
    expect(await defect.states()).toEqual(Object.fromEntries(stages.map((stage, n) => [stage, states[n]])));
  });

  test('what pipelines show goes from seen over fixed, to be verified, to fixed; and back when it is seen again', async () => {
    await run('nightly', 'staging', 'n-1', ['Wallet']);
    await sandbox.advance('2m');
    const [made] = await sandbox.search('project = SHOP AND summary ~ "WalletError"', 'admin');
    if (made === undefined) throw new Error('No defect was filed.');
    const cell = async () => {
      const payload = { issueId: made.id };
      const view = await sandbox.screen('dev', panel(made.key), 'behaviours', behavioursViewSchema, payload);
      return view.cells.find(({ stage }) => stage.key === 'staging');
    };
    expect(await cell()).toMatchObject({ state: 'reproduced', source: 'sighting', build: 'n-1' });
    await land(made.key, 'ab'.repeat(20), 'n-2');
    expect((await cell())?.state).toBe('reproduced');
    await deploy('n-2', 'staging');
    expect(await cell()).toMatchObject({ state: 'unknown', source: 'deployment', build: 'n-2' });
    expect((await cell())?.because).toContain('to be verified');
    await run('other', 'staging', 'n-2', []);
    expect((await cell())?.state).toBe('unknown');
    await run('nightly', 'staging', 'n-2', []);
    expect(await cell()).toMatchObject({ state: 'fixed', source: 'run' });
    await run('nightly', 'staging', 'n-3', ['Wallet']);
    expect(await cell()).toMatchObject({ state: 'reproduced', build: 'n-3' });
  });

  test("a person's word that a newer sighting contradicts is out of date, and stays in sight", async () => {
    const defect = await Defect.make(sandbox, 'SHOP', version);
    await defect.say('production', 'fixed', { build: 'p-1' });
    await sandbox.advance('1m');
    await send('test-results', {
      kind: 'sighting',
      issue: defect.key,
      environment: 'prod',
      message: 'Again',
      count: 3,
      build: 'p-2',
    });
    const cell = (await defect.cells()).get('production');
    expect(cell).toMatchObject({ state: 'reproduced', source: 'sighting', build: 'p-2', said: { state: 'fixed', build: 'p-1' } });
    expect(cell?.stale).toContain('p-2');
    await sandbox.settle();
    expect(await defect.field('Behaviour per environment')).toContain('Production: reproduced');
    await defect.say('production', 'worked-around', { build: 'p-2' });
    expect((await defect.cells()).get('production')).toMatchObject({ state: 'worked-around', stale: null });
  });

  test('a field that could not be written is written by the clock', async () => {
    const defect = await Defect.make(sandbox, 'SHOP', version);
    await sandbox.control('faults', { http: { '500': 1 } });
    await send('test-results', { kind: 'sighting', issue: defect.key, environment: 'qa', message: 'Seen', count: 1 });
    expect(await defect.field('Behaviour per environment')).toBeNull();
    await sandbox.control('faults', {});
    await sandbox.advance('6m');
    expect(await defect.field('Behaviour per environment')).toContain('Test: reproduced');
  });

  test('what is not validated where the release is deployed is listed, and leaves the list when somebody looked', async () => {
    const defect = await Defect.make(sandbox, 'SHOP', version);
    await deploy('n-4', 'test');
    const project = z.object({ id: z.string() }).parse((await sandbox.rest('admin', 'GET', '/rest/api/3/project/SHOP')).body).id;
    const place = { moduleKey: 'holdpoint-project', projectKey: 'SHOP' };
    const debt = (who: Person = 'rhea') =>
      sandbox.screen(who, place, 'validationDebt', validationDebtViewSchema, { projectId: project, versionId: version });
    const before = await debt();
    expect(before.deployedIn).toContain('Test');
    expect(before.rows.map(({ since }) => since)).toEqual(before.rows.map(({ since }) => since).sort());
    const count = (view: typeof before) => view.rows.length + view.more + view.hidden;
    await defect.say('test', 'not-reproduced');
    expect(count(await debt())).toBe(count(before) - 1);
    const stranger = await sandbox.invoke('outsider', { moduleKey: 'holdpoint-panel' }, 'validationDebt', {
      ...{ projectId: project, versionId: version },
    });
    expect(JSON.stringify(stranger)).not.toContain('"kind":"ok"');
  });
});

test('an empty project has nothing to validate, and its first defect takes a word', async () => {
  const sandbox = await RunningSandbox.start('empty');
  const { body } = await sandbox.rest('admin', 'GET', '/rest/api/3/project/search');
  const [project] = z.object({ values: z.array(z.object({ id: z.string(), key: z.string() })) }).parse(body).values;
  if (project === undefined) throw new Error('The empty site has no project.');
  const made = await sandbox.rest('admin', 'POST', '/rest/api/3/version', { projectId: Number(project.id), name: '1.0' });
  const version = z.object({ id: z.string() }).parse(made.body).id;
  await sandbox.advance('6m');
  const place = { moduleKey: 'holdpoint-project', projectKey: project.key };
  const payload = { projectId: project.id, versionId: version };
  const debt = await sandbox.screen('admin', place, 'validationDebt', validationDebtViewSchema, payload);
  expect(debt).toMatchObject({ deployedIn: [], rows: [], more: 0, hidden: 0 });
  const defect = await Defect.make(sandbox, project.key, version);
  await defect.say('test', 'reproduced');
  expect(await defect.states()).toMatchObject({ test: 'reproduced', staging: 'unknown' });
  expect(await sandbox.stop()).toEqual([]);
});

const onExport = existsSync(exportPath) ? test : test.skip;
onExport('in an imported export the one defect takes a word, and the rest of it is unknown', async () => {
  const sandbox = await RunningSandbox.start(`import:${exportPath}`);
  const answer = z.object({ value: z.object({ kind: z.string() }) });
  const all = await sandbox.search('project IS NOT EMPTY ORDER BY key', 'admin');
  const kinds = await Promise.all(
    all.map(async (issue) => {
      const got = await sandbox.invoke('admin', panel(issue.key), 'behaviours', { issueId: issue.id });
      return { issue, kind: answer.parse(got).value.kind };
    }),
  );
  const bug = kinds.find(({ kind }) => kind === 'ok')?.issue;
  if (bug === undefined) throw new Error('The export has no defect.');
  const payload = { issueId: bug.id };
  const view = await sandbox.screen('admin', panel(bug.key), 'behaviours', behavioursViewSchema, payload);
  expect(new Set(view.cells.map(({ state }) => state))).toEqual(new Set(['unknown']));
  const word = { ...payload, stage: 'staging', state: 'worked-around', build: '', note: '' };
  const after = await sandbox.screen('admin', panel(bug.key), 'setBehaviour', behavioursViewSchema, word);
  expect(after.cells.find(({ stage }) => stage.key === 'staging')).toMatchObject({ state: 'worked-around', source: 'person' });
  expect(await sandbox.stop()).toEqual([]);
});
