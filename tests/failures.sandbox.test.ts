import { z } from 'zod';
import { settingsViewSchema } from '../src/contracts/settings';
import { Pipeline } from './pipeline';
import { RunningSandbox } from './running-sandbox';
import { tablesOf } from './tables';

/** Failed tests become defects: one for each cause, guarded against flaky tests and broken runs, once, whatever dies. */
jest.setTimeout(300_000);

let sandbox: RunningSandbox;
let pipeline: Pipeline;
let projectId: string;
const settingsPage = { moduleKey: 'holdpoint-settings' };

beforeAll(async () => {
  sandbox = await RunningSandbox.start('20');
  pipeline = new Pipeline(sandbox);
  projectId = z.object({ id: z.string() }).parse((await sandbox.rest('admin', 'GET', '/rest/api/3/project/SHOP')).body).id;
});
afterEach(() => sandbox.control('faults', {}));
afterAll(async () => expect(await sandbox.stop()).toEqual([]));

interface Case {
  readonly name: string;
  readonly class?: string;
  readonly message?: string;
  readonly trace?: string;
  readonly flaky?: boolean;
}

let runs = 0;
/** Sends a run of 100 tests, a minute after the one before. @returns its name */
async function run(suite: string, failures: readonly Case[], more: Record<string, unknown> = {}): Promise<string> {
  runs += 1;
  const name = `${suite}-${runs}`;
  const failed = failures.filter(({ flaky }) => flaky !== true).length;
  const tally = {
    tests: Math.max(100, failures.length),
    passed: 100 - failed,
    failed,
    errors: 0,
    skipped: 0,
    flaky: failures.length - failed,
  };
  const payload = {
    ...(await pipeline.envelope()),
    ...{ kind: 'run', run: name, suite, environment: 'staging', service: 'shop', version: '4.2.0', build: `b${runs}` },
    ...{ tally: { ...tally, passed: Math.max(0, tally.passed) }, failures },
    ...more,
  };
  const sent = await pipeline.send('test-results', payload);
  if (sent.status !== 202) throw new Error(`${sent.status}: ${sent.text}`);
  await sandbox.settle();
  await sandbox.advance('1m');
  return name;
}

const timeout = (where: string): Case => ({
  name: `pays in ${where}`,
  class: 'PaymentTest',
  message: `TimeoutError: no answer from gateway ${where} after 3012 ms`,
  trace: [
    `TimeoutError: no answer from gateway ${where} after 3012 ms`,
    `    at PaymentGateway.charge (/home/ci/${where}/src/payment/gateway.ts:41:13)`,
    `    at Checkout.pay (/home/ci/${where}/src/checkout/checkout.ts:88:5)`,
  ].join('\n'),
});
const failedIn = (of: string): Case => ({
  name: `works in ${of}`,
  class: `${of}Test`,
  message: `${of}Error: broken`,
  trace: `${of}Error: broken\n    at ${of}.run (/ci/src/${of.toLowerCase()}.ts:7:3)`,
});

async function defects(): Promise<string[]> {
  const { failures } = await tablesOf(sandbox, projectId);
  return failures.flatMap(({ issue_key }) => issue_key ?? []);
}
const issueSchema = z.object({
  fields: z.looseObject({
    summary: z.string(),
    labels: z.array(z.string()),
    status: z.object({ name: z.string(), statusCategory: z.object({ key: z.string() }) }),
    versions: z.array(z.object({ name: z.string() })),
    attachment: z.array(z.object({ id: z.string(), filename: z.string() })),
    comment: z.object({ comments: z.array(z.object({ body: z.unknown() })) }),
    description: z.unknown(),
  }),
});
async function issue(key: string) {
  return issueSchema.parse((await sandbox.rest('qa', 'GET', `/rest/api/3/issue/${key}`)).body).fields;
}

