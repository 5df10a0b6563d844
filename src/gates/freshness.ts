import { day, hour, plus, between } from '../kernel/instant';
import type { Instant } from '../kernel/instant';
import type { Evidence, EvidenceKind } from './evidence';
import { toldKinds } from './policy';
import type { GatePolicy, ToldKind } from './policy';

type FreshHours = GatePolicy['freshHours'];

const words: Readonly<Record<ToldKind, { readonly one: string; readonly many: string }>> = {
  builds: { one: 'a build', many: 'builds' },
  runs: { one: 'a run of tests', many: 'runs of tests' },
  commits: { one: 'a commit', many: 'commits' },
  deployments: { one: 'a deployment', many: 'deployments' },
};

/** The evidence without what is older than the policy allows: that counts as missing, and says since when. */
export function withoutStale(evidence: Evidence, freshHours: FreshHours, now: Instant): Evidence {
  const stale = toldKinds.flatMap((kind) => {
    const because = whyStale(evidence, kind, freshHours, now);
    return because === null ? [] : [[kind, { kind: 'missing', because }] as const];
  });
  return { ...evidence, ...Object.fromEntries(stale) };
}

/** Until when the newest facts of these kinds are fresh; null where they cannot grow old. */
export function freshUntil(evidence: Evidence, kinds: readonly EvidenceKind[], freshHours: FreshHours): Instant | null {
  const ends = toldKinds.flatMap((kind) => (kinds.includes(kind) ? (endOf(evidence, kind, freshHours)?.end ?? []) : []));
  return ends.sort()[0] ?? null;
}

function whyStale(evidence: Evidence, kind: ToldKind, freshHours: FreshHours, now: Instant): string | null {
  const told = endOf(evidence, kind, freshHours);
  if (told === null || (told.end !== null && told.end > now)) return null;
  const { one, many } = words[kind];
  if (told.at === null) return `${one} was never told, and the newest may be no older than ${inHours(told.hours)}`;
  return `${many} were last told ${ago(between(told.at, now))} ago, more than the ${inHours(told.hours)} allowed`;
}

function endOf(evidence: Evidence, kind: ToldKind, freshHours: FreshHours) {
  const piece = evidence[kind];
  const hours = freshHours[kind];
  if (hours === undefined || piece?.kind !== 'known' || piece.at === undefined) return null;
  return { hours, at: piece.at, end: piece.at === null ? null : plus(piece.at, hours * hour) };
}

function inHours(hours: number): string {
  return hours === 1 ? '1 hour' : `${hours} hours`;
}

/** In whole days from two days on, so that a sentence does not change with every hour. */
function ago(milliseconds: number): string {
  return milliseconds < 2 * day ? inHours(Math.floor(milliseconds / hour)) : `${Math.floor(milliseconds / day)} days`;
}
