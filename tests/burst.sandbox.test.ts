import { z } from 'zod';
import { RunningSandbox } from './running-sandbox';

/** Many changes of few issues cost about as much as few changes, and end in the right verdicts. */
jest.setTimeout(300_000);

let sandbox: RunningSandbox;
beforeAll(async () => {
  sandbox = await RunningSandbox.start('150');
});
afterAll(async () => expect(await sandbox.stop()).toEqual([]));

test('1,000 edits of 100 issues within a minute', async () => {
  const versionId = await sandbox.versionId('SHOP', '4.2.0');
  const found = await sandbox.search('project = SHOP AND issuetype = Bug ORDER BY key');
  const issues = found.slice(0, 100);
  expect(issues).toHaveLength(100);
  const fields = z
    .array(z.looseObject({ id: z.string(), name: z.string() }))
    .parse((await sandbox.rest('dev', 'GET', '/rest/api/3/field')).body);
  const severity = fields.find(({ name }) => name === 'Defect severity')?.id ?? '';
  const { next } = await sandbox.trace();
  const started = Date.now();
  for (let round = 0; round < 10; round += 1) {
    // The last round leaves every one of them an S1 of 4.2.0.
    const edit = { fixVersions: [{ id: versionId }], [severity]: round === 9 ? 'S1' : `S${(round % 3) + 2}` };
    for (let n = 0; n < issues.length; n += 10) {
      const ten = issues.slice(n, n + 10);
      const answers = await Promise.all(
        ten.map(({ id }) => sandbox.rest('dev', 'PUT', `/rest/api/3/issue/${id}`, { fields: edit })),
      );
      for (const { status } of answers) expect(status).toBe(204);
    }
  }
  expect(Date.now() - started).toBeLessThan(60_000);
  await sandbox.settle();
  // Where the database asked for a pause, the queue goes on after it.
  await sandbox.advance('1m');
  const { entries } = await sandbox.trace(next);
  const reads = entries.filter(({ kind, what }) => kind === 'rest' && what.includes('issue/bulkfetch'));
  const issueReads = reads.reduce((sum, { points }) => sum + points - 1, 0);
  const messages = entries.filter(({ kind, what }) => kind === 'queue' && what.includes('push')).length;
  process.stdout.write(`1,000 edits: ${issueReads} issues read in ${reads.length} requests, ${messages} pushes to the queue\n`);
  expect(issueReads).toBeGreaterThanOrEqual(100);
  expect(issueReads).toBeLessThanOrEqual(1_000);
  const open = await sandbox.search('project = SHOP AND issuetype = Bug AND statusCategory != Done AND fixVersion = 4.2.0');
  const { stages } = await sandbox.published('SHOP', versionId);
  const s1 = open.filter(({ id }) => issues.some((issue) => issue.id === id)).length;
  expect(stages['production']?.state).toBe('held');
  expect(stages['production']?.value).toBeGreaterThanOrEqual(s1);
});
