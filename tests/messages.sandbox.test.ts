import { answerProduct, killedAfter, startForgeSql, type ForgeSqlHere } from './forge-sql';
import { z } from 'zod';
import { ALL_SCOPES, aBench } from '../sandbox/jira/jira.fixture';
import { anIssue, aSeed } from '../sandbox/jira/seed.fixture';
import type { NotificationRules, Told } from '../src/notifications';
import { forgetMessagesBefore, gather, previewNotifications, tellDue } from '../src/notifications/shell';
import { anOccurrence, aRelease, aRule, someRules, start } from '../src/notifications/notifications.fixture';
import { minute, plus } from '../src/kernel/instant';
import { migrate } from '../src/platform/database';

/** Telling people, on a real database and the sandbox's Jira: once, whoever else tells at the same time, and whoever dies. */
jest.setTimeout(240_000);

const ticketId = '10191';
let sql: ForgeSqlHere;
let bench: ReturnType<typeof aBench>;
let answers: number[];

beforeAll(async () => {
  sql = await startForgeSql(59_316);
  await migrate();
  answerProduct(async (path, init) => {
    const fault = answers.shift();
    if (fault !== undefined && fault !== 200) return new Response('{}', { status: fault, headers: { 'Retry-After': '30' } });
    const body: unknown = init.body === undefined ? undefined : JSON.parse(init.body);
    const answer = await bench.throughApp({ kind: 'app' }, ALL_SCOPES, init.method ?? 'GET', path, body);
    const text = answer.body === undefined ? null : JSON.stringify(answer.body);
    return new Response(text, { status: answer.status, headers: { ...answer.headers } });
  });
});
afterAll(() => sql.stop());

/** A site and a table without messages. */
async function anew(): Promise<void> {
  await sql.connection.query('DELETE FROM messages');
  answers = [];
  const seed = aSeed();
  const ticket = anIssue({ id: ticketId, key: 'SHOP-91', assignee: 'viewer', componentIds: ['10020'], securityLevelId: '10400' });
  const components = seed.components.map((component) => ({ ...component, leadAccountId: 'dev' }));
  bench = aBench({ seed: { ...seed, components, issues: [...seed.issues, ticket] }, refereed: true });
}
beforeEach(anew);
afterEach(() => expect(bench.findings).toEqual([]));

const rules = (part: Partial<Parameters<typeof aRule>[0]> = {}): NotificationRules =>
  someRules({ rules: [aRule({ to: [{ kind: 'owner' }, { kind: 'assignee' }, { kind: 'role', name: 'viewers' }], ...part })] });
const defect = (n: number, sentence = `The defect SHOP-${n} was reported with S1.`): Told =>
  anOccurrence({ id: `defect:${n}`, at: plus(start, n), sentence, releases: [aRelease({ ticketId })] });
const due = plus(start, 2 * minute);
const commentsSchema = z.object({ comments: z.array(z.object({ body: z.unknown() })) });
const comments = async () => {
  const { body } = await bench.call('dev', 'GET', `/rest/api/3/issue/${ticketId}/comment`);
  return commentsSchema.parse(body).comments.map((comment) => JSON.stringify(comment.body));
};

test('a hundred duplicates, each told twice, are one comment with a count, which mentions only who may see it', async () => {
  for (let n = 1; n <= 100; n += 1) {
    expect(await gather(defect(n))).toBe(true);
    expect(await gather(defect(n))).toBe(false);
  }
  expect(await tellDue(rules(), plus(start, 5000))).toBe(plus(start, minute + 1));
  expect(await comments()).toEqual([]);
  expect(await tellDue(rules(), due)).toBeNull();
  const [comment, ...others] = await comments();
  expect(others).toEqual([]);
  expect(comment).toContain('100 defects were reported.');
  expect(comment).toContain('"mention","attrs":{"id":"dev"}');
  expect(comment).not.toContain('viewer');
  await tellDue(rules(), plus(due, 60 * minute));
  expect(await comments()).toHaveLength(1);
});

test('several who tell at the same time write one comment', async () => {
  await Promise.all(Array.from({ length: 20 }, (_, n) => gather(defect(n))));
  await Promise.all([1, 2, 3, 4].map(() => tellDue(rules(), due)));
  await tellDue(rules(), plus(due, 20 * minute));
  const all = await comments();
  expect(all).toHaveLength(1);
  expect(all[0]).toContain('20 defects were reported.');
});

