import { dayWords } from '../kernel/day-words';
import { minute, type Instant } from '../kernel/instant';
import type { GateMode, VerdictState } from '../kernel/verdict';
import type { Evidence, Release } from './evidence';
import { withoutStale } from './freshness';
import { allOf, anyOf, notDeferred, openDefectsOf } from './jql';
import { rowKey } from './policy';
import type { GatePolicy, Stage } from './policy';
import { rules } from './rules';
import { holdConditions } from './rules/hold';
import type { Condition, Context } from './rules/rule';

/** How long a verdict may be relied on after Jira was last read, in milliseconds. */
export const verdictLife = 15 * minute;

/** What the gate of a stage says of a release, and why. */
export interface Verdict {
  readonly stage: Stage;
  readonly state: VerdictState;
  /** A finished sentence that names no issue. */
  readonly sentence: string;
  /** `jql` finds what is behind a condition in Jira's own search; null where that is no open defects. */
  readonly conditions: readonly (Condition & { readonly jql: string | null })[];
  /** The defects behind the reasons; all open defects of the release while nothing is breached. */
  readonly jql: string;
  /** The builds that were judged: the newest successful one of each service, the newest first; none where none was told. */
  readonly builds: readonly string[];
  /**
   * The first moment at which a condition may come to another result though nothing happens: a deferral, a soak or the freshness of
   * evidence is over. An open verdict may be relied on no longer than that. Null where there is none.
   */
  readonly restsUntil: Instant | null;
}

/** What a gate is asked about. */
export interface Judgement {
  readonly policy: GatePolicy;
  readonly stage: Stage;
  readonly release: Release;
  /** Names of the newest successful builds of the release, one of each service, the newest first; left out where none was told. */
  readonly builds?: readonly string[];
  readonly evidence: Evidence;
  /** Ids of the conditions that the verdict before did not meet; empty where there is none. */
  readonly before: ReadonlySet<string>;
  readonly now: Instant;
}

/**
 * Judges a release for a stage. Open only where every condition that holds is known and met; a gate without any condition, or without
 * knowing the defects, is unknown, which never passes.
 */
export function decideGate({ policy, stage, release, builds = [], evidence: told, before, now }: Judgement): Verdict {
  const evidence = withoutStale(told, policy.freshHours, now);
  const base = openDefectsOf(release);
  const rows = policy.rows.filter((row) => row.stage === stage.key);
  const previous = policy.stages[policy.stages.findIndex(({ key }) => key === stage.key) - 1] ?? null;
  const context = { policy, stage, previous, rows, evidence, before, now };
  const found = [...holdConditions(context), ...rules.flatMap((rule) => rule.conditions(context))];
  const state = stateOf(found, evidence);
  const asker = askerOf(context);
  const counted = unmet(found).flatMap(({ clause }) => clause ?? []);
  return {
    stage,
    state,
    sentence: sentence(release, stage, state, found, evidence),
    conditions: found.map((condition) => ({
      ...condition,
      definition: asker(condition),
      jql: condition.clause === null ? null : allOf([base, notDeferred, condition.clause]),
    })),
    jql: counted.length === 0 ? base : allOf([base, notDeferred, union(counted)]),
    builds,
    restsUntil: found.flatMap(({ restsUntil }) => restsUntil ?? []).sort()[0] ?? null,
  };
}

/**
 * How a condition is judged, and who asks for it. Nothing is said of that where a project has what all projects have: then it goes without
 * saying.
 */
function askerOf(context: Context): (condition: Condition) => string {
  const { own } = context.policy;
  if (own === undefined) return ({ definition }) => definition;
  const rows = context.rows.filter((row) => own.includes(rowKey(row)));
  const ids = new Set(rules.flatMap((rule) => rule.conditions({ ...context, rows }).map(({ id }) => id)));
  return ({ rule, id, definition }) => {
    if (rule === 'hold') return definition;
    return `${definition} ${ids.has(id) ? 'Asked by this project.' : 'Asked by all projects.'}`.trim();
  };
}

function stateOf(conditions: readonly Condition[], evidence: Evidence): VerdictState {
  if (evidence.defects.kind === 'missing' || conditions.length === 0) return 'unknown';
  if (unmet(conditions).length > 0) return 'held';
  return conditions.some(({ state, breach }) => state === 'unknown' && breach === 'holds') ? 'unknown' : 'open';
}

/** The conditions that hold the gate. */
function unmet<One extends Pick<Condition, 'state' | 'breach'>>(conditions: readonly One[]): One[] {
  return conditions.filter(({ state, breach }) => state === 'breached' && breach === 'holds');
}

/** Which conditions a verdict does not meet, for the one that comes after it. */
export function breachedBy(verdict: Pick<Verdict, 'conditions'>): ReadonlySet<string> {
  return new Set(verdict.conditions.flatMap(({ id, state }) => (state === 'breached' ? id : [])));
}

