import { z } from 'zod';
import { RunningSandbox } from './running-sandbox';

/**
 * The whole way through by Jira's REST API alone, as a workflow or a script goes it: held, refused with the reason, defects closed,
 * open, the transition passes, a new S1, held again.
 */
jest.setTimeout(120_000);

let sandbox: RunningSandbox;
let version: string;
let ticket: string;

const messages = (body: unknown) =>
  z
    .object({ errorMessages: z.array(z.string()) })
    .parse(body)
    .errorMessages.join('\n');
const stage = async (key: string) => {
  const found = (await sandbox.published('SHOP', version)).stages[key];
  if (found === undefined) throw new Error(`No verdict for ${key}.`);
  return found;
};
const names = async () => (await sandbox.transitions(ticket)).map(({ name }) => name);
/** JQL search lags behind what was just written, as Jira's does. */
const searchLater = async (jql: string) => {
  await sandbox.advance('1s');
  return sandbox.search(jql);
};
const closeAll = async (jql: string) => {
  for (const { key } of await searchLater(jql)) {
    const answer = await sandbox.transition(key, 'Close', 'dev');
    expect(answer.status).toBe(204);
  }
};

beforeAll(async () => {
  sandbox = await RunningSandbox.start('600');
  version = await sandbox.versionId('SHOP', '4.2.0');
  ticket = (await sandbox.search(`project = SHOP AND issuetype = Release AND fixVersion = ${version}`))[0]?.key ?? '';
});
afterAll(async () => {
  const findings = await sandbox.stop();
  expect(findings).toEqual([]);
});

test('4.2.0 is held for staging and production, in mode enforce', async () => {
  const published = await sandbox.published('SHOP', version);
  expect(Object.keys(published.stages).sort()).toEqual(['production', 'staging']);
  expect(published.stages['production']).toMatchObject({ mode: 'enforce', state: 'held', rule: 'open-defects' });
  expect(published.stages['production']?.sentence).toMatch(
    /^4\.2\.0 may not enter production: \d+ open S1 defects?, none allowed/,
  );
});

test('4.1.3 is open for both', async () => {
  const published = await sandbox.published('SHOP', await sandbox.versionId('SHOP', '4.1.3'));
  expect(Object.values(published.stages).map(({ state }) => state)).toEqual(['open', 'open']);
});

test('the published verdict names no issue', async () => {
  expect(JSON.stringify(await sandbox.published('SHOP', version))).not.toMatch(/SHOP-\d/);
});

test('a verdict is good for fifteen minutes after Jira was read', async () => {
  await sandbox.advance('6m');
  const { at, until } = await stage('production');
  expect(Date.parse(until) - Date.parse(at)).toBe(15 * 60_000);
});

test('the button to staging is there, and the refusal carries the reason', async () => {
  expect(await names()).toContain('Deploy to staging');
  const refused = await sandbox.transition(ticket, 'Deploy to staging');
  expect(refused.status).toBe(400);
  expect(messages(refused.body)).toContain((await stage('staging')).sentence);
});

test('closing the defects that the verdict names opens staging within five seconds', async () => {
  const { jql } = await stage('staging');
  expect(await searchLater(jql)).toHaveLength(7);
  // The S1, the one without a severity, and one S2: the enterprise customers' S2 goes on holding production.
  await closeAll(`${jql} AND ("Defect severity" is EMPTY OR "Defect severity" = S1)`);
  const [s2] = await searchLater(`${jql} AND "Defect severity" = S2 AND "Customer tier" != enterprise`);
  expect((await sandbox.transition(s2?.key ?? '', 'Close', 'dev')).status).toBe(204);
  expect(await sandbox.until('SHOP', version, 'staging', 'open')).toBeLessThan(5_000);
});

test('the transition to staging passes', async () => {
  await sandbox.settle();
  expect((await sandbox.transition(ticket, 'Deploy to staging')).status).toBe(204);
});

test('the button to production is not there while its gate is held', async () => {
  expect((await stage('production')).state).toBe('held');
  expect(await names()).not.toContain('Deploy to production');
});

test('it cannot be forced by its id either', async () => {
  // The ticket of 4.1.3 stands in staging with an open gate, and shows the transition's id.
  const [open] = await searchLater('project = SHOP AND issuetype = Release AND fixVersion = 4.1.3');
  const id = (await sandbox.transitions(open?.key ?? '')).find(({ name }) => name === 'Deploy to production')?.id;
  expect(id).toBeDefined();
  const forced = await sandbox.rest('rhea', 'POST', `/rest/api/3/issue/${ticket}/transitions`, { transition: { id } });
  expect(forced.status).toBe(400);
});

test('a changed defect costs at most four points to read, and one for each write that is needed', async () => {
  const [defect] = await searchLater((await stage('production')).jql);
  // What changed before is out of the searches' sight.
  await sandbox.advance('16m');
  const { next } = await sandbox.trace();
  await sandbox.transition(defect?.key ?? '', 'Close', 'dev');
  await sandbox.settle();
  // Both stages of the release are published by one write.
  const written = (await sandbox.trace(next)).entries.filter(({ what }) => what.startsWith('PUT /rest/'));
  expect(written.map(({ points }) => points)).toEqual([1]);
  await sandbox.advance('16m');
  const rest = (await sandbox.trace(next)).entries.filter((entry) => entry.kind === 'rest');
  const pointsOf = (path: string) => rest.filter(({ what }) => what.includes(path)).reduce((sum, { points }) => sum + points, 0);
  const searches = rest.filter(({ what }) => what.includes('search/jql')).length;
  // Reading the issue, and its place in the answers of the searches that look for changes; a search as such is the project's.
  const cost = pointsOf('bulkfetch') + pointsOf('search/jql') - searches;
  expect(cost).toBeGreaterThan(0);
  expect(cost).toBeLessThanOrEqual(4);
});

test('closing the rest opens production, and the transition passes', async () => {
  await closeAll((await stage('production')).jql);
  expect(await sandbox.until('SHOP', version, 'production', 'open')).toBeLessThan(5_000);
  await sandbox.settle();
  expect(await names()).toContain('Deploy to production');
});

test('a new S1 holds it again, before the transition is made', async () => {
  const key = await sandbox.createDefect('SHOP', version, 'S1');
  expect(await sandbox.until('SHOP', version, 'production', 'held')).toBeLessThan(5_000);
  expect(await names()).not.toContain('Deploy to production');
  await sandbox.transition(key, 'Close', 'dev');
  await sandbox.until('SHOP', version, 'production', 'open');
});

test('a defect without a severity counts as S1', async () => {
  const key = await sandbox.createDefect('SHOP', version, null);
  await sandbox.until('SHOP', version, 'production', 'held');
  await sandbox.transition(key, 'Close', 'dev');
  await sandbox.until('SHOP', version, 'production', 'open');
});

test('open, the transition to production passes', async () => {
  await sandbox.settle();
  expect((await sandbox.transition(ticket, 'Deploy to production')).status).toBe(204);
});

test('nothing that the app called is unmodelled', async () => {
  expect((await sandbox.trace()).entries.filter(({ kind }) => kind === 'unmodelled')).toEqual([]);
});
