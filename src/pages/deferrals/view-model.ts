import type { DeferralRow, DeferralsView } from '../../contracts/deferrals';
import { day, plus } from '../../kernel/instant';
import type { Instant } from '../../kernel/instant';
import type { OrderedRelease } from '../../triage';
import { isComing } from '../../triage';

/** What expires within so many days is shown apart. */
const soon = 14 * day;

/** Rows in the order of the register: what waits for the viewer, what waits, what holds (the next to expire first), what is over. */
export function inOrder(rows: readonly DeferralRow[]): DeferralRow[] {
  const rank = ({ state, waitsForViewer }: DeferralRow) =>
    waitsForViewer ? 0 : state === 'requested' ? 1 : state === 'approved' ? 2 : 3;
  const ends = ({ events, requestedAt }: DeferralRow) => events.at(-1)?.at ?? requestedAt;
  return [...rows].sort((a, b) => {
    if (rank(a) !== rank(b)) return rank(a) - rank(b);
    if (rank(a) < 3) return compare(a.expiresAt, b.expiresAt) || compare(a.id, b.id);
    return compare(ends(b), ends(a)) || compare(a.id, b.id);
  });
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

export interface SumFacts {
  readonly now: Instant;
  /** Fix versions by the id of the defect, as they are now. */
  readonly planned: ReadonlyMap<string, readonly string[]>;
  readonly releases: readonly OrderedRelease[];
}

/** What the rows come to. Only what holds is a risk that a release carries. */
export function sumsOf(rows: readonly DeferralRow[], { now, planned, releases }: SumFacts): DeferralsView['sums'] {
  const active = rows.filter(({ state }) => state === 'approved');
  return {
    waiting: rows.filter(({ state }) => state === 'requested').length,
    active: active.length,
    expiring: active.filter(({ expiresAt }) => expiresAt <= plus(now, soon)).map(({ id }) => id),
    forViewer: rows.filter(({ waitsForViewer }) => waitsForViewer).map(({ id }) => id),
    releases: releases.filter(isComing).flatMap(({ id, name }) => {
      const carried = active.filter(({ defect }) => planned.get(defect.id)?.includes(id) === true);
      if (carried.length === 0) return [];
      const risk = carried.reduce((sum, { score }) => sum + (score ?? 0), 0);
      return [
        {
          ...{ release: { id, name }, deferrals: carried.length, risk: Math.round(risk * 10) / 10 },
          ...{ unscored: carried.filter(({ score }) => score === null).length, ids: carried.map((row) => row.id) },
        },
      ];
    }),
  };
}

export const csvHead = [
  ...['Deferral', 'Defect', 'Summary', 'Severity', 'Score', 'State', 'Deferred k times', 'Reason', 'Rationale', 'Control'],
  ...[
    'Planned for',
    'Deferred to',
    'Requested by',
    'Requested at',
    'Decided by',
    'Decided at',
    'Expires at',
    'Last event',
    'Because',
  ],
];

/** People stand as pseudonyms, as in the ledger: a file that is passed on names nobody. */
export function csvRow(row: DeferralRow): string[] {
  const { defect, reason, target, from, requestedBy, approver, events } = row;
  const last = events.at(-1);
  return [
    ...[row.id, defect.key, defect.summary, defect.severity ?? '', row.score === null ? '' : String(row.score), row.state],
    ...[String(row.k), reason.name, row.rationale, row.control ?? '', from.map(({ name }) => name).join(' '), target.name],
    ...[requestedBy.pseudonym, row.requestedAt, approver?.pseudonym ?? '', row.decidedAt ?? '', row.expiresAt],
    ...[last?.title ?? '', last?.because ?? ''],
  ];
}

/** The same as JSON, without what only the viewer's screen needs. */
export function exportedRow(row: DeferralRow) {
  const { id, defect, state, k, reason, rationale, control, target, from, requestedAt, decidedAt, expiresAt, score } = row;
  return {
    ...{ id, defect, state, k, reason, rationale, control, target, from, score },
    ...{ requestedBy: row.requestedBy.pseudonym, requestedAt, approver: row.approver?.pseudonym ?? null, decidedAt, expiresAt },
    events: row.events.map(({ who, ...event }) => ({ ...event, who: who?.pseudonym ?? null })),
  };
}
