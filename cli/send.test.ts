import { mkdtempSync, readFileSync, existsSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deliver } from './deliver';
import type { Manner } from './deliver';
import type { Delivery } from './delivery';
import { usualPatience } from './patience';
import { Receiver } from './receiver.fixture';
import { sender } from './send';
import { Spool } from './spool';
import { realWorld } from './world';
import type { World } from './world';

let receiver: Receiver;
let folder: string;
let waits: number[];
/** Waits are told, not waited. */
const world: World = { ...realWorld, random: () => 1, wait: async (milliseconds) => void waits.push(milliseconds) };
const aDelivery = (key: string): Delivery => ({ type: 'build', key, what: `build ${key}`, body: JSON.stringify({ key }) });
const manner = (more: Partial<Manner> = {}): Manner => ({
  ...{ connection: receiver.connection, spool: join(folder, 'spool.jsonl'), tries: 3, strict: false, json: true },
  ...more,
});
const lines = () => (existsSync(manner().spool) ? readFileSync(manner().spool, 'utf8').trim().split('\n') : []);

beforeEach(async () => {
  receiver = await Receiver.start();
  folder = mkdtempSync(join(tmpdir(), 'holdpoint-'));
  waits = [];
  jest.spyOn(process.stdout, 'write').mockImplementation((_text, ...more: unknown[]) => {
    const done = more.find((one) => typeof one === 'function');
    if (typeof done === 'function') Reflect.apply(done, null, []);
    return true;
  });
});
afterEach(async () => {
  jest.restoreAllMocks();
  await receiver.stop();
  rmSync(folder, { recursive: true });
});
const send = () => sender(receiver.connection, { ...usualPatience, tries: 3 }, world);

test('a delivery is signed, taken once, and known the second time', async () => {
  expect(await send()(aDelivery('a'))).toEqual({ kind: 'accepted', said: 'accepted' });
  expect(await send()(aDelivery('a'))).toEqual({ kind: 'duplicate', said: 'duplicate' });
  expect(receiver.received[0]?.path).toBe('/x1/build');
});

test('a clock that is wrong is set by the answer, and stays set', async () => {
  receiver.skew = 47 * 60_000;
  const sending = send();
  expect((await sending(aDelivery('a'))).kind).toBe('accepted');
  expect((await sending(aDelivery('b'))).kind).toBe('accepted');
  expect(receiver.received.map(({ status }) => status)).toEqual([401, 202, 202]);
});

test('a wrong secret is refused, once, and is not shown', async () => {
  const connection = { ...receiver.connection, secret: 'w'.repeat(40) };
  const sent = await sender(connection, usualPatience, world)(aDelivery('a'));
  expect(sent).toMatchObject({ kind: 'refused', own: false });
  expect(JSON.stringify(sent)).not.toContain('w'.repeat(40));
  expect(receiver.received.length).toBeLessThanOrEqual(2);
});

test('what is busy is asked again with a new nonce and the same key, as late as it wishes', async () => {
  receiver.scripted.push({ status: 429, headers: { 'retry-after': '7' } }, { status: 503 });
  expect((await send()(aDelivery('a'))).kind).toBe('accepted');
  expect(new Set(receiver.received.map(({ headers }) => headers['x-holdpoint-nonce'])).size).toBe(3);
  expect(new Set(receiver.received.map(({ body }) => body)).size).toBe(1);
  expect(waits[0]).toBeGreaterThanOrEqual(7000);
  expect(waits).toHaveLength(2);
});

test('an answer that asks for an hour is not waited for', async () => {
  receiver.scripted.push({ status: 429, headers: { 'retry-after': '3600' } });
  expect((await send()(aDelivery('a'))).kind).toBe('away');
  expect(waits).toEqual([]);
});

