import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { originViewSchema, regressionsViewSchema } from '../src/contracts/origin';
import { Pipeline } from './pipeline';
import { RunningSandbox } from './running-sandbox';
import type { Person } from './running-sandbox';

/** What brought a defect in: what facts suggest, what people say, which releases follow from it, and what brought in many. */
jest.setTimeout(300_000);

let sandbox: RunningSandbox;
let pipeline: Pipeline;
let projectId: string;
let versions: { id: string; name: string; releaseDate?: string | undefined; released: boolean }[];
const page = { moduleKey: 'holdpoint-project', projectKey: 'SHOP' };

beforeAll(async () => {
  sandbox = await RunningSandbox.start('40');
  pipeline = new Pipeline(sandbox);
  projectId = z.object({ id: z.string() }).parse((await sandbox.rest('admin', 'GET', '/rest/api/3/project/SHOP')).body).id;
  const schema = z.object({ id: z.string(), name: z.string(), released: z.boolean(), releaseDate: z.string().optional() });
  versions = z.array(schema).parse((await sandbox.rest('admin', 'GET', '/rest/api/3/project/SHOP/versions')).body);
});
afterAll(async () => expect(await sandbox.stop()).toEqual([]));

interface Defect {
  readonly key: string;
  readonly issueId: string;
}
async function newDefect(): Promise<Defect> {
  const key = await sandbox.createDefect('SHOP', await sandbox.versionId('SHOP', '4.2.0'), 'S2');
  await sandbox.settle();
  await sandbox.advance('1m');
  const { body } = await sandbox.rest('admin', 'GET', `/rest/api/3/issue/${key}`);
  return { key, issueId: z.object({ id: z.string() }).parse(body).id };
}
const panel = ({ key }: Defect) => ({ moduleKey: 'holdpoint-panel', issueKey: key });
const originOf = (defect: Defect, who: Person = 'dev') =>
  sandbox.screen(who, panel(defect), 'origin', originViewSchema, { issueId: defect.issueId });
const say = (defect: Defect, versionId: string | null, change: object | null) =>
  sandbox.screen('dev', panel(defect), 'setOrigin', originViewSchema, { issueId: defect.issueId, versionId, change });
const regressions = (who: Person = 'dev') => sandbox.screen(who, page, 'regressions', regressionsViewSchema, { projectId });
const send = async (trigger: string, payload: Record<string, unknown>): Promise<void> => {
  const sent = await pipeline.send(trigger, { ...(await pipeline.envelope()), ...payload });
  if (sent.status !== 202) throw new Error(`${sent.status}: ${sent.text}`);
  await sandbox.settle();
  await sandbox.advance('1m');
};
const ledgerSchema = z.object({
  value: z.object({ view: z.object({ decisions: z.array(z.looseObject({ sentence: z.string() })) }) }),
});
async function entries(): Promise<string[]> {
  const asked = { projectId, ledger: 'project', kind: 'origin-set' };
  return ledgerSchema
    .parse(await sandbox.invoke('dev', page, 'decisions', asked))
    .value.view.decisions.map(({ sentence }) => sentence);
}

const sha = 'c0ffee1234567890c0ffee1234567890c0ffee12';

test('the first build in which it was seen is suggested with the one before, and the commit between them', async () => {
  const about = { service: 'shop', version: '4.2.0', branch: 'release/4.2.0', state: 'successful' };
  await send('build', { ...about, build: '4.2.0-a', commit: 'a'.repeat(40), changes: ['a'.repeat(40)] });
  await send('build', { ...about, build: '4.2.0-b', commit: sha, changes: [sha] });
  const failures = [
    { name: 'adds up', class: 'OriginTest', message: 'OriginError: 3 is not 4', trace: 'OriginError: 3 is not 4' },
  ];
  const tally = { tests: 10, passed: 9, failed: 1, errors: 0, skipped: 0, flaky: 0 };
  const run = { suite: 'api', environment: 'staging', service: 'shop', version: '4.2.0', build: '4.2.0-b', tally, failures };
  for (let n = 0; n < 3; n += 1) await send('test-results', { kind: 'run', run: randomUUID(), ...run });
  const [filed] = await sandbox.search('project = SHOP AND summary ~ "OriginTest"');
  const found = filed ?? (await sandbox.search('project = SHOP AND labels is not EMPTY ORDER BY created DESC'))[0];
  const defect = { key: found?.key ?? '', issueId: found?.id ?? '' };
  const { suggestions, origin, mayEdit } = await originOf(defect);
  expect([origin, mayEdit]).toEqual([null, true]);
  expect(suggestions[0]).toMatchObject({ words: `4.2.0, commit ${sha.slice(0, 10)}`, version: { name: '4.2.0' } });
  expect(suggestions[0]?.why).toContain('not in 4.2.0-a before it');
});