test('500 failures of one cause are one defect with 500 sightings, with what one needs to look into it', async () => {
  const before = await defects();
  const name = await run(
    'one-cause',
    Array.from({ length: 500 }, (_, n) => timeout(`zone-${n}`)),
    { log: `starting\nTimeoutError: no answer from gateway\ncontact ann.smith@example.com\nend`, commit: 'abcdef1234567' },
  );
  const [key, ...others] = (await defects()).filter((one) => !before.includes(one));
  expect(others).toEqual([]);
  const { summary, labels, versions, attachment, description } = await issue(key ?? '');
  expect(summary).toContain('TimeoutError');
  expect(labels).toHaveLength(1);
  expect(versions.map(({ name: called }) => called)).toEqual(['4.2.0']);
  const said = JSON.stringify(description);
  for (const words of ['staging', name, 'abcdef1234567', '500 times', 'and 480 more', 'PaymentGateway.charge'])
    expect(said).toContain(words);
  expect(attachment.map(({ filename }) => filename)).toEqual([`${name}.log`]);
  const log = await fetch(new URL(`/rest/api/3/attachment/content/${attachment[0]?.id ?? ''}`, sandbox.url), {
    headers: { authorization: `Basic ${Buffer.from('qa@example.com:x').toString('base64')}` },
  });
  const text = await log.text();
  expect(text).toContain('TimeoutError: no answer from gateway');
  expect(text).not.toContain('ann.smith@example.com');
  const { sightings } = await tablesOf(sandbox, projectId);
  expect(sightings.filter(({ times }) => times === 500)).toHaveLength(1);
  await run('one-cause', [timeout('another place')]);
  expect((await defects()).filter((one) => !before.includes(one))).toEqual([key]);
});

test('a defect that was done opens again when its failure comes back, with a comment, once', async () => {
  await run('comes-back', [failedIn('Basket')]);
  const key = (await defects()).at(-1) ?? '';
  const found = await tablesOf(sandbox, projectId);
  const mine = found.failures.find(({ because }) => because.includes('comes-back'))?.issue_key ?? key;
  await sandbox.transition(mine, 'Start work', 'dev').catch(() => undefined);
  const done = (await sandbox.transitions(mine, 'dev')).find(({ name }) => /done|close|resolve|fix/i.test(name));
  await sandbox.transition(mine, done?.name ?? '', 'dev');
  await sandbox.advance('2m');
  expect((await issue(mine)).status.statusCategory.key).toBe('done');
  await run('comes-back', [failedIn('Basket')]);
  const open = await issue(mine);
  expect(open.status.statusCategory.key).not.toBe('done');
  expect(JSON.stringify(open.comment.comments.at(-1)?.body)).toContain('shows it again');
  const comments = open.comment.comments.length;
  await run('comes-back', [failedIn('Basket')]);
  expect((await issue(mine)).comment.comments).toHaveLength(comments);
});

test('a defect that was closed without a fix stays closed when its failure comes back', async () => {
  await run('left-alone', [failedIn('Wishlist')]);
  const mine =
    (await tablesOf(sandbox, projectId)).failures.find(({ because }) => because.includes('left-alone'))?.issue_key ?? '';
  const done = (await sandbox.transitions(mine, 'dev')).find(({ name }) => /done|close|resolve|fix/i.test(name));
  const fields = { resolution: { name: "Won't Do" } };
  const closed = await sandbox.rest('dev', 'POST', `/rest/api/3/issue/${mine}/transitions`, {
    transition: { id: done?.id },
    fields,
  });
  expect(closed.status).toBe(204);
  await sandbox.advance('2m');
  await run('left-alone', [failedIn('Wishlist')]);
  const after = await issue(mine);
  expect(after.status.statusCategory.key).toBe('done');
  expect(after.comment.comments).toHaveLength(0);
});

