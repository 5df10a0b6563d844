import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { connectionText } from '../../src/contracts/connection';
import { genericDeliverySchema, mostBytes, testResultsDeliverySchema } from '../../src/contracts/deliveries';
import type { Command } from '../command';
import { Receiver } from '../receiver.fixture';
import { build } from './build';
import { deploy } from './deploy';
import { gate } from './gate';
import { incident } from './incident';
import { report } from './report';

let receiver: Receiver;
let folder: string;
let out: string;
const env = process.env;

beforeEach(async () => {
  receiver = await Receiver.start();
  folder = mkdtempSync(join(tmpdir(), 'holdpoint-'));
  out = '';
  const take = (text: unknown, ...more: unknown[]) => {
    out += String(text);
    const done = more.find((one) => typeof one === 'function');
    if (typeof done === 'function') Reflect.apply(done, null, []);
    return true;
  };
  jest.spyOn(process.stdout, 'write').mockImplementation(take);
  jest.spyOn(process.stderr, 'write').mockImplementation(take);
  process.env = {
    ...{ PATH: env['PATH'], HOLDPOINT_PROJECT: 'shop', HOLDPOINT_SPOOL: join(folder, 'spool.jsonl') },
    ...{ HOLDPOINT_CONNECTION: `${connectionText(receiver.connection)}\n` },
    ...{ GITHUB_ACTIONS: 'true', GITHUB_RUN_ID: '77', GITHUB_RUN_ATTEMPT: '2', GITHUB_JOB: 'test', GITHUB_RUN_NUMBER: '1874' },
    ...{ GITHUB_SHA: '9fceb02d0ae598e95dc970b74767f19372d61af8', GITHUB_REF_NAME: 'main' },
  };
});
afterEach(async () => {
  process.env = env;
  jest.restoreAllMocks();
  await receiver.stop();
  rmSync(folder, { recursive: true });
});

const kept = () => receiver.received.map(({ body }): unknown => JSON.parse(body));
const run = (command: Command, line: string) => command.run(line.split(' '));
const typed = (type: string) => genericDeliverySchema.parse({ ...z.record(z.string(), z.unknown()).parse(kept()[0]), type });

test('a build is told with what the build server says, and told again it is the same', async () => {
  expect(await run(build, '--version 4.2.0')).toBe(0);
  expect(await run(build, '--version 4.2.0')).toBe(0);
  expect(receiver.received.map(({ status }) => status)).toEqual([202, 200]);
  expect(typed('build')).toMatchObject({ project: 'SHOP', build: '1874', branch: 'main', state: 'successful', version: '4.2.0' });
  expect(out).toBe('Sent: build 1874 of SHOP. accepted\nKnown already: build 1874 of SHOP. duplicate\n');
});

test('the steps of a deployment share its name and have keys of their own', async () => {
  for (const step of [
    'start',
    'finish --outcome failed',
    'finish',
    'expose --exposure 25%',
    'rollback --from 4.2.0 --incident INC-7',
  ])
    expect(await run(deploy, `${step} --environment production --version 4.1.0 --json`)).toBe(0);
  expect(new Set(receiver.taken).size).toBe(5);
  expect(typed('deployment')).toMatchObject({
    deployment: '77',
    step: 'start',
    environment: 'production',
    commit: '9fceb02d0ae598e95dc970b74767f19372d61af8',
  });
  const lines = out.trim().split('\n');
  expect(lines).toHaveLength(5);
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({ outcome: 'accepted', type: 'deployment' });
});

test('an incident is told as it is known', async () => {
  const line = '--incident INC-7 --title Down --severity s1 --environment production --started 2026-11-02T10:00:00+01:00';
  expect(await run(incident, `${line} --users 1200`)).toBe(0);
  expect(typed('incident')).toMatchObject({
    severity: 'S1',
    startedAt: '2026-11-02T09:00:00.000Z',
    usersAffected: 1200,
    commit: null,
  });
});

test.each([
  [build, '--commit xyz', 'commit'],
  [build, '--state done', '--state takes'],
  [build, '--at yesterday', '--at takes a moment'],
  [deploy, 'start', 'Give --environment'],
  [deploy, 'start --environment a --exposure 5', '--exposure belongs to deploy expose'],
  [deploy, 'leave --environment a', 'start, finish, expose, rollback'],
  [incident, '--incident A', 'incident needs --title'],
  [report, 'nowhere.xml --environment a', 'There is no nowhere.xml'],
])('what cannot be sent is said before anything is sent (%#)', async (command, line, words) => {
  await expect(run(command, line)).rejects.toThrow(words);
  expect(receiver.received).toEqual([]);
});