/** The condition that is named first where a gate is held. */
export function decisive(verdict: Pick<Verdict, 'conditions'>): Condition | null {
  return unmet(verdict.conditions)[0] ?? null;
}

/**
 * Everything by which two verdicts differ, as text; the time of deciding is not part of it. Another build is another verdict. Hours that
 * pass are none: of a condition that waits for them the moment counts at which they are over.
 */
export function fingerprint(verdict: Verdict): string {
  const conditions = verdict.conditions.map((condition) => {
    const { id, value, limit, state, breach, defectIds, deferredIds, unit, restsUntil } = condition;
    const figure = unit !== 'hours' ? value : state === 'breached' ? restsUntil : null;
    return [
      ...[id, figure, limit, state, [...defectIds].sort()],
      ...(breach === 'holds' ? [] : [breach]),
      ...(deferredIds.length === 0 ? [] : [[...deferredIds].sort()]),
    ];
  });
  return JSON.stringify([verdict.state, conditions, ...(verdict.builds.length === 0 ? [] : [verdict.builds])]);
}

interface PublishedParts {
  readonly mode: GateMode;
  readonly at: Instant;
  readonly until: Instant;
  readonly build: string | null;
  /** A live override that covers every reason. */
  readonly override: { readonly id: string; readonly until: Instant | null } | null;
}

/**
 * A stage of the published property (contracts/published-verdict.ts). A held gate that may be passed by an override is published as
 * open, until that is over, and says so: locks and pipelines ask whether the release may enter.
 */
export function publishedStage(verdict: Verdict, { override, ...parts }: PublishedParts) {
  const over = override?.until ?? null;
  if (override !== null && over !== null) {
    const whole = { ...published(verdict, parts), state: 'open' as const };
    const sentence = overriddenSentence(verdict, over);
    return { ...whole, sentence, until: over < parts.until ? over : parts.until, override: { id: override.id, until: over } };
  }
  return { ...published(verdict, parts), override: null };
}

/** What is said of a held gate that may be passed: "By an override until 2 November, 14:00 UTC, although 4.2.0 may not …". */
export function overriddenSentence({ sentence }: Pick<Verdict, 'sentence'>, until: Instant): string {
  return `It may be passed by an override until ${dayWords(until)}, ${until.slice(11, 16)} UTC, although ${sentence}`;
}

function published(verdict: Verdict, parts: Omit<PublishedParts, 'override'>) {
  const first = decisive(verdict);
  return {
    ...parts,
    state: verdict.state,
    sentence: verdict.sentence,
    rule: first?.rule ?? null,
    value: first?.value ?? null,
    limit: first?.limit ?? null,
    ...(first?.atLeast === true ? { atLeast: true } : {}),
    jql: verdict.jql,
    ...(verdict.builds.length > 1 ? { builds: [...verdict.builds] } : {}),
  };
}

/** A long union would not fit the property of a project with many rows: then the first reason stands for all. */
function union(clauses: readonly string[]): string {
  const all = anyOf([...new Set(clauses)]);
  return all.length <= 1_500 ? all : (clauses[0] ?? all);
}

function sentence(
  release: Release,
  stage: Stage,
  state: VerdictState,
  conditions: readonly Condition[],
  evidence: Evidence,
): string {
  const may = (not: string) => `${release.versionName} may ${not}enter ${stage.name.toLowerCase()}`;
  if (evidence.defects.kind === 'missing') return `${may('not ')} yet: ${evidence.defects.because}.`;
  if (conditions.length === 0) return `${may('not ')} yet: its gate has no conditions, so there is nothing to judge it by.`;
  const deferred = new Set(conditions.flatMap(({ deferredIds }) => deferredIds)).size;
  const apart =
    deferred === 0 ? '' : `; ${deferred === 1 ? '1 deferred defect is' : `${deferred} deferred defects are`} not counted`;
  if (state === 'open') return `${may('')}: ${met(conditions)}${apart}.`;
  const holding =
    state === 'held' ? unmet(conditions) : conditions.filter((one) => one.state === 'unknown' && one.breach === 'holds');
  const first = holding[0];
  const more = holding.length - 1;
  const are = state === 'held' ? 'not met' : 'not known';
  const others = more === 0 ? '' : `; ${more} more ${more === 1 ? 'condition is' : 'conditions are'} ${are}`;
  return `${may('not ')}${state === 'held' ? '' : ' yet'}: ${first?.reason ?? ''}${others}.`;
}

/** Of an open gate: what holds is met; what only warns may not be. */
function met(conditions: readonly Condition[]): string {
  const warned = conditions.filter(({ state }) => state !== 'met');
  const count = conditions.length - warned.length;
  const words =
    count === 1 ? 'the one condition is met' : count === 2 ? 'both conditions are met' : `all ${count} conditions are met`;
  if (warned.length === 0) return words;
  const more = warned.length === 1 ? '' : ` and ${warned.length - 1} more`;
  const warning = `with a warning, ${warned[0]?.reason ?? ''}${more}`;
  return count === 0 ? warning : `${words}, ${warning}`;
}
