import { existsSync } from 'node:fs';
import { z } from 'zod';
import { dataQualityViewSchema } from '../src/contracts/data-quality';
import { decisionsViewSchema, exportViewSchema } from '../src/contracts/decisions';
import { healthViewSchema } from '../src/contracts/health';
import { exportedEntrySchema } from '../src/contracts/ledger-export';
import { releasesViewSchema } from '../src/contracts/releases';
import { verifyChain } from '../src/governance';
import { exportPath } from './shared-material';
import { RunningSandbox } from './running-sandbox';

/** Not only SHOP: an export of somebody's own, and a project with nothing in it. */
jest.setTimeout(120_000);

const projects = z.object({ values: z.array(z.object({ id: z.string(), key: z.string() })) });

async function projectKeys(sandbox: RunningSandbox): Promise<string[]> {
  return projects.parse((await sandbox.rest('admin', 'GET', '/rest/api/3/project/search')).body).values.map(({ key }) => key);
}

/** What the screens say of a project, asked as an admin. */
async function screens(sandbox: RunningSandbox, projectKey: string) {
  const page = { moduleKey: 'holdpoint-project', projectKey };
  const { values } = projects.parse((await sandbox.rest('admin', 'GET', '/rest/api/3/project/search')).body);
  const projectId = values.find(({ key }) => key === projectKey)?.id ?? '';
  const { decisions, head } = await sandbox.screen('admin', page, 'decisions', decisionsViewSchema, { projectId });
  const exported = await sandbox.screen('admin', page, 'exportDecisions', exportViewSchema, { projectId, format: 'json' });
  const entries = z.array(exportedEntrySchema).parse(JSON.parse(`[${exported.text}]`));
  const quality = await sandbox.screen('admin', page, 'dataQuality', dataQualityViewSchema, { projectId });
  const { lookBack } = await sandbox.screen('admin', page, 'releases', releasesViewSchema, { projectId });
  const health = await sandbox.screen('admin', { moduleKey: 'holdpoint-settings' }, 'health', healthViewSchema, {});
  return { decisions, head, entries, quality, lookBack, health: health.projects.find(({ project }) => project.id === projectId) };
}

const onExport = existsSync(exportPath) ? describe : describe.skip;
if (!existsSync(exportPath)) console.warn('No export beside the project: its tests are skipped.');

onExport('an imported export', () => {
  let sandbox: RunningSandbox;
  let keys: string[];
  beforeAll(async () => {
    sandbox = await RunningSandbox.start(`import:${exportPath}`);
    keys = await projectKeys(sandbox);
  });
  afterAll(async () => expect(await sandbox.stop()).toEqual([]));

  test('comes in whole: 33 issues, 522 histories, Chinese status names', async () => {
    const issues = await sandbox.search(`project in (${keys.join(', ')}) AND issuetype != Release`);
    expect(issues).toHaveLength(33);
    const { body } = await sandbox.rest('admin', 'POST', '/rest/api/3/changelog/bulkfetch', {
      issueIdsOrKeys: issues.map(({ id }) => id),
      maxResults: 10_000,
    });
    const histories = z
      .object({ issueChangeLogs: z.array(z.object({ changeHistories: z.array(z.unknown()) })) })
      .parse(body).issueChangeLogs;
    expect(histories.reduce((sum, { changeHistories }) => sum + changeHistories.length, 0)).toBe(522);
    const statuses = z
      .array(z.looseObject({ name: z.string() }))
      .parse((await sandbox.rest('admin', 'GET', '/rest/api/3/status')).body);
    expect(statuses.some(({ name }) => /\p{Script=Han}/u.test(name))).toBe(true);
  });

  test('says which work types it took for defects and how to choose others', () => {
    expect(sandbox.notes.join('\n')).toMatch(/缺陷[\s\S]*--defect-type/);
  });

  test('has its decisions, its doubts about the data, and its health on the screens', async () => {
    for (const key of keys) {
      const { decisions, head, entries, quality, health } = await screens(sandbox, key);
      expect(verifyChain(entries)).toMatchObject({ kind: 'whole', seq: head.seq, head: head.hash });
      expect(decisions.length).toBe(Math.min(50, head.seq));
      // Nobody fills in Holdpoint's severity in another tracker's export.
      expect(quality.checks.find(({ id }) => id === 'severity-missing')?.count).toBe(quality.checked);
      expect(health?.store.kind).toBe('ready');
    }
  });

  test('has a release ticket and a verdict for every unreleased version', async () => {
    const schema = z.array(z.looseObject({ id: z.string(), released: z.boolean(), archived: z.boolean() }));
    let judged = 0;
    for (const key of keys) {
      const versions = schema.parse((await sandbox.rest('admin', 'GET', `/rest/api/3/project/${key}/versions`)).body);
      for (const { id } of versions.filter(({ released, archived }) => !released && !archived)) {
        expect(await sandbox.search(`project = ${key} AND issuetype = Release AND fixVersion = ${id}`)).toHaveLength(1);
        const published = await sandbox.published(key, id);
        expect(Object.values(published.stages).map(({ mode, state }) => [mode, state])).toEqual([
          ['observe', 'open'],
          ['observe', 'open'],
        ]);
        judged += 1;
      }
    }
    expect(judged).toBeGreaterThan(0);
  });
});

describe('an empty project', () => {
  let sandbox: RunningSandbox;
  beforeAll(async () => {
    sandbox = await RunningSandbox.start('empty');
  });
  afterAll(async () => expect(await sandbox.stop()).toEqual([]));

  test('has no release, and nothing fails', async () => {
    const [project = ''] = await projectKeys(sandbox);
    expect(await sandbox.search(`project = ${project}`)).toEqual([]);
    await sandbox.advance('11m');
    const failed = (await sandbox.trace()).entries.filter(
      ({ kind, status }) => kind === 'unmodelled' || (kind === 'function' && status !== 'done'),
    );
    expect(failed).toEqual([]);
  });

  test('its screens say that there is nothing yet', async () => {
    const [project = ''] = await projectKeys(sandbox);
    const { decisions, head, entries, quality, lookBack, health } = await screens(sandbox, project);
    expect({ decisions, seq: head.seq, entries, checked: quality.checked }).toEqual({
      decisions: [],
      seq: 0,
      entries: [],
      checked: 0,
    });
    expect(lookBack?.releases ?? []).toEqual([]);
    expect(health?.store.kind).toBe('ready');
  });

  test('a first version is judged as soon as it exists', async () => {
    const [project = ''] = await projectKeys(sandbox);
    const { values } = projects.parse((await sandbox.rest('admin', 'GET', '/rest/api/3/project/search')).body);
    const created = await sandbox.rest('admin', 'POST', '/rest/api/3/version', { name: '1.0', projectId: Number(values[0]?.id) });
    expect(created.status).toBe(201);
    await sandbox.settle();
    const published = await sandbox.published(project, z.object({ id: z.string() }).parse(created.body).id);
    expect(published.stages['production']).toMatchObject({ mode: 'observe', state: 'open' });
  });
});