test('secrets are shown nowhere, whatever goes wrong', async () => {
  const { secret, gateToken } = receiver.connection;
  const text = process.env['HOLDPOINT_CONNECTION'] ?? '';
  receiver.scripted.push({ status: 401 }, { status: 401 }, { status: 500 }, { status: 404 }, { status: 401 });
  await run(build, '--tries 1');
  await run(build, '--tries 1');
  await run(build, '--tries 1');
  await run(gate, '--version 4.2.0 --stage production');
  const failures: string[] = [];
  for (const broken of [
    text.slice(0, 60),
    `${text.trim()}x`,
    'holdpoint1.',
    connectionText({ ...receiver.connection, secret: 'short' }),
  ]) {
    process.env['HOLDPOINT_CONNECTION'] = broken;
    await run(build, '--tries 1').catch((error: unknown) => failures.push(String(error)));
  }
  process.env['HOLDPOINT_CONNECTION'] = connectionText({ ...receiver.connection, gateToken: `${gateToken}\nx: y` });
  await run(gate, '--version 4.2.0 --stage production');
  process.env['JIRA_BASE_URL'] = `http://me:${secret}@127.0.0.1:1`;
  await run(gate, '--version 4.2.0 --stage production').catch((error: unknown) => failures.push(String(error)));
  expect(failures.length).toBeGreaterThan(2);
  for (const hidden of [secret, gateToken, text.slice(0, 40)]) expect(out + failures.join()).not.toContain(hidden);
});

const failing = (n: number, size: number) =>
  `<testcase classname="Cart" name="case ${n}"><failure message="${n}: ${'m'.repeat(size)}">${'ü\n'.repeat(size)}${n}</failure></testcase>`;
const junit = (cases: readonly string[]) => `<testsuite name="s">${cases.join('')}</testsuite>`;

test('reports are summed, and go in parts that all are small enough, each with the whole tally', async () => {
  const [one, two] = [join(folder, 'one.xml'), join(folder, 'two.xml')];
  writeFileSync(one, junit(Array.from({ length: 60 }, (_, n) => failing(n, 11_000))));
  writeFileSync(two, junit(['<testcase classname="Cart" name="fine"/>', failing(61, 10)]));
  writeFileSync(join(folder, 'run.log'), `first line\n${'a long log\n'.repeat(60_000)}last line`);
  const line = `${one} ${two} --environment staging --suite regression --log ${join(folder, 'run.log')}`;
  expect(await run(report, line)).toBe(0);
  const parts = kept()
    .map((body) => testResultsDeliverySchema.parse(body))
    .flatMap((part) => (part.kind === 'run' ? [part] : []));
  expect(parts.length).toBeGreaterThan(2);
  for (const { body } of receiver.received) expect(Buffer.byteLength(body)).toBeLessThan(mostBytes);
  expect(parts.map(({ part }) => part)).toEqual(parts.map((_, n) => ({ n: n + 1, of: parts.length })));
  expect(new Set(parts.map(({ run: name }) => name)).size).toBe(1);
  for (const { tally } of parts) expect(tally).toMatchObject({ tests: 62, passed: 1, failed: 61 });
  const failures = parts.flatMap((part) => part.failures);
  expect(failures.map(({ name }) => name)).toEqual([...Array.from({ length: 60 }, (_, n) => `case ${n}`), 'case 61']);
  expect(failures[7]?.trace).toMatch(/^ü\n[^]*characters left out[^]*7$/);
  const log = parts.map((part) => part.log ?? '').join('');
  expect([log.startsWith('first line'), log.endsWith('last line')]).toEqual([true, true]);
  const count = receiver.received.length;
  expect(await run(report, line)).toBe(0);
  expect(receiver.received.slice(count).every(({ status }) => status === 200)).toBe(true);
});

test('with --mask secrets and addresses do not leave', async () => {
  const secret = ['password', 'hunter2hunter2'].join('=');
  const file = join(folder, 'one.xml');
  writeFileSync(
    file,
    `<testsuite name="s"><testcase name="a"><failure message="ann@example.com">${secret}</failure></testcase></testsuite>`,
  );
  expect(await run(report, `${file} --environment staging --mask`)).toBe(0);
  expect(receiver.received[0]?.body).toMatch(/\[email:[0-9a-f]{8}\]/);
  expect(receiver.received[0]?.body).not.toMatch(/hunter2|ann@/);
});

test('one report that cannot be read stops all of them', async () => {
  writeFileSync(join(folder, 'a.xml'), junit([failing(1, 1)]));
  writeFileSync(join(folder, 'b.xml'), junit([failing(2, 1)]).slice(0, 60));
  await expect(run(report, `${folder} --environment staging`)).rejects.toThrow(/b\.xml:1 cannot be read.*Nothing was sent/);
  expect(receiver.received).toEqual([]);
});

test.each([
  [200, 0, 'open'],
  [409, 1, 'held'],
  [503, 2, 'unknown'],
  [401, 2, 'unknown'],
  [404, 2, 'unknown'],
  [302, 2, 'unknown'],
])('a web trigger that answers %i ends the gate with %i', async (status, exitCode, state) => {
  receiver.scripted.push(...Array.from({ length: 3 }, () => ({ status, headers: { location: 'https://example.org/' } })));
  expect(await run(gate, '--version 4.2.0 --stage production --json')).toBe(exitCode);
  expect(JSON.parse(out)).toMatchObject({ state, exitCode, defects: null });
  expect(receiver.received[0]?.path).toBe('/x1/gate?project=shop&version=4.2.0&stage=production');
  expect(receiver.received[0]?.headers.authorization).toBe(`Bearer ${receiver.connection.gateToken}`);
});
