import { z } from 'zod';
import { neededFor } from '../gates';
import type { Evidence, EvidenceKind, GatePolicy, Release } from '../gates';
import type { Instant } from '../kernel/instant';
import type { Json } from '../kernel/json';

/** What a verdict was decided from, as `decideGate` had it. */
export interface JudgedFrom {
  readonly policy: GatePolicy;
  readonly stage: { readonly key: string };
  readonly release: Release;
  readonly builds: readonly string[];
  readonly evidence: Evidence;
  readonly before: ReadonlySet<string>;
  readonly now: Instant;
}

/** A kind of evidence that takes more characters is left out, and named: the ledger holds decisions, not a second store. */
const mostCharacters = 500_000;

/**
 * All that it takes to judge again, beside the policy, the stage and the defects, which the entry has anyway. It is part of the evidence:
 * it names issues by their ids, and is never published. Of holds it keeps who they hold and not what people wrote.
 */
export function keptInputs({ policy, stage, release, builds, evidence, before, now }: JudgedFrom): Record<string, Json> {
  const { defects } = evidence;
  const open = defects.kind === 'known' ? defects.facts : [];
  const ids = new Set(open.map(({ id }) => id));
  const kept = piecesOf(evidence, neededFor(policy.rows.filter((row) => row.stage === stage.key)), ids);
  return {
    ...{ schema: 1, at: now, projectKey: release.projectKey, defectTypes: release.defectTypes, builds },
    stages: policy.stages.map(({ key, name }) => ({ key, name })),
    before: [...before],
    missing: defects.kind === 'missing' ? defects.because : null,
    clocks: Object.fromEntries(
      open.flatMap(({ id, createdAt, clockFrom }) => (clockFrom === createdAt ? [] : [[id, clockFrom]])),
    ),
    deferred: Object.fromEntries(open.flatMap(({ id, deferredUntil }) => (deferredUntil === null ? [] : [[id, deferredUntil]]))),
    facts: Object.fromEntries(
      kept.filter(({ text }) => text.length <= mostCharacters).map(({ kind, text }) => [kind, plain(text)]),
    ),
    leftOut: kept.filter(({ text }) => text.length > mostCharacters).map(({ kind }) => kind),
    about: namedBeside(evidence, ids),
  };
}

function piecesOf(
  evidence: Evidence,
  needed: ReadonlySet<EvidenceKind>,
  ids: ReadonlySet<string>,
): { kind: string; text: string }[] {
  const known = withoutWords(ofRelease(evidence, ids));
  return Object.entries(known).flatMap(([kind, piece]) => {
    const isNeeded = kind === 'holds' || [...needed].some((one) => one === kind);
    return kind === 'defects' || !isNeeded ? [] : [{ kind, text: JSON.stringify(piece, plainMaps) }];
  });
}

/** Scores and deferrals are looked up for the whole project. */
function ofRelease(evidence: Evidence, ids: ReadonlySet<string>): Evidence {
  const { scores, deferrals } = evidence;
  const own = <Value>(all: ReadonlyMap<string, Value>) => new Map([...all].filter(([id]) => ids.has(id)));
  return {
    ...evidence,
    ...(scores?.kind === 'known' ? { scores: { ...scores, facts: own(scores.facts) } } : {}),
    ...(deferrals?.kind === 'known' ? { deferrals: { ...deferrals, facts: own(deferrals.facts) } } : {}),
  };
}

/** Who a hold holds and how far it has been lifted, without what people wrote. */
function withoutWords(evidence: Evidence): Omit<Evidence, 'holds'> & { readonly holds?: unknown } {
  const { holds, ...others } = evidence;
  if (holds?.kind !== 'known') return evidence;
  const facts = holds.facts.map(({ id, stages, cause, lifters, events }) => ({
    ...{ id, stages, cause, lifters },
    events: events.map(({ act, at }) => ({ act, at })),
  }));
  return { ...others, holds: { ...holds, facts } };
}

function plainMaps(_name: string, value: unknown): unknown {
  return value instanceof Map ? Object.fromEntries(value) : value;
}

function plain(text: string): Json {
  return z.json().parse(JSON.parse(text));
}

/** Ids of issues that the pieces name and that are not among the open defects: who exports the evidence must be able to see them all. */
function namedBeside({ fixes, freeze, commits, nominations }: Evidence, ids: ReadonlySet<string>): string[] {
  const named = [
    ...(fixes?.kind === 'known' ? fixes.facts.map(({ id }) => id) : []),
    ...(freeze?.kind === 'known' ? (freeze.facts?.entered ?? []).map(({ id }) => id) : []),
    ...(commits?.kind === 'known' ? commits.facts.flatMap(({ defectIds }) => defectIds) : []),
    ...(nominations?.kind === 'known' ? nominations.facts.map(({ defectId }) => defectId) : []),
  ];
  return [...new Set(named)].filter((id) => !ids.has(id));
}
