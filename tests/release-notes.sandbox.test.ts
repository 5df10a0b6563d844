import { z } from 'zod';
import { releaseNotesViewSchema, rollOverViewSchema } from '../src/contracts/release-notes';
import { RunningSandbox, type Person } from './running-sandbox';

/** X8: what a release brings, ships with and leaves behind; and how what is left moves on. */
jest.setTimeout(180_000);

const page = { moduleKey: 'holdpoint-project', projectKey: 'SHOP' };

let sandbox: RunningSandbox;
let projectId: string;
let versionId: string;
beforeAll(async () => {
  sandbox = await RunningSandbox.start('200');
  projectId = z.object({ id: z.string() }).parse((await sandbox.rest('admin', 'GET', '/rest/api/3/project/SHOP')).body).id;
  versionId = await sandbox.versionId('SHOP', '4.2.0');
});
afterAll(async () => expect(await sandbox.stop()).toEqual([]));

const read = (id = versionId) =>
  sandbox.screen('rhea', page, 'releaseNotes', releaseNotesViewSchema, { projectId, versionId: id });
const wish = (issueIds: readonly string[], toVersionId: string) => ({
  ...{ projectId, versionId, toVersionId, issueIds, because: 'Not ready for the freeze' },
});
const rollOver = (who: Person, issueIds: readonly string[], toVersionId: string) =>
  sandbox.screen(who, page, 'rollOver', rollOverViewSchema, wish(issueIds, toVersionId));

test('the lists are what Jira says: done ones are fixed, open ones are left', async () => {
  const { fixed, left, text, hidden } = await read();
  const inJira = async (status: string) => {
    const issues = await sandbox.search(`project = SHOP AND issuetype = Bug AND fixVersion = ${versionId} AND ${status}`);
    return issues.map(({ key }) => key).sort();
  };
  const keys = (some: readonly { key: string }[]) => some.map(({ key }) => key).sort();
  expect(hidden).toBe(0);
  expect(keys(fixed)).toEqual(await inJira('statusCategory = Done'));
  expect(keys(left)).toEqual(await inJira('statusCategory != Done'));
  expect(fixed.length * left.length).toBeGreaterThan(0);
  for (const { key } of fixed) expect(text).toContain(`- ${key} `);
});

test('what is left moves in the name of the person, slips by one, and the ledger says why', async () => {
  const { left, targets } = await read();
  const [first, second] = left;
  const target = targets[0];
  if (first === undefined || second === undefined || target === undefined) throw new Error('SHOP has too little to move.');
  const answer = await rollOver('rhea', [first.id, second.id], target.id);
  expect(answer.results.map(({ problem }) => problem)).toEqual([null, null]);
  await sandbox.settle();
  expect((await read()).left.map(({ id }) => id)).not.toContain(first.id);
  const there = await read(target.id);
  expect(there.left.find(({ id }) => id === first.id)?.slips).toBe(first.slips + 1);
  const decisions = JSON.stringify(
    await sandbox.invoke('rhea', page, 'decisions', { projectId, ledger: 'project', issueKey: first.key, kind: 'rolled-over' }),
  );
  expect(decisions).toContain('Not ready for the freeze');
  expect((await rollOver('rhea', [first.id], target.id)).results[0]?.problem).toMatch(/not open and planned/);
});

test('who may not edit the issues moves nothing; who may not see the project moves nothing either', async () => {
  const { left, targets } = await read();
  const issue = left[0]?.id ?? '';
  const answer = await rollOver('viewer', [issue], targets[0]?.id ?? '');
  expect(answer.results[0]?.problem).toBe('Jira does not let you edit it.');
  const settingsPage = { moduleKey: 'holdpoint-settings' };
  const stranger = await sandbox.invoke('outsider', settingsPage, 'rollOver', wish([issue], targets[0]?.id ?? ''));
  expect(JSON.stringify(stranger)).not.toMatch(/"kind":"ok"|SHOP-\d/);
  await sandbox.settle();
  expect((await read()).left.map(({ id }) => id)).toContain(issue);
});