test('a failure that passes when it is tried again is tracked, and no defect until it does so too often', async () => {
  const before = await defects();
  const flaky = { ...failedIn('Carousel'), flaky: true };
  await run('flaky', [flaky]);
  for (let n = 0; n < 4; n += 1) await run('flaky', []);
  expect(await defects()).toEqual(before);
  expect((await tablesOf(sandbox, projectId)).failures.find(({ because }) => because.includes('flaky'))).toMatchObject({
    state: 'tracked',
  });
  await run('flaky', [flaky]);
  const [key] = (await defects()).filter((one) => !before.includes(one));
  expect((await issue(key ?? '')).summary).toMatch(/^Flaky: /);
});

test('more new failures than the fuse bears are one defect, with the list', async () => {
  const before = await defects();
  const names = Array.from({ length: 25 }, (_, n) => `Part${String.fromCharCode(65 + n)}${String.fromCharCode(97 + n)}x`);
  await run('broken', names.map(failedIn));
  const [key, ...others] = (await defects()).filter((one) => !before.includes(one));
  expect(others).toEqual([]);
  const { summary, description } = await issue(key ?? '');
  expect(summary).toBe('Run broken: 25 new failures in broken in staging');
  expect(JSON.stringify(description)).toContain('and 5 more');
});

test('closing is proposed once after five green runs in the same environment', async () => {
  await run('green', [failedIn('Ledger')]);
  const key =
    (await tablesOf(sandbox, projectId)).failures.find(({ because }) => because.includes('of green in'))?.issue_key ?? '';
  for (let n = 0; n < 4; n += 1) await run('green', []);
  expect((await issue(key)).comment.comments).toHaveLength(0);
  await run('green', []);
  await run('green', []);
  const { comments } = (await issue(key)).comment;
  expect(comments).toHaveLength(1);
  expect(JSON.stringify(comments[0]?.body)).toContain('Not seen in the last 5 runs of green in staging');
});

test('a failure on the list of known ones is none, and a project that files nothing only counts', async () => {
  const { settings, revision } = await sandbox.screen('admin', settingsPage, 'settings', settingsViewSchema, {});
  const known = { match: { kind: 'text', text: 'GhostError' }, reason: 'The test rig has no printer.', until: null };
  const save = (document: object, over: number) =>
    sandbox.invoke('admin', settingsPage, 'saveSettings', { settings: document, revision: over });
  await save({ ...settings, failures: { ...settings.failures, known: [known] } }, revision);
  const before = await defects();
  await run('known', [failedIn('Ghost')]);
  expect((await tablesOf(sandbox, projectId)).failures.find(({ because }) => because.includes('no printer'))).toMatchObject({
    state: 'known',
  });
  await save({ ...settings, failures: { ...settings.failures, file: false } }, revision + 1);
  await run('counted', [failedIn('Printer')]);
  expect(await defects()).toEqual(before);
  await save(settings, revision + 2);
});

test('a defect is made once although functions die at any call, and a log that Jira refuses is no reason to make it again', async () => {
  const before = await defects();
  for (const seed of [1, 2, 3]) {
    await sandbox.control('faults', { seed, kill: 0.25, http: { 500: 0.1 } });
    const name = `Dying${'abc'[seed - 1] ?? ''}`;
    const payload = {
      ...(await pipeline.envelope()),
      ...{
        kind: 'run',
        run: name,
        suite: name,
        environment: 'staging',
        tally: { tests: 9, passed: 8, failed: 1, errors: 0, skipped: 0 },
      },
      ...{ failures: [failedIn(name)], log: 'log' },
    };
    for (let tries = 0; tries < 30; tries += 1)
      if ([200, 202].includes((await pipeline.send('test-results', payload)).status)) break;
    await sandbox.advance('12m');
    await sandbox.control('faults', {});
    await sandbox.advance('12m');
  }
  expect((await defects()).filter((one) => !before.includes(one))).toHaveLength(3);
  const summaries = await Promise.all(
    (await sandbox.search('project = SHOP AND created >= -60d')).map(async ({ key }) => (await issue(key)).summary),
  );
  for (const name of ['Dyinga', 'Dyingb', 'Dyingc'])
    expect(summaries.filter((summary) => summary.includes(`${name}Error`))).toHaveLength(1);
});
