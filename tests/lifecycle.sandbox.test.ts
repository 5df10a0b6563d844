import { z } from 'zod';
import { bridgeCalls } from '../src/contracts/bridge';
import { RunningSandbox } from './running-sandbox';

/** Uninstalled, Holdpoint leaves nothing behind in Jira or in Forge; installed again, it begins afresh. */
jest.setTimeout(300_000);

const installedSchema = z.object({ installed: z.boolean(), sqlTables: z.number(), kvsKeys: z.number() });
const keysSchema = z.object({ keys: z.array(z.object({ key: z.string() })) });
let sandbox: RunningSandbox;
let versionId: string;
beforeAll(async () => {
  sandbox = await RunningSandbox.start('60');
  versionId = await sandbox.versionId('SHOP', '4.2.0');
});
afterAll(async () => expect(await sandbox.stop()).toEqual([]));

const version = () => `/rest/api/3/version/${versionId}`;

async function left(): Promise<{ properties: string[]; links: number }> {
  const { keys } = keysSchema.parse((await sandbox.rest('admin', 'GET', '/rest/api/3/project/SHOP/properties')).body);
  const links = z
    .array(z.looseObject({ title: z.string().optional() }))
    .parse((await sandbox.rest('admin', 'GET', `${version()}/relatedwork`)).body);
  return {
    properties: keys.map(({ key }) => key).filter((key) => key.startsWith('holdpoint.')),
    links: links.filter(({ title }) => title?.includes('Holdpoint')).length,
  };
}

test('an uninstall takes verdicts, freezes, links, tables and keys away', async () => {
  const shop = { moduleKey: 'holdpoint-project', projectKey: 'SHOP' };
  const { projectId } = z.object({ projectId: z.number() }).parse((await sandbox.rest('admin', 'GET', version())).body);
  const wish = { projectId: String(projectId), versionId, act: 'begin', because: 'The candidate is built.' };
  const frozen = await sandbox.screen('admin', shop, 'changeFreeze', bridgeCalls.changeFreeze.view, wish);
  expect(frozen.kind).toBe('done');
  const before = await left();
  expect(before.properties).toContain('holdpoint.freezes');
  expect(before.properties.length).toBeGreaterThan(1);
  expect(before.links).toBe(1);
  expect(installedSchema.parse(await sandbox.control('installed')).sqlTables).toBeGreaterThan(10);
  await sandbox.control('uninstall', {});
  await sandbox.settle();
  expect(await left()).toEqual({ properties: [], links: 0 });
  expect(await sandbox.control('installed')).toEqual({ installed: false, sqlTables: 0, kvsKeys: 0 });
});

test('nothing of it runs any more', async () => {
  const { next } = await sandbox.trace();
  await sandbox.createDefect('SHOP', versionId, null);
  await sandbox.advance('2h');
  const { entries } = await sandbox.trace(next);
  expect(entries.filter(({ kind }) => ['function', 'sql', 'kvs', 'event'].includes(kind))).toEqual([]);
});

test('installed again it reads and judges everything anew', async () => {
  await sandbox.control('install', {});
  // Forge takes 25 changes of the schema a minute: the rest of the tables come in the next one.
  await sandbox.advance('2m');
  expect((await sandbox.published('SHOP', versionId)).stages['production']?.state).toBe('held');
});