test('a word is kept with who said it, is an entry once, changes and is taken back', async () => {
  const defect = await newDefect();
  const version = versions.find(({ name }) => name === '4.1.3') ?? versions[0];
  const said = await say(defect, version?.id ?? '', { kind: 'typed', text: sha.toUpperCase() });
  expect(said.origin).toMatchObject({ words: `${version?.name ?? ''}, commit ${sha.slice(0, 10)}`, by: 'sandbox:dev' });
  const before = await entries();
  await say(defect, version?.id ?? '', { kind: 'typed', text: sha });
  expect(await entries()).toEqual(before);
  expect(before).toContain(`A defect was brought in by ${version?.name ?? ''}, commit ${sha.slice(0, 10)}.`);
  expect((await say(defect, null, { kind: 'typed', text: 'build 77' })).origin).toMatchObject({ words: 'build build 77' });
  expect((await say(defect, null, null)).origin).toBeNull();
  expect((await originOf(defect)).affected).toEqual([]);
});

test('the releases that have it follow from its origin, and are named in Jira with one click, as the viewer', async () => {
  const defect = await newDefect();
  const origin = versions.findLast(({ released, releaseDate }) => released && releaseDate !== undefined);
  const { affected } = await say(defect, origin?.id ?? '', null);
  expect(affected[0]).toEqual({ id: origin?.id, name: origin?.name, named: false });
  expect(affected.some(({ name }) => name === '4.2.0')).toBe(false);
  const set = await sandbox.screen('dev', panel(defect), 'setAffected', originViewSchema, { issueId: defect.issueId });
  expect(set.affected.every(({ named }) => named)).toBe(true);
  const { body } = await sandbox.rest('dev', 'GET', `/rest/api/3/issue/${defect.key}`);
  const named = z.object({ fields: z.object({ versions: z.array(z.object({ name: z.string() })) }) }).parse(body).fields.versions;
  expect(named.map(({ name }) => name).sort()).toEqual(affected.map(({ name }) => name).sort());
  await sandbox.settle();
  await sandbox.advance('1m');
  expect((await originOf(defect)).affected).toEqual(set.affected);
});

test('what brought in several is listed, to each viewer with the defects that Jira shows', async () => {
  const [one, two, hidden] = [await newDefect(), await newDefect(), await newDefect()];
  for (const defect of [one, two, hidden]) await say(defect, null, { kind: 'typed', text: 'feedbeef01' });
  expect((await sandbox.transition(two.key, 'Close', 'dev')).status).toBe(204);
  const level = z
    .object({ levels: z.array(z.object({ id: z.string() })) })
    .parse((await sandbox.rest('admin', 'GET', '/rest/api/3/project/SHOP/securitylevel')).body).levels[0]?.id;
  await sandbox.rest('admin', 'PUT', `/rest/api/3/issue/${hidden.key}`, { fields: { security: { id: level } } });
  await sandbox.settle();
  await sandbox.advance('6m');
  const cause = (await regressions('viewer')).causes.find(({ label }) => label === 'feedbeef01');
  expect(cause).toMatchObject({ kind: 'commit', count: 2, open: 1, defects: [{ key: one.key }, { key: two.key }] });
  expect(JSON.stringify(await sandbox.invoke('viewer', page, 'origin', { issueId: hidden.issueId }))).toContain('"refused"');
});

test('who may not edit the issue may not say it, and who may not see the project learns nothing', async () => {
  const defect = await newDefect();
  const wish = { issueId: defect.issueId, versionId: versions[0]?.id ?? '', change: null };
  expect(JSON.stringify(await sandbox.invoke('viewer', panel(defect), 'setOrigin', wish))).toContain('"refused"');
  expect(JSON.stringify(await sandbox.invoke('viewer', panel(defect), 'setAffected', { issueId: defect.issueId }))).toContain(
    '"refused"',
  );
  expect((await originOf(defect, 'viewer')).mayEdit).toBe(false);
  for (const [call, payload] of Object.entries({
    origin: { issueId: defect.issueId },
    setOrigin: wish,
    regressions: { projectId },
  })) {
    const answer = JSON.stringify(await sandbox.invoke('outsider', page, call, payload));
    expect([call, answer.includes('"refused"') || answer.includes('"ok":false')]).toEqual([call, true]);
  }
});
