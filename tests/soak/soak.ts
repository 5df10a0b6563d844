import { z } from 'zod';
import { readinessViewSchema } from '../../src/contracts/readiness';
import { saveViewSchema, settingsViewSchema, type Settings } from '../../src/contracts/settings';
import { exportViewSchema } from '../../src/contracts/decisions';
import { exportedEntrySchema } from '../../src/contracts/ledger-export';
import { verifyChain } from '../../src/governance';
import { RunningSandbox } from '../running-sandbox';
import { Changes } from './changes';
import { countedVersions, storedFacts } from './stored-facts';
import { oughtToBeHeld } from './truth';
import type { KnownDefect } from './truth';

export interface SoakPlan {
  readonly seed: number;
  readonly defects: number;
  readonly changes: number;
}

export interface SoakResult extends SoakPlan {
  readonly seconds: number;
  readonly sandboxHours: number;
  /** Stages of releases that were looked at with a verdict that passed. */
  readonly openSeen: number;
  /** Longest time that a verdict stayed open after the truth became held, in minutes. */
  readonly longestOpenAfterHeld: number;
  readonly repairs: number;
  readonly ledgerEntries: number;
  /** What went against a promise, in words; empty where all were kept. */
  readonly broken: readonly string[];
}

const names = ['4.1.3', '4.2.0', '4.3.0'];
const project = { moduleKey: 'holdpoint-project', projectKey: 'SHOP' };
const settingsPage = { moduleKey: 'holdpoint-settings' };
const changesPerStep = 100;
const changesAtOnce = 10;
const minutesPerStep = 5;
/** A verdict may be relied on for 15 minutes; a little is added because the driver looks only between its steps. */
const mostMinutesOpen = 15.5;

const faults = (seed: number) => ({
  seed,
  duplicate: 0.1,
  delay: { share: 0.1, max: '1h' },
  reorder: 0.05,
  drop: 0.02,
  http: { '429': 0.03, '500': 0.02 },
  kill: 0.01,
});

/**
 * Changes defects while events come twice, late, out of order or never, Jira refuses calls, functions die and the database stops twice;
 * then lets Holdpoint reconcile, and asks whether every promise was kept.
 */
export async function soak(plan: SoakPlan, say: (line: string) => void = () => undefined): Promise<SoakResult> {
  const started = Date.now();
  const sandbox = await RunningSandbox.start(String(plan.defects), false);
  try {
    return await run(sandbox, plan, started, say);
  } finally {
    await sandbox.stop();
  }
}

async function run(sandbox: RunningSandbox, plan: SoakPlan, started: number, say: (line: string) => void): Promise<SoakResult> {
  const versionIds = await Promise.all(names.map((name) => sandbox.versionId('SHOP', name)));
  const changes = await Changes.of(sandbox, plan.seed, versionIds);
  const settings = await setLimits(sandbox, changes, versionIds);
  const watch = new Watch(sandbox, changes, versionIds, settings);
  const began = await watch.now();
  const steps = Math.ceil(plan.changes / changesPerStep);
  const stops = [Math.floor(steps / 3), Math.floor((2 * steps) / 3)];
  for (let step = 0; step < steps; step += 1) {
    const stopped = stops.includes(step);
    await sandbox.control('faults', { ...faults(plan.seed * 1_000 + step), ...(stopped ? { database: 'stop' } : {}) });
    const wanted = Math.min(plan.changes, (step + 1) * changesPerStep);
    while (changes.made < wanted) {
      const sure = await changes.makeSome(Math.min(changesAtOnce, wanted - changes.made));
      await watch.look(sure);
    }
    await sandbox.advance(`${minutesPerStep}m`);
    await watch.check();
    if (step % 20 === 19) say(`seed ${plan.seed}: ${changes.made} changes, ${Math.round((Date.now() - started) / 1000)} s`);
  }
  await sandbox.control('faults', {});
  const hoursSoFar = ((await watch.now()) - began) / 3_600_000;
  // One reconciliation of each kind: hourly, and the daily count.
  await sandbox.advance(`${Math.ceil(60 * Math.max(1.1, 24.5 - hoursSoFar))}m`);
  const hours = ((await watch.now()) - began) / 3_600_000;
  const ledger = await readLedger(sandbox, await projectIdOf(sandbox));
  const broken = [...watch.broken, ...(await compare(sandbox, changes, versionIds)), ...ledger.broken];
  return {
    ...plan,
    seconds: Math.round((Date.now() - started) / 1000),
    sandboxHours: Math.round(hours * 10) / 10,
    openSeen: watch.openSeen,
    longestOpenAfterHeld: Math.round(watch.longest * 10) / 10,
    repairs: ledger.repairs,
    ledgerEntries: ledger.entries,
    broken,
  };
}

