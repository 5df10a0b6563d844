import { minute, type Instant } from '../kernel/instant';
import type { GateMode, VerdictState } from '../kernel/verdict';
import type { Evidence, Release } from './evidence';
import { allOf, anyOf, notDeferred, openDefectsOf } from './jql';
import type { GatePolicy, Stage } from './policy';
import { rules } from './rules';
import type { Condition } from './rules/rule';
import { unblockSet, type Unblock } from './unblock';

/** How long a verdict may be relied on after Jira was last read, in milliseconds. */
export const verdictLife = 15 * minute;

/** What the gate of a stage says of a release, and why. */
export interface Verdict {
  readonly stage: Stage;
  readonly state: VerdictState;
  /** A finished sentence that names no issue. */
  readonly sentence: string;
  readonly conditions: readonly (Condition & { readonly jql: string })[];
  readonly unblock: Unblock | null;
  /** The defects behind the reasons; all open defects of the release while nothing is breached. */
  readonly jql: string;
  /** The first moment at which a deferral that it rests on is over: it may be relied on no longer than that. Null where there is none. */
  readonly restsUntil: Instant | null;
}

/**
 * Judges a release for a stage. Open only where every condition is known and met; a gate without any condition, or without
 * evidence, is unknown, which never passes.
 */
export function decideGate(policy: GatePolicy, stage: Stage, release: Release, evidence: Evidence, now: Instant): Verdict {
  const base = openDefectsOf(release);
  const found = rules.flatMap((rule) => rule.conditions(policy, stage, evidence, now));
  const breached = found.filter((condition) => condition.state === 'breached');
  const state = stateOf(found, evidence);
  return {
    stage,
    state,
    sentence: sentence(release, stage, state, found, evidence),
    conditions: found.map((condition) => ({ ...condition, jql: allOf([base, notDeferred, condition.clause]) })),
    unblock: unblockSet(found),
    jql: breached.length === 0 ? base : allOf([base, notDeferred, union(breached)]),
    restsUntil: found.flatMap(({ restsUntil }) => restsUntil ?? []).sort()[0] ?? null,
  };
}

function stateOf(conditions: readonly Condition[], evidence: Evidence): VerdictState {
  if (evidence.kind === 'missing' || conditions.length === 0) return 'unknown';
  return conditions.some((condition) => condition.state === 'breached') ? 'held' : 'open';
}

/** The condition that is named first where a gate is held. */
export function decisive(verdict: Pick<Verdict, 'conditions'>): Condition | null {
  return verdict.conditions.find((condition) => condition.state === 'breached') ?? null;
}

/** Everything by which two verdicts differ, as text; the time of deciding is not part of it. */
export function fingerprint(verdict: Verdict): string {
  const conditions = verdict.conditions.map(({ id, value, limit, state, defectIds, deferredIds }) => [
    ...[id, value, limit, state, [...defectIds].sort()],
    ...(deferredIds.length === 0 ? [] : [[...deferredIds].sort()]),
  ]);
  return JSON.stringify([verdict.state, conditions]);
}

/** A stage of the published property (contracts/published-verdict.ts). */
export function publishedStage(verdict: Verdict, parts: { mode: GateMode; at: Instant; until: Instant; build: string | null }) {
  const first = decisive(verdict);
  return {
    ...parts,
    state: verdict.state,
    sentence: verdict.sentence,
    rule: first?.rule ?? null,
    value: first?.value ?? null,
    limit: first?.limit ?? null,
    jql: verdict.jql,
  };
}

/** A long union would not fit the property of a project with many rows: then the first reason stands for all. */
function union(breached: readonly Condition[]): string {
  const all = anyOf([...new Set(breached.map((condition) => condition.clause))]);
  return all.length <= 1_500 ? all : (breached[0]?.clause ?? all);
}

function sentence(
  release: Release,
  stage: Stage,
  state: VerdictState,
  conditions: readonly Condition[],
  evidence: Evidence,
): string {
  const may = (not: string) => `${release.versionName} may ${not}enter ${stage.name.toLowerCase()}`;
  if (evidence.kind === 'missing') return `${may('not ')} yet: ${evidence.because}.`;
  if (state === 'unknown') return `${may('not ')} yet: its gate has no conditions, so there is nothing to judge it by.`;
  const deferred = new Set(conditions.flatMap(({ deferredIds }) => deferredIds)).size;
  const apart =
    deferred === 0 ? '' : `; ${deferred === 1 ? '1 deferred defect is' : `${deferred} deferred defects are`} not counted`;
  if (state === 'open') return `${may('')}: ${allMet(conditions.length)}${apart}.`;
  const breached = conditions.filter((condition) => condition.state === 'breached');
  const first = breached[0];
  const more = breached.length - 1;
  const others = more === 0 ? '' : `; ${more} more ${more === 1 ? 'condition is' : 'conditions are'} not met`;
  return `${may('not ')}: ${first?.reason ?? ''}${others}.`;
}

function allMet(conditions: number): string {
  if (conditions === 1) return 'the one condition is met';
  return conditions === 2 ? 'both conditions are met' : `all ${conditions} conditions are met`;
}
