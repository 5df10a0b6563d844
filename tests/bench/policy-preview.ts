/** `npm run bench -- policy-preview [SIZE]`: how long who changes gates waits for what the change would do, on the clock, in the sandbox. */
import { loadavg } from 'node:os';
import { z } from 'zod';
import { bridgeCalls } from '../../src/contracts/bridge';
import type { BridgeCall } from '../../src/contracts/bridge';
import { gateRowSchema } from '../../src/contracts/gate-settings';
import type { GateRow } from '../../src/contracts/gate-settings';
import type { Settings } from '../../src/contracts/settings';
import { RunningSandbox } from '../running-sandbox';
import { printFigure, rounded, shareOf } from './figure';
import { rowsOf } from './gates';

const sizeAsIntended = 10_000;
/** Milliseconds from the call to its whole answer, with 10,000 defects. */
const limit = 2_000;
const rounds = 9;
/** Releases in work beside those of the demo, and open defects that each of them has. */
const [releases, perRelease] = [20, 40];
/** Saves of other gates, each of which turns most releases: until as many decisions are there as are looked at. */
const saves = 12;

const settingsPage = { moduleKey: 'holdpoint-settings' };
const projectPage = { moduleKey: 'holdpoint-project', projectKey: 'SHOP' };
const idSchema = z.object({ id: z.string() });

const allowing = (rows: readonly GateRow[], most: number) =>
  rows.map((row): GateRow => ('most' in row ? { ...row, most, releaseAt: null } : row));
const withRows = (settings: Settings, rows: readonly GateRow[]): Settings => ({
  ...settings,
  gates: { ...settings.gates, rows: [...rows] },
});

/** Prints a line of JSON for the preview and for the replay, of all projects and of one. */
export async function benchPolicyPreview(): Promise<void> {
  const size = Number(process.argv[3] ?? sizeAsIntended);
  const sandbox = await RunningSandbox.start(String(size), false);
  try {
    await sandbox.settle();
    const { id: projectId } = idSchema.parse((await sandbox.rest('admin', 'GET', '/rest/api/3/project/SHOP')).body);
    await planReleases(sandbox, projectId);
    const settings = await decideOften(sandbox);
    console.log(`Load of the machine: ${rounded(loadavg()[0] ?? 0)}`);
    for (const [part, rows] of [
      ['a limit', allowing(settings.gates.rows, 50)],
      ['every rule', everyRule(settings)],
    ] as const) {
      const ofAll = { settings: withRows(settings, rows) };
      await time(sandbox, 'previewSettings', { part, size, payload: ofAll });
      await time(sandbox, 'replaySettings', { part, size, payload: ofAll });
      await time(sandbox, 'previewProjectGates', { part, size, payload: { projectId, rows } });
      await time(sandbox, 'replayProjectGates', { part, size, payload: { projectId, rows } });
    }
  } finally {
    await sandbox.stop();
  }
}

/** A row of every rule on each gate, and of severities and tiers as many as an admin would write. */
function everyRule({ stages, tiers }: Settings): GateRow[] {
  const rows = stages.flatMap(({ key, gated }, at) => (gated && at > 0 ? rowsOf(key) : []));
  const known = rows.filter((row) => row.rule !== 'open-defects' || row.tier === 'any' || tiers.includes(row.tier));
  return z.array(gateRowSchema).parse(known);
}

/** More releases in work, with open defects that nobody had planned. */
async function planReleases(sandbox: RunningSandbox, projectId: string): Promise<void> {
  const open = await sandbox.search(
    'project = SHOP AND issuetype = Bug AND statusCategory != Done AND fixVersion is EMPTY',
    'lead',
  );
  for (let n = 0; n < releases; n += 1) {
    const version = { name: `20.${n}.0`, projectId: Number(projectId) };
    const { id } = idSchema.parse((await sandbox.rest('admin', 'POST', '/rest/api/3/version', version)).body);
    for (let at = n; at < Math.min(open.length, releases * perRelease); at += releases)
      await sandbox.rest('admin', 'PUT', `/rest/api/3/issue/${open[at]?.id ?? ''}`, { fields: { fixVersions: [{ id }] } });
  }
  await sandbox.settle();
  // Forge lets an app be invoked so often in a minute.
  await sandbox.advance('2m');
  console.log(`${releases} releases were planned, with ${Math.min(open.length, releases * perRelease)} open defects.`);
}

/** Lets gates be saved now tighter, now laxer, as in months of use: so that there is much to judge again. */
async function decideOften(sandbox: RunningSandbox): Promise<Settings> {
  const read = () => sandbox.screen('admin', settingsPage, 'settings', bridgeCalls.settings.view, {});
  const first = (await read()).settings;
  for (let n = 1; n <= saves; n += 1) {
    const { settings, revision } = await read();
    const rows = n === saves ? first.gates.rows : allowing(first.gates.rows, n % 2 === 0 ? 0 : 9_000 + n);
    const document = { settings: withRows(settings, rows), revision };
    await sandbox.screen('admin', settingsPage, 'saveSettings', bridgeCalls.saveSettings.view, document);
    await sandbox.settle();
  }
  return first;
}

const view = z.object({ kind: z.string(), judged: z.number(), notes: z.array(z.string()).default([]) });
const answered = z.object({ value: z.object({ kind: z.literal('ok'), view }) });

interface Asked {
  readonly part: string;
  readonly size: number;
  readonly payload: unknown;
}

async function time(sandbox: RunningSandbox, call: BridgeCall, { part, size, payload }: Asked): Promise<void> {
  const place = call.endsWith('Settings') ? settingsPage : projectPage;
  const times: number[] = [];
  let last = { judged: 0, notes: [] as readonly string[] };
  for (let round = 0; round < rounds; round += 1) {
    const began = performance.now();
    const answer = await sandbox.invoke('admin', place, call, payload);
    times.push(performance.now() - began);
    last = answered.parse(answer).value.view;
  }
  times.sort((a, b) => a - b);
  const [p50, p95] = [rounded(shareOf(times, 0.5)), rounded(shareOf(times, 0.95))];
  const figure = { name: call, part, n: size, p50, p95, unit: 'ms', reference: limit, ratio: rounded(p95 / limit) };
  printFigure(figure, { judged: last.judged, said: last.notes.join(' ') });
}