/** Limits about which the counts will wander, so that gates open and close all the time. */
async function setLimits(sandbox: RunningSandbox, changes: Changes, versionIds: readonly string[]): Promise<Settings> {
  const { settings, revision } = await sandbox.screen('admin', settingsPage, 'settings', settingsViewSchema, {});
  const open = [...changes.defects.values()].filter((defect) => defect.open);
  const usual = (severity: string) => {
    const counts = versionIds.map(
      (id) => open.filter((defect) => (defect.severity ?? 'S1') === severity && defect.fixVersionIds.includes(id)).length,
    );
    return counts.sort((a, b) => a - b)[Math.floor(counts.length / 2)] ?? 0;
  };
  const limited: Settings = {
    ...settings,
    gates: {
      ...settings.gates,
      rows: [
        openDefects('staging', 'S1', 'any', usual('S1') + 1),
        openDefects('production', 'S2', 'any', usual('S2') + 1),
        openDefects('production', 'S2', 'enterprise', Math.ceil(usual('S2') / 3) + 1),
      ],
    },
  };
  const saved = await sandbox.screen('admin', settingsPage, 'saveSettings', saveViewSchema, { settings: limited, revision });
  if (saved.kind !== 'saved') throw new Error(`The limits were not saved: ${JSON.stringify(saved)}`);
  await sandbox.settle();
  return limited;
}

/** A row that holds above so many. */
function openDefects(stage: string, severity: 'S1' | 'S2', tier: string, most: number): Settings['gates']['rows'][number] {
  return { rule: 'open-defects', stage, breach: 'holds', severity, tier, most, releaseAt: null };
}

/** Looks at what is published and compares it with what ought to be. */
class Watch {
  readonly broken: string[] = [];
  openSeen = 0;
  longest = 0;
  private readonly heldSince = new Map<string, number>();

  constructor(
    private readonly sandbox: RunningSandbox,
    private readonly changes: Changes,
    private readonly versionIds: readonly string[],
    private readonly settings: Settings,
  ) {}

  async now(): Promise<number> {
    const { now } = z.object({ now: z.string() }).parse(await this.sandbox.control('clock'));
    return Date.parse(now);
  }

  /**
   * Notes since when each gate ought to be held. Of changes made at once nobody knows the order, and a gate that was open for a moment
   * between two of them may have been judged at that moment: it counts as held all along only by the defects that are sure.
   */
  async look(sure: readonly KnownDefect[]): Promise<void> {
    const now = await this.now();
    for (const versionId of this.versionIds) {
      for (const stage of this.settings.stages.filter(({ gated }) => gated)) {
        const name = `${versionId}/${stage.key}`;
        const held = (defects: Iterable<KnownDefect>) => oughtToBeHeld(defects, versionId, stage.key, this.settings, now);
        if (!held(sure)) this.heldSince.delete(name);
        if (held(this.changes.defects.values()) && !this.heldSince.has(name)) this.heldSince.set(name, now);
      }
    }
  }

