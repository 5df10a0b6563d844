import { defectsNaming, defectsOnceIn, statusCategories, versionById } from '../defects/shell';
import { inHindsight, releasedAt } from '../gates';
import type { Evidence, Hindsight, KnownToday, TodaysDefect } from '../gates';
import type { LedgerEntry } from '../governance';
import { findEntries, withEvidence } from '../governance/shell';
import type { Instant } from '../kernel/instant';
import { defaultSettings, gateRowsOf } from '../settings';
import type { Settings } from '../settings';
import { readSettings } from '../settings/shell';
import { orderedReleases, ratesOfRelease } from './gate-releases';
import { judgedAgain, keptVerdict } from './kept-judgement';
import type { KeptVerdict } from './kept-judgement';
import { pastDays, pastVerdicts } from './past-verdicts';
import { toldByNow } from './told-late';
import type { ToldByNow } from './told-late';

/** A verdict of the ledger, judged again. */
export interface LookedAgain {
  readonly kept: KeptVerdict;
  /** Whether the rules of today come to what was entered, on what was kept. */
  readonly same: boolean;
  readonly hindsight: Hindsight;
}

/**
 * Judges verdicts of a project again, as known then and as known now. What is known now is read once for each release.
 * @param entries with their evidence, of one chain @returns one for each entry, in their order; null where not enough was kept
 */
export async function lookAgain(
  projectId: string,
  entries: readonly LedgerEntry[],
  now: Instant,
): Promise<(LookedAgain | null)[]> {
  const kept = entries.map(keptVerdict);
  const today = new Map<string, ReleaseToday>();
  const stored = await readSettings();
  const settings = stored.kind === 'ok' ? stored.settings : defaultSettings;
  const categories = await statusCategories();
  // One release after the other: their histories together could be more than fits the memory.
  for (const { version } of kept.flatMap((one) => one ?? []))
    if (!today.has(version.id)) today.set(version.id, await releaseToday({ projectId, version, settings, now }));
  return kept.map((one) => {
    const release = one === null ? undefined : today.get(one.version.id);
    if (one === null || release === undefined) return null;
    const { same } = judgedAgain(one);
    const known: KnownToday = {
      defects: release.defects,
      wentOutAt: release.wentOutWith.has(one.entry.seq) ? release.releasedAt : null,
      others: othersOf(one, release),
      categoryOf: (status) => categories.get(status) ?? null,
    };
    return { kept: one, same, hindsight: inHindsight(one.judgement, known) };
  });
}

interface ReleaseToday {
  readonly defects: readonly TodaysDefect[];
  readonly releasedAt: Instant | null;
  /** Places of the verdicts that stood when it went out, one of each stage. */
  readonly wentOutWith: ReadonlySet<number>;
  readonly told: ToldByNow;
  /** What is known by now of escapes, by the name of the release that they escaped from. */
  readonly escaped: ReadonlyMap<string, NonNullable<Awaited<ReturnType<typeof ratesOfRelease>>>>;
}

interface Asked {
  readonly projectId: string;
  readonly version: { readonly id: string; readonly name: string };
  readonly settings: Settings;
  readonly now: Instant;
}

async function releaseToday(asked: Asked): Promise<ReleaseToday> {
  const { projectId, version, settings, now } = asked;
  const stored = await versionById(version.id);
  const wentOut = stored?.released === true && stored.releaseDate !== null ? releasedAt(stored.releaseDate, now) : null;
  const defects = await defectsOnceIn(version.id, await defectsNaming(version.id));
  return {
    defects,
    releasedAt: wentOut,
    wentOutWith: wentOut === null ? new Set() : await standingAt(projectId, version.id, wentOut),
    told: await toldByNow(projectId, version.name, settings.stages),
    escaped: gateRowsOf(settings, projectId).some(({ rule }) => rule === 'escape-rate') ? await escapesByNow(asked) : new Map(),
  };
}

/** Verdicts of a release that are looked at, the newest of them, to find the one that stood. */
const mostVerdicts = 200;

/** The newest verdict of each stage up to a moment. */
async function standingAt(chain: string, versionId: string, at: Instant): Promise<Set<number>> {
  const query = { subject: `version:${versionId}/`, kind: 'verdict-changed', issueId: null, from: null, to: null, before: null };
  const standing = new Map<string, number>();
  for (const entry of await findEntries(chain, query, mostVerdicts))
    if (entry.at <= at && !standing.has(entry.subject)) standing.set(entry.subject, entry.seq);
  return new Set(standing.values());
}

async function escapesByNow({ projectId, settings, now }: Asked): Promise<ReleaseToday['escaped']> {
  const releases = await orderedReleases(projectId);
  const found: [string, NonNullable<Awaited<ReturnType<typeof ratesOfRelease>>>][] = [];
  for (const { id, name, released } of releases.slice(-mostReleases)) {
    const rates = released ? await ratesOfRelease({ projectId, releases, now }, id, settings.stages) : null;
    if (rates !== null) found.push([name, rates]);
  }
  return new Map(found);
}

const mostReleases = 4;

function othersOf({ judgement }: KeptVerdict, { told, defects, escaped }: ReleaseToday): Partial<Omit<Evidence, 'defects'>> {
  const { escapes } = judgement.evidence;
  const before = escapes?.kind === 'known' ? escapes.facts : null;
  const rates = before === null ? undefined : escaped.get(before.versionName);
  return {
    ...told.at(judgement, defects),
    ...(before === null || rates === undefined ? {} : { escapes: { kind: 'known', facts: { ...before, rates } } }),
  };
}

/** Verdicts of a project that are judged again, the newest of them. */
const mostDecisions = 200;

/** The verdicts of the last 90 days that would have been the other way, newest first. */
export async function turnedByHindsight(
  projectId: string,
  now: Instant,
): Promise<{ days: number; judged: number; notKept: number; more: boolean; looked: LookedAgain[] }> {
  const past = await pastVerdicts(projectId, now, mostDecisions);
  const figures = { days: pastDays, judged: 0, notKept: 0, more: past.more };
  const looked: LookedAgain[] = [];
  for (const part of past.parts) {
    const again = await lookAgain(projectId, await withEvidence(part), now);
    const judged = again.flatMap((one) => one ?? []);
    figures.judged += judged.length;
    figures.notKept += again.length - judged.length;
    looked.push(...judged.filter(({ hindsight }) => hindsight.turned));
  }
  return { ...figures, looked };
}
