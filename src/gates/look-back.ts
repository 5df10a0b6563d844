import { doneCategory, heldAt } from '../defects';
import type { DefectHistory } from '../defects';
import { day, plus } from '../kernel/instant';
import type { Instant } from '../kernel/instant';
import { toSeverity } from '../kernel/severity';
import type { Severity } from '../kernel/severity';
import type { VerdictState } from '../kernel/verdict';
import type { Evidence, OpenDefect, Release } from './evidence';
import type { GatePolicy, Stage } from './policy';
import { rules } from './rules';
import { decideGate } from './verdict';

/** A defect that had a release as its fix version at some time, with what it was over time and its tier of today. */
export interface PastDefect {
  readonly id: string;
  readonly key: string;
  readonly tier: string | null;
  readonly securityLevel: string | null;
  readonly createdAt: Instant;
  readonly history: Pick<DefectHistory, 'status' | 'severity' | 'fix'>;
}

/** How many defects of a security level; null is no level. Readers are shown the sum of the levels that they may see. */
export interface LevelCount {
  readonly level: string | null;
  readonly count: number;
}

/** What the gates would have said of a release on the day on which it was released, and what came of it. */
export interface PastRelease {
  readonly version: { readonly id: string; readonly name: string; readonly releaseDate: string };
  readonly stages: readonly { readonly stage: Stage; readonly state: VerdictState; readonly sentence: string }[];
  readonly openAtRelease: readonly LevelCount[];
  readonly escaped: readonly (LevelCount & { readonly severity: Severity | null })[];
  readonly jql: string;
}

export interface PastJudgement {
  readonly release: Release;
  /** Every defect that ever had the release as its fix version. */
  readonly defects: readonly PastDefect[];
  readonly policy: GatePolicy;
  readonly stages: readonly Stage[];
  /** When the release was made. */
  readonly at: Instant;
  /** The category of a status by its id; a status that nobody knows any more counts as open. */
  readonly categoryOf: (statusId: string) => string | null;
}

const restsOnDefects = new Set(rules.filter(({ needs }) => needs.every((kind) => kind === 'defects')).map(({ name }) => name));

/** The moment at which a release counts as made: the end of its release date in UTC, or now where that day is not over. */
export function releasedAt(releaseDate: string, now: Instant): Instant {
  const end = plus(`${releaseDate}T00:00:00.000Z`, day - 1);
  return end < now ? end : now;
}

/** Judges a release of the past by a policy of today: on the defects that it had then, not done then, by their severity of then. */
export function judgePast({ release, defects, policy, stages, at, categoryOf }: PastJudgement) {
  const then = openThen(defects, release.versionId, at, categoryOf);
  const evidence: Evidence = { defects: { kind: 'known', facts: then.map((defect) => asItWas(defect, at)) } };
  // What else rows may rest on is not kept of the past: only what the defects themselves tell is judged.
  const known = { ...policy, rows: policy.rows.filter(({ rule }) => restsOnDefects.has(rule)) };
  return {
    stages: stages.map((stage) => {
      const { state, sentence } = decideGate({ policy: known, stage, release, evidence, before: new Set(), now: at });
      return { stage: { key: stage.key, name: stage.name }, state, sentence };
    }),
    openAtRelease: byLevel(then),
  };
}

/** Which defects were not done at a moment and had the release as their fix version. */
export function openThen<Defect extends Pick<PastDefect, 'history'>>(
  defects: readonly Defect[],
  versionId: string,
  at: Instant,
  categoryOf: PastJudgement['categoryOf'],
): Defect[] {
  return defects.filter(({ history }) => {
    const status = heldAt(history.status, at);
    const isOpen = status !== undefined && (status.value === null || categoryOf(status.value) !== doneCategory);
    return isOpen && history.fix.some(({ value, from, to }) => value === versionId && from <= at && (to === null || to > at));
  });
}

function asItWas({ id, key, tier, createdAt, history }: PastDefect, at: Instant): OpenDefect {
  // Whoever looks back asks what the gates would have said by themselves, before anybody was let off.
  const untouched = { clockFrom: createdAt, deferredUntil: null };
  return { id, key, tier, createdAt, ...untouched, severity: toSeverity(heldAt(history.severity, at)?.value) };
}

function byLevel(defects: readonly PastDefect[]): LevelCount[] {
  const counts = new Map<string | null, number>();
  for (const { securityLevel } of defects) counts.set(securityLevel, (counts.get(securityLevel) ?? 0) + 1);
  return [...counts].map(([level, count]) => ({ level, count }));
}

/**
 * The look back in one sentence, about the last stage that has a gate: "7 of the last 9 releases would have been held for production;
 * 31 defects escaped from them." Empty where nothing was ever released.
 * @param escaped of all these releases, as many as the reader may see
 */
export function lookBackSentence(releases: readonly Pick<PastRelease, 'stages'>[], escaped: number): string {
  const stage = releases[0]?.stages.at(-1)?.stage;
  const held = releases.filter(({ stages }) => stages.at(-1)?.state === 'held').length;
  if (releases.length === 0) return '';
  const one = releases.length === 1;
  const defects = escaped === 0 ? 'no defect' : `${escaped} ${escaped === 1 ? 'defect' : 'defects'}`;
  const escapes = `${defects} escaped from ${one ? 'it' : 'them'}.`;
  const gate = stage === undefined ? 'No stage has a gate, so ' : '';
  const by = stage === undefined ? 'held' : `held for ${stage.name.toLowerCase()}`;
  if (one) return `${opening(gate, 'the last release')} would ${held === 0 ? 'not ' : ''}have been ${by}; ${escapes}`;
  const how = held === 0 ? 'none' : held === releases.length ? 'all' : String(held);
  return `${opening(gate, `${how} of the last ${releases.length} releases`)} would have been ${by}; ${escapes}`;
}

function opening(before: string, words: string): string {
  return before === '' ? words.charAt(0).toUpperCase() + words.slice(1) : before + words;
}
