import { doneCategory, heldAt } from '../defects';
import type { DefectHistory } from '../defects';
import type { Instant } from '../kernel/instant';
import { severities, toSeverity } from '../kernel/severity';
import type { Severity } from '../kernel/severity';
import type { Evidence, OpenDefect } from './evidence';
import { openThen } from './look-back';
import type { PastJudgement } from './look-back';
import type { Condition } from './rules/rule';
import { decideGate } from './verdict';
import type { Judgement, Verdict } from './verdict';

/** A defect as it is known today: that once had the release as its fix version, or names it as affected. */
export interface TodaysDefect {
  readonly id: string;
  readonly key: string;
  readonly tier: string | null;
  readonly createdAt: Instant;
  readonly history: Pick<DefectHistory, 'status' | 'severity' | 'fix' | 'affects'>;
}

/**
 * How today's knowledge of a defect differs from what a verdict was decided from. `arrived`: it was open in the release and not known to
 * be. `planned-since`: it was open, planned for no release, and was planned for this one first. `escaped`: users met it after the release
 * went out on this verdict. `worse` and `milder`: its severity was changed since. `not-open`: it had been done, or taken out of the
 * release. `gone`: it is no defect any more, or deleted.
 */
type LateCause = 'arrived' | 'planned-since' | 'escaped' | 'worse' | 'milder' | 'not-open' | 'gone';

export interface LateDefect {
  readonly id: string;
  readonly key: string;
  readonly cause: LateCause;
  /** As it was judged, and as it is known to be; null where there is none. */
  readonly then: Severity | null;
  readonly now: Severity | null;
  /** Ids of the conditions that come to something else and count it on one side only. */
  readonly conditions: readonly string[];
}

export interface ConditionPair {
  readonly id: string;
  readonly title: string;
  /** Null where the other side alone has it. */
  readonly then: Condition | null;
  readonly now: Condition | null;
  /** Another state, or another figure. */
  readonly differs: boolean;
}

/** One moment judged twice: on what was known then, and on what is known by now. */
export interface Hindsight {
  readonly then: Verdict;
  readonly now: Verdict;
  /** It would have been decided the other way. */
  readonly turned: boolean;
  readonly conditions: readonly ConditionPair[];
  /** Those that make a difference first. */
  readonly late: readonly LateDefect[];
}

export interface KnownToday {
  readonly defects: readonly TodaysDefect[];
  /** When the release went out on this verdict; null where it did not. What was reported later and names the release counts against it. */
  readonly wentOutAt: Instant | null;
  /** Other kinds of evidence that are known better by now. */
  readonly others: Partial<Omit<Evidence, 'defects'>>;
  readonly categoryOf: PastJudgement['categoryOf'];
}

/**
 * Judges a moment again on what is known today of it: on the defects that were there, and on other evidence where it is known better by
 * now. The policy, the clocks and all else stay as they were: hindsight is about what was not known, not about other rules.
 */
export function inHindsight(judgement: Judgement, today: KnownToday): Hindsight {
  const then = decideGate(judgement);
  const known = judgement.evidence.defects.kind === 'known' ? judgement.evidence.defects.facts : [];
  const { defects, late } = asKnownNow(known, today, judgement);
  const evidence = { ...judgement.evidence, ...today.others, defects: { kind: 'known', facts: defects } } as const;
  // Where nobody knew the defects, the verdict was unknown for that reason, and stays so.
  const now = judgement.evidence.defects.kind === 'known' ? decideGate({ ...judgement, evidence }) : then;
  const conditions = pairs(then, now);
  return { then, now, turned: then.state !== now.state, conditions, late: withConditions(late, conditions) };
}

type Late = Omit<LateDefect, 'conditions'>;

function asKnownNow(
  known: readonly OpenDefect[],
  { defects, wentOutAt, categoryOf }: KnownToday,
  { release: { versionId }, now: at }: Judgement,
): { defects: OpenDefect[]; late: Late[] } {
  const then = new Map(known.map((defect) => [defect.id, defect]));
  const today = new Map(defects.map((defect) => [defect.id, defect]));
  const wasIn = new Set(openThen(defects, versionId, at, categoryOf).map(({ id }) => id));
  const late: Late[] = [];
  const counted: OpenDefect[] = [];
  for (const was of known) {
    const is = today.get(was.id);
    if (is === undefined || !wasIn.has(was.id)) {
      late.push({ id: was.id, key: was.key, cause: is === undefined ? 'gone' : 'not-open', then: was.severity, now: null });
      continue;
    }
    const severity = severityNow(is);
    counted.push({ ...was, severity });
    const change = rank(severity) - rank(was.severity);
    if (change !== 0)
      late.push({ id: was.id, key: is.key, cause: change < 0 ? 'worse' : 'milder', then: was.severity, now: severity });
  }
  for (const defect of defects) {
    if (then.has(defect.id)) continue;
    const cause = whyLate(defect, wasIn, { versionId, at, wentOutAt, categoryOf });
    if (cause === null) continue;
    const { id, key, tier, createdAt } = defect;
    const severity = severityNow(defect);
    counted.push({ id, key, tier, createdAt, severity, clockFrom: createdAt, deferredUntil: null });
    late.push({ id, key, cause, then: null, now: severity });
  }
  return { defects: counted, late };
}

interface Moment extends Pick<KnownToday, 'wentOutAt' | 'categoryOf'> {
  readonly versionId: string;
  readonly at: Instant;
}

function whyLate(
  { id, createdAt, history }: TodaysDefect,
  wasIn: ReadonlySet<string>,
  { versionId, at, wentOutAt, categoryOf }: Moment,
): LateCause | null {
  if (wasIn.has(id)) return 'arrived';
  if (createdAt > at) {
    const isAffected = history.affects.some(({ value, to }) => value === versionId && to === null);
    return wentOutAt !== null && createdAt > wentOutAt && isAffected ? 'escaped' : null;
  }
  const status = heldAt(history.status, at)?.value ?? null;
  if (status !== null && categoryOf(status) === doneCategory) return null;
  const plans = [...history.fix].sort((a, b) => (a.from < b.from ? -1 : 1));
  const wasPlanned = plans.some(({ from }) => from <= at);
  return !wasPlanned && plans[0]?.value === versionId ? 'planned-since' : null;
}

function severityNow({ history }: TodaysDefect): Severity | null {
  return toSeverity(history.severity.at(-1)?.value);
}

/** Smaller is worse; without one it counts as S1, as everywhere. */
function rank(severity: Severity | null): number {
  return severities.indexOf(severity ?? 'S1');
}

function pairs(then: Verdict, now: Verdict): ConditionPair[] {
  const later = new Map(now.conditions.map((condition) => [condition.id, condition]));
  return then.conditions.map((was) => {
    const is = later.get(was.id) ?? null;
    const differs = is?.state !== was.state || is.value !== was.value;
    return { id: was.id, title: was.title, then: was, now: is, differs };
  });
}

function withConditions(late: readonly Late[], conditions: readonly ConditionPair[]): LateDefect[] {
  const apart = conditions
    .filter(({ differs }) => differs)
    .map(({ id, then, now }) => {
      const [was, is] = [new Set(then?.defectIds), new Set(now?.defectIds)];
      return { id, ids: new Set([...[...was].filter((one) => !is.has(one)), ...[...is].filter((one) => !was.has(one))]) };
    });
  return late
    .map((defect) => ({ ...defect, conditions: apart.flatMap(({ id, ids }) => (ids.has(defect.id) ? id : [])) }))
    .sort((a, b) => Number(a.conditions.length === 0) - Number(b.conditions.length === 0));
}
