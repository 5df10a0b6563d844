import { z } from 'zod';
import { bridgeCalls } from '../src/contracts/bridge';
import type { Way } from '../src/contracts/way-out';
import { RunningSandbox } from './running-sandbox';
import type { Person } from './running-sandbox';

/**
 * The way out of a held gate (M1.1): the cheapest steps by expected hours from the project's own history, alternatives on request; done
 * through Jira's REST API, they open it.
 */
jest.setTimeout(180_000);

const hour = 3_600_000;
const shop = { moduleKey: 'holdpoint-project', projectKey: 'SHOP' };
let sandbox: RunningSandbox;
let projectId: string;
let versionId: string;

beforeAll(async () => {
  sandbox = await RunningSandbox.start('300');
  projectId = z.object({ id: z.string() }).parse((await sandbox.rest('admin', 'GET', '/rest/api/3/project/SHOP')).body).id;
  versionId = await sandbox.versionId('SHOP', '4.2.0');
});
afterAll(async () => expect(await sandbox.stop()).toEqual([]));

const ask = (parts: Record<string, unknown> = {}, who: Person = 'rhea') =>
  sandbox.screen(who, shop, 'wayOut', bridgeCalls.wayOut.view, {
    ...{ projectId, versionId, stage: 'production', acts: ['close', 'defer'], without: [] },
    ...parts,
  });

async function way(parts: Record<string, unknown> = {}): Promise<Way> {
  const view = await ask(parts);
  if (view.kind !== 'way') throw new Error(`There is no way out: ${view.kind}`);
  return view;
}

/** Closed defects as Jira's search tells them, and how long each took in milliseconds. */
async function closedTimes(severity: string, now: string): Promise<number[]> {
  const fields = z.record(z.string(), z.unknown());
  const schema = z.object({ issues: z.array(z.object({ fields })), nextPageToken: z.string().optional() });
  const all = z.array(z.object({ id: z.string(), name: z.string() }));
  const named = all
    .parse((await sandbox.rest('rhea', 'GET', '/rest/api/3/field')).body)
    .find(({ name }) => name === 'Defect severity');
  const times: number[] = [];
  for (let token: string | undefined, first = true; first || token !== undefined; first = false) {
    const { body } = await sandbox.rest('rhea', 'POST', '/rest/api/3/search/jql', {
      jql: 'project = SHOP AND issuetype = Bug AND statusCategory = Done',
      ...{ fields: ['created', 'resolutiondate', named?.id ?? ''], maxResults: 100 },
      ...(token === undefined ? {} : { nextPageToken: token }),
    });
    const page = schema.parse(body);
    token = page.nextPageToken;
    for (const { fields: told } of page.issues) {
      const ended = Date.parse(String(told['resolutiondate']));
      if (told[named?.id ?? ''] !== severity || !(ended > Date.parse(now) - 180 * 24 * hour)) continue;
      times.push(ended - Date.parse(String(told['created'])));
    }
  }
  return times.sort((a, b) => a - b);
}

test('a held gate names steps that open it, and how long each is expected to take', async () => {
  const closing = await way({ acts: ['close'] });
  expect(closing.steps.length).toBeGreaterThan(0);
  expect(closing.steps.every(({ act, hours }) => act === 'close' && hours !== null && hours > 0)).toBe(true);
  expect([closing.smallest, closing.rest, closing.hidden]).toEqual([true, [], 0]);
  const added = closing.steps.reduce((sum, { hours }) => sum + (hours ?? 0), 0);
  expect(Math.abs(closing.hours - added)).toBeLessThan(0.5);
});

test('the hours of a defect can be found by hand in Jira: of those that were once as old, half took so much longer', async () => {
  const now = await sandbox.now();
  const [step] = (await way({ acts: ['close'] })).steps;
  if (step?.defect == null) throw new Error('No step is about a defect.');
  const { body } = await sandbox.rest('rhea', 'GET', `/rest/api/3/issue/${step.defect.key}?fields=created`);
  const created = Date.parse(z.object({ fields: z.object({ created: z.string() }) }).parse(body).fields.created);
  const age = Date.parse(now) - created;
  const times = await closedTimes(step.defect.severity ?? 'S1', now);
  const centiles = Array.from(
    { length: 100 },
    (_, n) => times[Math.max(0, Math.ceil(((n + 1) / 100) * times.length - 1e-9) - 1)] ?? 0,
  );
  const older = centiles.filter((time) => time > age);
  const half = older.find((time) => centiles.filter((other) => other > time).length <= older.length / 2);
  const mean = centiles.reduce((sum, time) => sum + time, 0) / centiles.length;
  const expected = half === undefined ? Math.LN2 * mean : half - age;
  // The sandbox's clock went on between the two looks.
  expect(Math.abs((step.hours ?? 0) - expected / hour)).toBeLessThan(0.3);
});

test('an alternative leaves a defect as it is, or defers only; what does not suffice says so', async () => {
  const first = (await way({ acts: ['close'] })).steps.flatMap(({ defect }) => defect ?? []);
  const [spared] = first;
  const other = await ask({ acts: ['close'], without: [spared?.id] });
  if (other.kind === 'way') expect(other.steps.map(({ defect }) => defect?.id)).not.toContain(spared?.id);
  expect(await ask({ acts: ['close'], without: first.map(({ id }) => id) })).toMatchObject({ kind: 'not-enough' });
  const deferring = await way({ acts: ['defer'] });
  expect(new Set(deferring.steps.map(({ act }) => act))).toEqual(new Set(['defer']));
  expect(await ask({ stage: 'no-such-stage' })).toEqual({ kind: 'not-held' });
});

test('whatever was asked for, it never costs more than closing alone', async () => {
  const cost = (found: Way) => found.hours + found.untold * 24;
  expect(cost(await way())).toBeLessThanOrEqual(cost(await way({ acts: ['close'] })) + 0.1);
});

test('done through REST, the steps open the gate', async () => {
  const steps = (await way({ acts: ['close'] })).steps.flatMap(({ defect }) => defect?.key ?? []);
  for (const key of steps) expect((await sandbox.transition(key, 'Close', 'dev')).status).toBe(204);
  await sandbox.until('SHOP', versionId, 'production', 'open');
  expect(await ask()).toEqual({ kind: 'not-held' });
});