test('whoever dies at any step, the message is told once and counts everything', async () => {
  let statements = 0;
  for (let ended = false; !ended; statements += 1) {
    await anew();
    for (let n = 0; n < 3; n += 1) await gather(defect(n));
    ended = await killedAfter(statements, () => tellDue(rules(), due));
    await gather(defect(1));
    await tellDue(rules(), plus(due, 17 * minute));
    const all = await comments();
    expect([statements, all.length]).toEqual([statements, 1]);
    expect(all[0]).toContain('3 defects were reported.');
  }
  expect(statements).toBeGreaterThan(12);
});

test('a mail and what Jira Automation finds; words from outside stay words', async () => {
  const hostile = '<img src=x onerror=alert(1)> {panel} [~accountid:viewer]';
  await gather(defect(1, hostile));
  await tellDue(rules({ channels: ['comment', 'mail', 'automation'] }), due);
  const mails = bench.jira.mail().filter(({ subject }) => subject.startsWith('Holdpoint'));
  expect(mails).toMatchObject([{ issueKey: 'SHOP-91', to: ['dev'] }]);
  expect(mails[0]?.textBody).toContain(hostile);
  const { body } = await bench.call('dev', 'GET', `/rest/api/3/issue/${ticketId}?fields=labels`);
  expect(body).toMatchObject({ fields: { labels: ['holdpoint-message'] } });
  const property = await bench.call('dev', 'GET', `/rest/api/3/issue/${ticketId}/properties/holdpointMessage`);
  expect(property.body).toMatchObject({ value: { count: 1, severity: 'S1', releases: ['4.2.0'] } });
  expect((await comments())[0]).toContain(JSON.stringify({ type: 'text', text: hostile }));
});

test('where Jira is busy or fails it is tried again, and what it refuses is written down', async () => {
  await gather(defect(1));
  answers = [429];
  expect(await tellDue(rules(), due)).toBe(plus(due, 30_000));
  answers = [500];
  expect(await tellDue(rules(), plus(due, 30_000))).toBe(plus(due, 30_000 + 5 * minute));
  expect(await tellDue(rules(), plus(due, 10 * minute))).toBeNull();
  expect(await comments()).toHaveLength(1);
  await gather({ ...defect(2), at: plus(due, 60 * minute), releases: [aRelease({ ticketId: '999999' })] });
  await tellDue(rules(), plus(due, 70 * minute));
  const rows = await sql.rows("SELECT state, because FROM messages WHERE kind = 'message' ORDER BY at");
  const ends = z.array(z.object({ state: z.string(), because: z.string().nullable() })).parse(rows);
  expect(ends.map(({ state }) => state)).toEqual(['sent', 'refused']);
  expect(ends[1]?.because).toMatch(/404/);
});

test('where Jira does not let the app know who may see an issue, the comment is written and mentions nobody', async () => {
  await gather(defect(1));
  // What is asked before: the issue, its component, whether the component's lead may see the issue.
  answers = [200, 200, 403];
  await tellDue(rules({ to: [{ kind: 'owner' }] }), due);
  const [comment] = await comments();
  expect(comment).toContain('SHOP-1');
  expect(comment).not.toContain('mention');
});

test('the preview says the same from what was kept, and old things are forgotten', async () => {
  for (let n = 1; n <= 5; n += 1) await gather(defect(n));
  const now = plus(start, 60 * minute);
  expect(await previewNotifications(rules(), now)).toMatchObject({
    ...{ kind: 'preview', messages: 1, days: 1, since: plus(start, 1) },
    rules: [{ messages: 1, occurrences: 5, to: ['the owner', 'the assignee', 'the role viewers'] }],
  });
  expect(await previewNotifications({ on: true }, now)).toMatchObject({ kind: 'invalid' });
  expect(bench.jira.mail()).toEqual([]);
  await forgetMessagesBefore(plus(now, minute));
  expect(await sql.rows('SELECT id FROM messages')).toHaveLength(5);
  await tellDue({ ...rules(), on: false }, now);
  await forgetMessagesBefore(plus(now, minute));
  expect(await sql.rows("SELECT id FROM messages WHERE kind <> 'gathered'")).toEqual([]);
});