test('a redirect to another host is not followed', async () => {
  const elsewhere = await Receiver.start();
  receiver.scripted.push({ status: 307, headers: { location: elsewhere.connection.urls.build } });
  const sent = await send()(aDelivery('a'));
  expect(sent.kind === 'refused' ? sent.because : '').toContain('nothing is sent');
  expect(elsewhere.received).toEqual([]);
  await elsewhere.stop();
});

test('while Jira is away deliveries wait in the spool, without a secret, and go first with the next call', async () => {
  receiver.scripted.push(...Array.from({ length: 3 }, () => ({ status: 503 })));
  expect(await deliver([aDelivery('a'), aDelivery('b')], manner())).toBe(0);
  // Once it is away, nothing more is tried.
  expect(receiver.received).toHaveLength(3);
  expect(lines()).toHaveLength(2);
  for (const secret of [receiver.connection.secret, receiver.connection.gateToken, 'http://', 'sha256='])
    expect(readFileSync(manner().spool, 'utf8')).not.toContain(secret);
  expect(await deliver([aDelivery('c')], manner())).toBe(0);
  expect(receiver.taken).toEqual(['a', 'b', 'c']);
  expect(existsSync(manner().spool)).toBe(false);
});

test('with --strict a delivery that had to be kept ends with exit code 2', async () => {
  receiver.scripted.push(...Array.from({ length: 6 }, () => ({ status: 503 })));
  expect(await deliver([aDelivery('a')], manner({ strict: true }))).toBe(2);
  // The same told again while it waits takes no second line.
  expect(await deliver([aDelivery('a')], manner({ strict: true }))).toBe(2);
  expect(lines()).toHaveLength(1);
  expect(await deliver([], manner({ strict: true }))).toBe(0);
  expect(receiver.taken).toEqual(['a']);
});

test('what waited and is refused for its own sake is put aside; what is refused for the connection stays', async () => {
  const spool = new Spool(manner().spool, 'ci');
  await spool.keep([aDelivery('a'), aDelivery('b'), aDelivery('c')], new Date());
  receiver.scripted.push({ status: 400 }, { status: 404 });
  expect(await deliver([], manner())).toBe(0);
  expect(lines().map((line) => /"key":"(.)"/.exec(line)?.[1])).toEqual(['b', 'c']);
  expect(readFileSync(`${manner().spool}.refused`, 'utf8')).toContain('"key":"a"');
});

test('deliveries of another source, and lines that are none, stay where they are', async () => {
  await new Spool(manner().spool, 'other').keep([aDelivery('a')], new Date());
  writeFileSync(manner().spool, `${readFileSync(manner().spool, 'utf8')}{"cut": "of`);
  expect(await deliver([aDelivery('b')], manner())).toBe(0);
  expect(receiver.taken).toEqual(['b']);
  expect(lines()).toHaveLength(2);
});

test('many at once neither lose nor double a line', async () => {
  const { spool } = manner();
  const names = Array.from({ length: 30 }, (_, n) => `d${n}`);
  await Promise.all(names.map((name) => new Spool(spool, 'ci').keep([aDelivery(name)], new Date())));
  expect(lines()).toHaveLength(30);
  await Promise.all([deliver([], manner()), deliver([], manner()), deliver([aDelivery('more')], manner())]);
  expect([...receiver.taken].sort()).toEqual([...names, 'more'].sort());
  expect(receiver.received.filter(({ status }) => status === 200)).toEqual([]);
  expect(existsSync(spool)).toBe(false);
});

test('a spool that cannot be written says what is lost', async () => {
  receiver.scripted.push(...Array.from({ length: 3 }, () => ({ status: 503 })));
  await expect(deliver([aDelivery('a')], manner({ spool: join(folder, 'no', 'such', 'folder') }))).rejects.toThrow(
    'Lost: build a',
  );
});

test('a refusal ends with exit code 1', async () => {
  receiver.scripted.push({ status: 400 });
  expect(await deliver([aDelivery('a'), aDelivery('b')], manner())).toBe(1);
  expect(receiver.received).toHaveLength(1);
});
