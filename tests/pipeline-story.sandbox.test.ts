import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { exportViewSchema } from '../src/contracts/decisions';
import { Pipeline } from './pipeline';
import { RunningSandbox } from './running-sandbox';
import { tablesOf } from './tables';

/**
 * A pipeline, with nothing but the command and curl: it builds, tests, files a defect, is held, is fixed, deploys, exposes and rolls
 * back.
 */
jest.setTimeout(300_000);

const version = '4.1.3';
let sandbox: RunningSandbox;
let folder: string;
let projectId: string;
let versionId: string;

beforeAll(async () => {
  sandbox = await RunningSandbox.start('60');
  folder = mkdtempSync(join(tmpdir(), 'holdpoint-pipeline-'));
  projectId = z.object({ id: z.string() }).parse((await sandbox.rest('admin', 'GET', '/rest/api/3/project/SHOP')).body).id;
  versionId = await sandbox.versionId('SHOP', version);
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  expect(await sandbox.stop()).toEqual([]);
});

interface Ended {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

function run(program: string, args: readonly string[]): Promise<Ended> {
  const env = {
    ...{ PATH: process.env['PATH'] ?? '', HOME: folder, HOLDPOINT_CONNECTION: sandbox.connection, HOLDPOINT_PROJECT: 'SHOP' },
    ...{ JIRA_BASE_URL: sandbox.url, JIRA_EMAIL: 'rhea@example.com', JIRA_API_TOKEN: 'token' },
    ...{
      GIT_AUTHOR_NAME: 'Dev',
      GIT_AUTHOR_EMAIL: 'dev@example.com',
      GIT_COMMITTER_NAME: 'Dev',
      GIT_COMMITTER_EMAIL: 'dev@example.com',
    },
  };
  return new Promise((resolve) => {
    execFile(program, args, { cwd: folder, env, encoding: 'utf8' }, (error, out, err) => {
      const code = error === null ? 0 : typeof error.code === 'number' ? error.code : -1;
      resolve({ code, out, err });
    });
  });
}
const holdpoint = (...args: string[]) => run('node', [join(__dirname, '../cli/bin/holdpoint.mjs'), ...args]);
async function must(...args: string[]): Promise<string> {
  const ended = await holdpoint(...args);
  if (ended.code !== 0) throw new Error(`holdpoint ${args.join(' ')} ended with ${ended.code}: ${ended.out}${ended.err}`);
  await sandbox.settle();
  return ended.out;
}
async function git(...args: string[]): Promise<string> {
  const ended = await run('git', args);
  if (ended.code !== 0) throw new Error(`git ${args.join(' ')}: ${ended.err}`);
  return ended.out.trim();
}
const gate = (...more: string[]) => holdpoint('gate', '--version', version, '--stage', 'production', ...more);

let filed = '';

test('it builds, tests, and a failure becomes a defect', async () => {
  await git('init', '-q', '-b', `release/${version}`);
  await git('commit', '-q', '--allow-empty', '-m', 'Begin');
  await git('commit', '-q', '--allow-empty', '-m', 'SHOP-1 Charge an order once');
  await must('commits', 'HEAD~1..HEAD', '--branch', `release/${version}`);
  await must(
    'build',
    '--build',
    '311',
    '--version',
    version,
    '--commit',
    await git('rev-parse', 'HEAD'),
    '--branch',
    `release/${version}`,
  );
  const cases = Array.from(
    { length: 40 },
    (
      _,
      n,
    ) => `<testcase classname="RefundTest" name="refunds order ${n}" time="0.1"><failure message="TimeoutError: no answer after ${3000 + n} ms">TimeoutError: no answer after ${3000 + n} ms
    at PaymentGateway.refund (/ci/${n}/src/payment/gateway.ts:${n + 10}:11)
    at Refunds.run (/ci/${n}/src/refunds.ts:7:3)</failure></testcase>`,
  );
  writeFileSync(
    join(folder, 'junit.xml'),
    `<testsuite name="regression" tests="41">${cases.join('')}<testcase classname="A" name="b"/></testsuite>`,
  );
  writeFileSync(
    join(folder, 'run.log'),
    'starting\nTimeoutError: no answer\nmail ann.smith@example.com\npassword=hunter2-hunter2\n',
  );
  await must(
    'report',
    'junit.xml',
    '--environment',
    'staging',
    '--suite',
    'regression',
    '--version',
    version,
    '--build',
    '311',
    '--log',
    'run.log',
  );
  const { failures, sightings } = await tablesOf(sandbox, projectId);
  expect(failures).toMatchObject([{ state: 'filed' }]);
  expect(sightings.filter(({ times }) => times === 40)).toHaveLength(1);
  filed = failures[0]?.issue_key ?? '';
  expect(filed).toMatch(/^SHOP-\d+$/);
  expect((await gate()).code).toBe(0);
});

test('it is held by the defect once somebody says how bad it is, and the gate says why', async () => {
  const { body } = await sandbox.rest('qa', 'GET', '/rest/api/3/field');
  const fields = z.array(z.looseObject({ id: z.string(), name: z.string() })).parse(body);
  const severity = fields.find(({ name }) => name === 'Defect severity')?.id ?? '';
  const edit = { fields: { fixVersions: [{ id: versionId }], [severity]: 'S1' } };
  expect((await sandbox.rest('lead', 'PUT', `/rest/api/3/issue/${filed}`, edit)).status).toBe(204);
  await sandbox.until('SHOP', versionId, 'production', 'held');
  await sandbox.advance('2s');
  const held = await gate('--heads', 'heads.jsonl');
  expect(held.code).toBe(1);
  expect(held.out).toContain('1 open S1 defect');
  expect(held.out).toContain(filed);
  expect(held.out).not.toContain(new Pipeline(sandbox).connection.secret);
  const json = await gate('--json');
  expect(json.code).toBe(1);
  expect(
    z.object({ state: z.string(), defects: z.array(z.object({ key: z.string() })) }).parse(JSON.parse(json.out)),
  ).toMatchObject({
    state: 'held',
    defects: [{ key: filed }],
  });
  const github = await gate('--github');
  expect(github.out).toContain('::error');
  const curl = await run('curl', curlGate());
  expect([curl.code, curl.out]).toEqual([0, '409']);
});

function curlGate(): string[] {
  const { urls, gateToken } = new Pipeline(sandbox).connection;
  const address = `${urls.gate}?project=SHOP&version=${version}&stage=production`;
  return ['-s', '-o', join(folder, 'answer'), '-w', '%{http_code}', '-H', `Authorization: Bearer ${gateToken}`, address];
}

test('commits that name no issue, or one that is not there, do not pass the check; the fix does', async () => {
  await git('commit', '-q', '--allow-empty', '-m', 'Quick fix');
  await git('commit', '-q', '--allow-empty', '-m', `${filed} Answer refunds in time`);
  const both = await holdpoint('check-commits', 'HEAD~2..HEAD', '--branch', `release/${version}`);
  expect(both.code).toBe(1);
  expect(both.out).toContain('names no issue');
  expect((await holdpoint('check-commits', 'HEAD~1..HEAD', '--branch', `release/${version}`)).code).toBe(0);
  await must('commits', 'HEAD~2..HEAD', '--branch', `release/${version}`);
  const { decisions } = await sandbox.screen(
    'lead',
    { moduleKey: 'holdpoint-project', projectKey: 'SHOP' },
    'decisions',
    z.object({ decisions: z.array(z.object({ title: z.string(), sentence: z.string() })) }),
    { projectId, kind: 'push-broke-rule' },
  );
  // The one before named an issue of another release.
  expect(decisions.map(({ sentence }) => sentence)).toEqual([
    `1 of 2 commits to release/${version} breaks the rule of release/{version}.`,
    `The commit to release/${version} breaks the rule of release/{version}.`,
  ]);
});

test('it waits for the gate, and goes on when the defect is fixed', async () => {
  const waiting = gate('--wait', '2m');
  for (const name of ['Start work', 'Fix', 'Verify', 'Resolve', 'Close', 'Done']) {
    const offered = await sandbox.transitions(filed, 'lead');
    const step = offered.find((transition) => transition.name === name);
    if (step !== undefined) await sandbox.transition(filed, name, 'lead');
  }
  for (let tries = 0; tries < 6; tries += 1) {
    const done = (await sandbox.transitions(filed, 'lead')).find(({ name }) => /close|done|verif|resolve/i.test(name));
    if (done === undefined) break;
    await sandbox.transition(filed, done.name, 'lead');
  }
  await sandbox.until('SHOP', versionId, 'production', 'open');
  expect((await waiting).code).toBe(0);
  expect((await run('curl', curlGate())).out).toBe('200');
});

test('it deploys, exposes and rolls back, and what it told is there', async () => {
  const about = ['--environment', 'production', '--version', version, '--build', '311', '--deployment', 'd-311'];
  await must('deploy', 'start', ...about);
  await must('deploy', 'finish', ...about);
  await must('deploy', 'finish', ...about);
  await must('deploy', 'expose', ...about, '--exposure', '25');
  await must(
    'incident',
    '--incident',
    'INC-9',
    '--title',
    'Refunds fail',
    '--severity',
    'S2',
    '--environment',
    'production',
    '--started',
    '2026-11-02T09:00:00Z',
  );
  await must(
    'deploy',
    'rollback',
    '--environment',
    'production',
    '--deployment',
    'd-back',
    '--version',
    '4.1.2',
    '--from',
    version,
    '--incident',
    'INC-9',
  );
  const { facts, deliveries } = await tablesOf(sandbox, projectId);
  const mine = facts.filter(({ body }) => /"d-311"|"d-back"/.test(body)).map(({ part }) => part);
  expect(mine.sort()).toEqual(['expose', 'finish', 'rollback', 'start']);
  expect(facts.find(({ kind, body }) => kind === 'incident' && body.includes('INC-9'))).toBeDefined();
  expect(deliveries.filter(({ state }) => state !== 'done')).toEqual([]);
  expect(JSON.stringify(facts)).not.toContain('ann.smith@example.com');
});

test('with nothing but curl and openssl a delivery is signed as the page on deliveries says', async () => {
  const page = readFileSync(join(__dirname, '../docs/deliveries/README.md'), 'utf8');
  const script = /```sh\n([\s\S]*?)```/.exec(page)?.[1] ?? '';
  const { connection } = new Pipeline(sandbox);
  writeFileSync(join(folder, 'body.json'), JSON.stringify({ ...(await new Pipeline(sandbox).envelope()), build: 'by-curl' }));
  // The sandbox's clock is not this machine's.
  const date = `date() { echo ${Math.floor(Date.parse(await sandbox.now()) / 1000)}; }`;
  const settings = `HOLDPOINT_SOURCE='${connection.source}' HOLDPOINT_SECRET='${connection.secret}'`;
  const sent = await run('sh', ['-euc', `${date}\n${settings}\n${script}\nsend '${connection.urls.build}' body.json`]);
  expect([sent.err, sent.out.trim().split('\n').at(-1)]).toEqual(['', '202']);
});

test('a report of megabytes goes in parts, and is one run with one more sighting of the same defect', async () => {
  const trace = (n: number) => `TimeoutError: no answer after ${n} ms
    at PaymentGateway.refund (/ci/${n}/src/payment/gateway.ts:${n}:11)
    at Refunds.run (/ci/${n}/src/refunds.ts:7:3)
${Array.from({ length: 12 }, (_, line) => `    at step${line} (/ci/${n}/node_modules/runner/lib/step-${line}.js:${n}:1)`).join('\n')}`;
  const cases = Array.from(
    { length: 1500 },
    (_, n) =>
      `<testcase classname="Many" name="case ${n}"><failure message="TimeoutError: no answer after ${n} ms">${trace(n)}</failure></testcase>`,
  );
  writeFileSync(join(folder, 'large.xml'), `<testsuite name="large">${cases.join('')}</testsuite>`);
  const before = (await tablesOf(sandbox, projectId)).deliveries.length;
  await must('report', 'large.xml', '--environment', 'staging', '--suite', 'large', '--version', version);
  const { deliveries, failures, sightings } = await tablesOf(sandbox, projectId);
  expect(deliveries.length - before).toBeGreaterThan(2);
  expect(deliveries.filter(({ state }) => state !== 'done')).toEqual([]);
  expect(failures).toHaveLength(1);
  expect(sightings.filter(({ times }) => times === 1500)).toHaveLength(1);
});

test('while Jira is away deliveries are kept, and sent with the next call', async () => {
  await sandbox.control('faults', { functions: 'fail' });
  const kept = await holdpoint('build', '--build', '312', '--version', version, '--tries', '1');
  await sandbox.control('faults', {});
  expect([kept.code, kept.err]).toEqual([0, expect.stringContaining('sent with the next call')]);
  await must('build', '--build', '313', '--version', version);
  const { facts } = await tablesOf(sandbox, projectId);
  for (const build of ['"312"', '"313"'])
    expect(facts.some(({ kind, body }) => kind === 'build' && body.includes(build))).toBe(true);
});

test('the heads that the pipeline kept hold the ledger against whoever would write it anew', async () => {
  const entries: string[] = [];
  let head = { seq: 0, hash: '' };
  for (let next: number | null = 0; next !== null;) {
    const asked = { projectId, ledger: 'project', format: 'json', next: next === 0 ? null : next };
    const place = { moduleKey: 'holdpoint-project', projectKey: 'SHOP' };
    const exported: z.output<typeof exportViewSchema> = await sandbox.screen(
      'admin',
      place,
      'exportDecisions',
      exportViewSchema,
      asked,
    );
    if (exported.text !== '') entries.push(exported.text);
    [head, next] = [exported.head, exported.next];
  }
  const file = (chain: string, list: unknown[], at: { seq: number; hash: string }) => {
    const ledger = { holdpointLedger: 1, chain, name: 'Shop', exportedAt: head.hash, head: at, entries: list };
    writeFileSync(join(folder, 'ledger.json'), JSON.stringify(ledger));
    return holdpoint('verify', 'ledger.json', '--heads', 'heads.jsonl');
  };
  const list = z.array(z.looseObject({ seq: z.number(), hash: z.string() })).parse(JSON.parse(`[${entries.join(',')}]`));
  expect(await file(projectId, list, head)).toMatchObject({ code: 0 });
  // Cut before the verdict that the pipeline saw, head and all: the chain is whole, but it is not the ledger that there was.
  const kept = z
    .object({ head: z.string() })
    .parse(JSON.parse(readFileSync(join(folder, 'heads.jsonl'), 'utf8').split('\n')[0] ?? ''));
  const cut = list.slice(
    0,
    list.findIndex(({ hash }) => hash === kept.head),
  );
  const last = cut.at(-1) ?? { seq: 0, hash: '' };
  expect(cut.length).toBeGreaterThan(0);
  expect(await file(projectId, cut, { seq: last.seq, hash: last.hash })).toMatchObject({ code: 1 });
});
