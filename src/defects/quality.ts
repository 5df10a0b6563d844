import { between, minute } from '../kernel/instant';
import type { Instant } from '../kernel/instant';
import type { Severity } from '../kernel/severity';
import type { Span } from './timeline';

/** What in Jira's own data makes figures doubtful. */
export const qualityChecks = [
  'changed-after-done',
  'resolved-before-created',
  'done-without-resolution-date',
  'status-unknown',
  'severity-unknown',
  'severity-missing',
  'clocks-disagree',
  'tier-unknown',
  'not-visible',
] as const;
export type QualityCheckId = (typeof qualityChecks)[number];

/** A stretch of one of the fields whose changes can make figures doubtful. */
export interface QualitySpan extends Span {
  readonly kind: 'status' | 'severity' | 'fix';
}

/** What the checks need of a defect. */
export interface QualityFacts {
  readonly open: boolean;
  readonly statusId: string;
  /** Since when it has its present status. */
  readonly statusSince: Instant | null;
  readonly severityRaw: string | null;
  readonly severity: Severity | null;
  readonly tier: string | null;
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
  readonly resolvedAt: Instant | null;
  /** Jira does not answer it to the app any more. */
  readonly lost: boolean;
  /** All spans, or at least those that can matter. */
  readonly spans: readonly QualitySpan[];
}

export interface QualityContext {
  readonly now: Instant;
  /** Category per id of every status that the site knows; empty where that was never read. */
  readonly statuses: ReadonlyMap<string, string>;
  /** Tiers of the settings; null where the settings cannot be read. */
  readonly tiers: readonly string[] | null;
}

/** A check that found something in a defect, and what: for people. */
export interface QualityFinding {
  readonly check: QualityCheckId;
  readonly note: string;
}

/** What Jira writes within this time of a resolution belongs to the resolution, in milliseconds; also how far clocks may differ. */
export const clockTolerance = minute;

/** Everything that is doubtful about a defect, each check at most once. */
export function doubts(facts: QualityFacts, context: QualityContext): QualityFinding[] {
  return qualityChecks.flatMap((check) => {
    const note = checks[check](facts, context);
    return note === null ? [] : [{ check, note }];
  });
}

type Check = (facts: QualityFacts, context: QualityContext) => string | null;

const checks: Readonly<Record<QualityCheckId, Check>> = {
  'changed-after-done': changedAfterDone,
  'resolved-before-created': ({ createdAt, resolvedAt }) =>
    resolvedAt !== null && resolvedAt < createdAt ? `Created ${dayOf(createdAt)}, resolved ${dayOf(resolvedAt)}.` : null,
  'done-without-resolution-date': ({ open, resolvedAt }) => {
    if (open) return resolvedAt === null ? null : `Open, but resolved ${dayOf(resolvedAt)}.`;
    return resolvedAt === null ? 'Done, without a resolution date.' : null;
  },
  'status-unknown': statusUnknown,
  'severity-unknown': ({ severityRaw, severity }) =>
    severityRaw !== null && severity === null ? `It says "${severityRaw.slice(0, 60)}".` : null,
  'severity-missing': ({ severityRaw, open }) => (severityRaw === null ? (open ? 'Open, counts as S1.' : 'Done.') : null),
  'clocks-disagree': clocksDisagree,
  'tier-unknown': ({ tier }, { tiers }) =>
    tier === null || tiers === null || tiers.includes(tier) ? null : `It says "${tier.slice(0, 60)}".`,
  'not-visible': ({ lost, updatedAt }) => (lost ? `Last seen as it was on ${dayOf(updatedAt)}.` : null),
};

const names: Readonly<Record<QualitySpan['kind'], string>> = { status: 'Status', severity: 'Severity', fix: 'Fix version' };

/** A defect counts as done from its resolution on; without a date of it, from when it took its present status. */
function changedAfterDone({ open, resolvedAt, statusSince, spans }: QualityFacts): string | null {
  const doneAt = resolvedAt ?? statusSince;
  if (open || doneAt === null) return null;
  const changes = spans.flatMap(({ kind, from, to }) => {
    // Of a field with several values the end of one is a change of its own; of the others it is the beginning of the next.
    const moments = kind === 'fix' && to !== null ? [from, to] : [from];
    return moments.filter((at) => between(doneAt, at) > clockTolerance).map((at) => ({ kind, at }));
  });
  const last = changes.sort((a, b) => (a.at < b.at ? -1 : 1)).at(-1);
  return last === undefined ? null : `${names[last.kind]} changed ${dayOf(last.at)}; done since ${dayOf(doneAt)}.`;
}

function statusUnknown({ statusId, spans }: QualityFacts, { statuses }: QualityContext): string | null {
  if (statuses.size === 0) return null;
  const unknown = (id: string | null) => id === null || (statuses.get(id) ?? 'undefined') === 'undefined';
  if (unknown(statusId)) return 'Its present status.';
  const span = spans.find(({ kind, value }) => kind === 'status' && unknown(value));
  if (span === undefined) return null;
  const until = span.to === null ? '' : ` until ${dayOf(span.to)}`;
  return `It was "${(span.label ?? span.value ?? '').slice(0, 60)}"${until}.`;
}

function clocksDisagree({ createdAt, updatedAt, resolvedAt, spans }: QualityFacts, { now }: QualityContext): string | null {
  const ahead = (at: Instant | null) => at !== null && between(now, at) > clockTolerance;
  if (ahead(createdAt)) return `Created in the future: ${dayOf(createdAt)}.`;
  if (ahead(updatedAt)) return `Updated in the future: ${dayOf(updatedAt)}.`;
  if (resolvedAt !== null && ahead(resolvedAt)) return `Resolved in the future: ${dayOf(resolvedAt)}.`;
  if (updatedAt < createdAt) return `Last updated ${dayOf(updatedAt)}, created ${dayOf(createdAt)}.`;
  const span = spans.find(({ from }) => ahead(from) || from < createdAt);
  if (span === undefined) return null;
  return `${names[span.kind]} changed ${dayOf(span.from)}, ${span.from < createdAt ? 'before it was created' : 'in the future'}.`;
}

/** Calendar day in UTC. */
function dayOf(at: Instant): string {
  return at.slice(0, 10);
}
