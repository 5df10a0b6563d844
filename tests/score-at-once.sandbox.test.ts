import { answerProduct, inBetween, startForgeSql, type ForgeSqlHere } from './forge-sql';
import { toDefect } from '../src/defects/defect';
import { defectHistory } from '../src/defects/history';
import { anIssue, ids } from '../src/defects/issue.fixture';
import { storeDefects } from '../src/defects/shell';
import { rescoreDefects } from '../src/flows/rescore';
import { migrate } from '../src/platform/database';
import { scoresOf } from '../src/scoring/shell';

/** Two functions score a defect at once, on a real database: what was known last holds, whoever stores it first. */
jest.setTimeout(180_000);

const project = '10000';
const issueId = '20001';
let sql: ForgeSqlHere;
let minutes = 0;

beforeAll(async () => {
  sql = await startForgeSql(59_319);
  await migrate();
  answerProduct((path) => {
    // The settings were never saved, and whoever waits for the queue waits in vain.
    const known = path.startsWith('/webhook/queue/') ? [201, '{}'] : [404, '{"code":"KEY_NOT_FOUND","message":"Nothing there."}'];
    return Promise.resolve(new Response(String(known[1]), { status: Number(known[0]) }));
  });
});
afterAll(() => sql.stop());
beforeEach(async () => {
  for (const table of ['defects', 'scores']) await sql.connection.query(`DELETE FROM ${table}`);
});

/** The issue is read from Jira with that severity. */
async function read(severity: string): Promise<void> {
  minutes += 1;
  const at = new Date(Date.UTC(2026, 9, 10, 0, minutes)).toISOString();
  const issue = { ...anIssue({ updated: at, customfield_1: { value: severity } }), id: issueId };
  await storeDefects([{ defect: toDefect(issue, ids), history: defectHistory(issue, [], ids) }], at);
}
const rescore = () => rescoreDefects(project, [issueId]);
const scored = async () => (await scoresOf([issueId])).get(issueId);

test('a first score of older facts does not go over one of newer facts that was stored meanwhile', async () => {
  await read('S4');
  inBetween(/INSERT INTO scores/, async () => {
    await read('S1');
    await rescore();
  });
  await rescore();
  expect((await scored())?.inputs.severity).toBe('S1');
});

test('an older score does not go over a newer one, nor does what is said of its change', async () => {
  await read('S4');
  await rescore();
  await read('S3');
  inBetween(/INSERT INTO scores/, async () => {
    await read('S1');
    await rescore();
  });
  await rescore();
  const held = await scored();
  expect(held?.inputs.severity).toBe('S1');
  expect(held?.changes.map(({ because }) => because)).toEqual(['its severity is S1, was S4']);
});

test('a score that came out the same is newer than one that began before it', async () => {
  await read('S4');
  await rescore();
  await read('S1');
  inBetween(/INSERT INTO scores/, async () => {
    await read('S4');
    await rescore();
  });
  await rescore();
  expect((await scored())?.inputs.severity).toBe('S4');
});

test('whatever was scored before, the next change is followed', async () => {
  for (const severity of ['S4', 'S1', 'S4', 'S2', 'S2'] as const) {
    await read(severity);
    await rescore();
    expect((await scored())?.inputs.severity).toBe(severity);
  }
});
