import { z } from 'zod';
import { bridgeCalls } from '../src/contracts/bridge';
import type { BridgeCall } from '../src/contracts/bridge';
import type { Way } from '../src/contracts/way-out';
import { Pipeline } from './pipeline';
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

/** What waited: until it was done, or so far. */
interface Waited {
  readonly from: string;
  readonly to: string;
  readonly done: boolean;
}

/** By hand: how many hours longer half of these waited that had once waited as long; those that wait still count while they do. */
function hoursLeft(all: readonly Waited[], age: number): number {
  const waits = all.map(({ from, to, done }) => ({ ms: Date.parse(to) - Date.parse(from), done }));
  const ends = [...new Set(waits.flatMap(({ ms, done }) => (done ? ms : [])))].sort((a, b) => a - b);
  const lasting = (time: number) =>
    ends
      .filter((end) => end <= time)
      .reduce((chance, end) => {
        const atRisk = waits.filter(({ ms }) => ms >= end).length;
        return chance * (1 - waits.filter(({ ms, done }) => done && ms === end).length / atRisk);
      }, 1);
  const half = ends.find((end) => end > age && lasting(end) <= lasting(age) / 2);
  if (half === undefined) throw new Error('Fewer than half were done.');
  return (half - age) / hour;
}

describe('What is neither closed nor deferred', () => {
  const check = { stage: 'production', name: 'Support team briefed' };
  const minutes = [20, 40, 60, 100, 160];
  let release: string;
  let pipeline: Pipeline;
  const before = new Map<string, string>();
  const waited: Record<'verify' | 'confirm' | 'approve-analysis' | 'lift', Waited[]> = {
    ...{ verify: [], confirm: [], 'approve-analysis': [], lift: [] },
  };

  const call = <View extends z.ZodType>(who: Person, name: BridgeCall, view: View, payload: Record<string, unknown> = {}) =>
    sandbox.screen(who, shop, name, view, { projectId, versionId: release, ...payload });
  const done = async (outcome: Promise<{ kind: string }>) => expect(await outcome).toMatchObject({ kind: 'done' });
  const hold = async () => {
    await done(
      call('admin', 'placeHold', bridgeCalls.placeHold.view, { stages: null, because: 'Marketing waits for the partner.' }),
    );
    const { holds } = await call('admin', 'gateControl', bridgeCalls.gateControl.view);
    return holds.find(({ standing }) => standing)?.id ?? '';
  };
  const lift = (holdId: string) =>
    done(call('admin', 'liftHold', bridgeCalls.liftHold.view, { holdId, because: 'The partner is ready.' }));
  const tellBuild = async (build: string) => {
    const envelope = await pipeline.envelope();
    const about = { service: 'shop', version: '7.7.0', build, changes: [] };
    expect((await pipeline.send('build', { ...envelope, ...about })).status).toBe(202);
    await sandbox.settle();
    await sandbox.advance('1m');
    return envelope.at;
  };
  const confirm = (build: string) =>
    done(
      call('head', 'confirmCheck', bridgeCalls.confirmCheck.view, {
        ...check,
        evidence: 'The support team was told in the weekly round of what changes, with slides.',
        builds: [build],
      }),
    );
  const change = async (who: Person, id: string, act: Record<string, unknown>) => {
    const place = { projectId, versionId: id };
    const { revision } = await call(who, 'analysis', bridgeCalls.analysis.view, place);
    await done(call(who, 'changeAnalysis', bridgeCalls.changeAnalysis.view, { ...place, revision, ...act }));
  };
  const submit = async (id: string) => {
    const level = (because: string) => ({ because, evidence: 'https://example.com/report' });
    const action = {
      ...{ what: 'Run the payment tests against the gateway', owner: 'sandbox:dev', due: '2026-11-20' },
      ...{ check: 'No payment defect escapes', checkOn: '2027-01-20' },
    };
    const causes = [{ levels: [level('No test pays twice'), level('The gateway of the tests forgets')] }];
    await change('dev', id, { act: 'write', content: { causes, actions: [action] } });
    await change('dev', id, { act: 'submit' });
  };
  const fixed = async () => {
    const key = await sandbox.createDefect('SHOP', release, 'S4', 'dev');
    await sandbox.settle();
    expect((await sandbox.transition(key, 'Close', 'dev')).status).toBe(204);
    const at = await sandbox.now();
    await sandbox.settle();
    const { body } = await sandbox.rest('dev', 'GET', `/rest/api/3/issue/${key}`);
    return { key, at, id: z.object({ id: z.string() }).parse(body).id };
  };
  const verify = ({ key, id }: { key: string; id: string }) =>
    sandbox.invoke('dev', { moduleKey: 'holdpoint-panel', issueKey: key }, 'setBehaviour', {
      ...{ issueId: id, stage: 'canary', state: 'fixed', build: '', note: '' },
    });
  const released = async (name: string) => {
    const payload = { name, projectId: Number(projectId), released: true, releaseDate: '2026-06-01' };
    const { body } = await sandbox.rest('admin', 'POST', '/rest/api/3/version', payload);
    return z.object({ id: z.string() }).parse(body).id;
  };

  test('is done five times, each time in another time', async () => {
    pipeline = new Pipeline(sandbox);
    const { body } = await sandbox.rest('admin', 'POST', '/rest/api/3/version', { name: '7.7.0', projectId: Number(projectId) });
    release = z.object({ id: z.string() }).parse(body).id;
    for (const [n] of minutes.entries()) before.set(`b${n}`, await released(`1.9.${n}`));
    const page = { moduleKey: 'holdpoint-settings' };
    const { settings, revision } = await sandbox.screen('admin', page, 'settings', bridgeCalls.settings.view, {});
    const row = { stage: 'production', breach: 'holds' } as const;
    const rows = [
      { ...row, rule: 'manual-check', name: check.name, role: 'Approvers', evidence: 'text', hours: null },
      { ...row, rule: 'unverified-fixes', most: 0, releaseAt: null },
      { ...row, rule: 'escape-rate', atMost: 0, windowDays: 90 },
    ];
    const document = { settings: { ...settings, gates: { ...settings.gates, rows } }, revision };
    const saved = await sandbox.screen('admin', page, 'saveSettings', bridgeCalls.saveSettings.view, document);
    expect(saved.kind).toBe('saved');
    await sandbox.settle();
    for (const [n, time] of minutes.entries()) {
      const build = `b${n}`;
      const told = await tellBuild(build);
      const fix = await fixed();
      const placed = await sandbox.now();
      const holdId = await hold();
      await submit(before.get(build) ?? '');
      await sandbox.advance(`${time / 2}m`);
      await confirm(build);
      waited.confirm.push({ from: told, to: await sandbox.now(), done: true });
      await sandbox.advance(`${time / 2}m`);
      await verify(fix);
      waited.verify.push({ from: fix.at, to: await sandbox.now(), done: true });
      await lift(holdId);
      await change('admin', before.get(build) ?? '', { act: 'approve' });
      for (const act of ['lift', 'approve-analysis'] as const)
        waited[act].push({ from: placed, to: await sandbox.now(), done: true });
    }
  });

  test('is expected to take as long as by hand, of those that had once waited as long', async () => {
    const shipped = await sandbox.versionId('SHOP', '4.1.2');
    const from = {
      confirm: await tellBuild('b9'),
      verify: (await fixed()).at,
      lift: await sandbox.now(),
      'approve-analysis': '',
    };
    await hold();
    await submit(shipped);
    from['approve-analysis'] = await sandbox.now();
    await sandbox.settle();
    await sandbox.advance('6m');
    const now = await sandbox.now();
    const { steps, restsOn, untold } = await way({ versionId: release });
    const hours = new Map(steps.map(({ act, hours: expected }) => [act, expected]));
    expect([...hours.keys()].sort()).toEqual(['approve-analysis', 'confirm', 'lift', 'verify']);
    expect(untold).toBe(0);
    for (const act of ['verify', 'confirm', 'lift', 'approve-analysis'] as const) {
      const waiting = { from: from[act], to: now, done: false };
      const byHand = hoursLeft([...waited[act], waiting], Date.parse(now) - Date.parse(from[act]));
      expect([act, Math.abs((hours.get(act) ?? 0) - byHand) < 0.11]).toEqual([act, true]);
      expect(restsOn.waits.find((waits) => waits.act === act)).toMatchObject({ done: 5, waiting: 1, tells: true });
    }
  });
});