  /** A verdict that still passes although the truth has been held for longer than a verdict lives breaks the promise. */
  async check(): Promise<void> {
    const now = await this.now();
    for (const versionId of this.versionIds) {
      const { stages, name } = await this.sandbox.published('SHOP', versionId);
      for (const [stage, { state, until }] of Object.entries(stages)) {
        if (state !== 'open' || Date.parse(until) <= now) continue;
        this.openSeen += 1;
        const since = this.heldSince.get(`${versionId}/${stage}`);
        const minutes = since === undefined ? 0 : (now - since) / 60_000;
        this.longest = Math.max(this.longest, minutes);
        if (minutes > mostMinutesOpen)
          this.broken.push(`${name} stayed open for ${stage} ${Math.round(minutes)} minutes after it became held.`);
      }
    }
    await this.look([...this.changes.defects.values()]);
  }
}

async function projectIdOf(sandbox: RunningSandbox): Promise<string> {
  return z.object({ id: z.string() }).parse((await sandbox.rest('admin', 'GET', '/rest/api/3/project/SHOP')).body).id;
}

/** What the screens show against what the driver knows; and the whole store against a fresh reading of Jira. */
async function compare(sandbox: RunningSandbox, changes: Changes, versionIds: readonly string[]): Promise<string[]> {
  const broken: string[] = [];
  const projectId = await projectIdOf(sandbox);
  for (const versionId of versionIds) {
    const view = await sandbox.screen('admin', project, 'readiness', readinessViewSchema, { projectId, versionId });
    const open = [...changes.defects.values()].filter((defect) => defect.open && defect.fixVersionIds.includes(versionId));
    const known = open.map(({ key, severity, tier }) => `${key} ${severity} ${tier}`).sort();
    const shown = view.defects.map(({ key, severity, tier }) => `${key} ${severity} ${tier}`).sort();
    // Defects of a security level that not even an admin may see are counted, not shown.
    const missing = known.filter((one) => !shown.includes(one));
    if (missing.length > view.hidden) broken.push(`${view.version.name} does not show ${missing.slice(0, 5).join(', ')}.`);
    const extra = shown.filter((one) => !known.includes(one));
    if (extra.length > 0) broken.push(`${view.version.name} shows ${extra.slice(0, 5).join(', ')} although Jira does not.`);
  }
  if ((await countedVersions(sandbox)).length === 0) broken.push('No past days were counted.');
  const followed = await storedFacts(sandbox);
  await sandbox.screen('admin', settingsPage, 'readProject', z.object({}), { projectId });
  await sandbox.settle();
  const fresh = await storedFacts(sandbox);
  const differing = [
    ...followed.filter((row) => !fresh.includes(row)).map((row) => `the store had ${row}`),
    ...fresh.filter((row) => !followed.includes(row)).map((row) => `the store lacked ${row}`),
  ];
  if (differing.length > 0)
    broken.push(`The store is not what Jira says, in ${differing.length} rows: ${differing.slice(0, 6).join('; ')}.`);
  return broken;
}

async function readLedger(
  sandbox: RunningSandbox,
  projectId: string,
): Promise<{ entries: number; repairs: number; broken: string[] }> {
  const texts: string[] = [];
  let next: number | null = null;
  do {
    const part: z.output<typeof exportViewSchema> = await sandbox.screen('admin', project, 'exportDecisions', exportViewSchema, {
      projectId,
      format: 'json',
      next,
    });
    if (part.text !== '') texts.push(part.text);
    next = part.next;
  } while (next !== null);
  const entries = z.array(exportedEntrySchema).parse(JSON.parse(`[${texts.join(',')}]`));
  const check = verifyChain(entries);
  return {
    entries: entries.length,
    repairs: entries.filter(({ kind }) => kind === 'repair').length,
    broken: check.kind === 'whole' ? [] : [`The ledger is broken at entry ${check.seq}: ${check.because}`],
  };
}
