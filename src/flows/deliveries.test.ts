import type { TestRunDelivery } from '../contracts/deliveries';
import { factsOfDelivery } from './delivery-facts';
import { joinRun } from './join-run';
import { maskDelivery } from './mask-delivery';
import { notInFuture } from './not-in-future';
import { parseDelivery } from './parse-delivery';
import type { Delivery } from './parse-delivery';

const told = { schema: 1, key: 'k', project: 'SHOP', at: '2026-11-02T09:00:00Z' };
const tally = { tests: 3, passed: 1, failed: 2, errors: 0, skipped: 0 };

function parsed(type: Parameters<typeof parseDelivery>[0], payload: object): Delivery {
  const delivery = parseDelivery(type, { ...told, ...payload });
  if (delivery === null) throw new Error(`This is no ${type}.`);
  return delivery;
}
const part = (n: number, of: number, more: Partial<TestRunDelivery> = {}) =>
  parsed('test-run', {
    kind: 'run',
    run: 'r',
    environment: 'qa',
    tally,
    part: { n, of },
    log: `log ${n} `,
    failures: [{ name: `t${n}` }],
    ...more,
  });

test('parts are one run, with the failures of all of them and their logs in order', () => {
  const whole = joinRun([part(1, 3), part(2, 3), part(3, 3)]);
  expect(whole).toMatchObject({ payload: { part: { n: 1, of: 1 }, log: 'log 1 log 2 log 3 ', tally } });
  expect(whole?.type === 'test-run' ? whole.payload.failures.map(({ name }) => name) : []).toEqual(['t1', 't2', 't3']);
});

test.each([
  ['a part is missing', [part(1, 3), part(3, 3)]],
  ['a part is there twice', [part(1, 2), part(1, 2)]],
  ['they are of different runs', [part(1, 2), part(2, 2, { run: 'another' })]],
  ['they disagree on their number', [part(1, 2), part(2, 3)]],
  ['one of them is no run', [part(1, 2), parsed('build', { build: '7' })]],
  ['there are none', []],
])('where %s they are no run', (_, parts) => {
  expect(joinRun(parts)).toBeNull();
});

test('what lies ahead is taken for the present, wherever it stands; a few minutes are let be', () => {
  const now = '2026-11-02T09:00:00.000Z';
  const ahead = '2027-01-01T00:00:00Z';
  const build = notInFuture(
    parsed('build', { at: ahead, build: '7', startedAt: '2026-11-02T08:00:00Z', finishedAt: ahead }),
    now,
  );
  expect(build.payload).toMatchObject({ at: now, startedAt: '2026-11-02T08:00:00.000Z', finishedAt: now });
  const commits = notInFuture(parsed('commits', { branch: 'main', commits: [{ sha: 'abcdef1', at: ahead, message: 'x' }] }), now);
  expect(commits.type === 'commits' ? commits.payload.commits[0]?.at : '').toBe(now);
  const soon = parsed('deployment', {
    at: '2026-11-02T09:04:59Z',
    deployment: 'd',
    environment: 'e',
    step: 'start',
    version: '1',
  });
  expect(notInFuture(soon, now)).toEqual(soon);
});

test('everything that somebody wrote is masked; what Jira and the settings know by its name is not', () => {
  const mask = (text: string) => text.replaceAll('secret', '***');
  const run = part(1, 1, {
    run: 'secret',
    suite: 'secret',
    environment: 'secret',
    version: 'secret',
    branch: 'secret',
    log: 'secret',
  });
  const masked = maskDelivery(run, mask);
  expect(JSON.stringify(masked).match(/secret/g)).toHaveLength(2);
  expect(masked.payload).toMatchObject({ environment: 'secret', version: 'secret', run: '***', log: '***' });
  const sighting = parsed('sighting', { kind: 'sighting', issue: 'SHOP-1', environment: 'e', message: 'secret' });
  expect(JSON.stringify(maskDelivery(sighting, mask))).not.toContain('secret');
});

test('a commit leads from the keys that it names, once each, and its author is not kept', () => {
  const push = parsed('commits', {
    branch: 'main',
    commits: [
      { sha: 'abcdef1', at: told.at, message: 'SHOP-1 and SHOP-1 and SHOP-2\n\nbody', author: 'ann', parents: 2 },
      { sha: 'abcdef2', at: told.at, message: 'bump', author: 'renovate[bot]' },
    ],
  });
  if (push.type !== 'commits') throw new Error('A push is a push.');
  const facts = factsOfDelivery(push, (message) => message.match(/SHOP-\d/g) ?? []);
  expect(facts.map(({ kind }) => kind)).toEqual(['commit', 'mention', 'mention', 'commit']);
  expect(facts[0]?.body).toMatchObject({
    subject: 'SHOP-1 and SHOP-1 and SHOP-2',
    keys: ['SHOP-1', 'SHOP-2'],
    merge: true,
    bot: false,
  });
  expect(facts[3]?.body).toMatchObject({ bot: true });
  expect(JSON.stringify(facts)).not.toContain('ann');
});

test('the steps of a deployment are words about one thing, and a build told again is the same build', () => {
  const step = (name: string) => parsed('deployment', { deployment: 'd', environment: 'e', step: name, version: '1' });
  const facts = ['start', 'finish', 'expose', 'rollback'].flatMap((name) => {
    const delivery = step(name);
    return delivery.type === 'deployment' ? factsOfDelivery(delivery, () => []) : [];
  });
  expect(new Set(facts.map(({ id }) => id)).size).toBe(1);
  expect(facts.map((fact) => fact.part)).toEqual(['start', 'finish', 'expose', 'rollback']);
});
