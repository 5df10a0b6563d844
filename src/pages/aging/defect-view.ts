import type { AgingSeverity, DefectAgingView } from '../../contracts/aging';
import { doneCategory, spansOf } from '../../defects';
import type { KnownStatus } from '../../defects/shell';
import type { Instant } from '../../kernel/instant';
import { rankAgainst, referenceOfClosed } from './closed-ones';
import type { ClosedOnes } from './closed-ones';
import { inDays, severityAt, statusName } from './standing';
import type { Standing } from './standing';

type Open = Extract<DefectAgingView, { kind: 'open' }>;

/** A defect with what its age is told from. */
export interface AgedDefect {
  readonly key: string;
  readonly summary: string;
  readonly severity: AgingSeverity;
  readonly assignee: string | null;
  /** Milliseconds since 1970. */
  readonly created: number;
  /** What it went through; empty where its history has not been read. */
  readonly status: readonly { readonly value: string | null; readonly from: Instant; readonly to: Instant | null }[];
}

export interface DefectAgingFacts {
  readonly defect: AgedDefect;
  readonly statuses: ReadonlyMap<string, KnownStatus>;
  /** Those of its severity. */
  readonly closed: ClosedOnes;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly now: Instant;
}

/** How old one defect is at a moment, against closed ones of its severity. */
export function defectAgingView({ defect, statuses, closed, at, now }: DefectAgingFacts): DefectAgingView {
  const { key, summary, severity, assignee, created } = defect;
  if (created > at) return { kind: 'closed' };
  const span = defect.status.findLast(({ from }) => Date.parse(from) <= at);
  if (span === undefined) return { kind: 'unknown' };
  if (span.value !== null && statuses.get(span.value)?.category === doneCategory) return { kind: 'closed' };
  const age = at - created;
  return {
    ...{ kind: 'open', now, key, summary, severity, status: statusName({ statuses }, span.value), assignee },
    ...{
      since: new Date(created).toISOString().slice(0, 10),
      days: inDays(age),
      statusDays: inDays(Math.max(0, at - Date.parse(span.from))),
    },
    ...{ rank: rankAgainst(closed, age), reference: referenceOfClosed(closed) },
    spent: spentIn(defect, statuses, at),
  };
}

/** A defect as a standing has it; null where it does not know it. @param summary as it is now */
export function defectThen(standing: Standing, issueId: string, summary: string): AgedDefect | null {
  const { history } = standing;
  const n = history.rows.findIndex(({ id }) => id === issueId);
  const row = history.rows[n];
  if (row === undefined) return null;
  return {
    ...{ key: row.key, summary, severity: severityAt(standing, n), assignee: row.assignee, created: history.created[n] ?? NaN },
    status: spansOf(history.status, n),
  };
}

/** Time in each status up to the moment, in the order in which the defect came into them first. */
function spentIn({ status }: AgedDefect, statuses: DefectAgingFacts['statuses'], at: number): Open['spent'] {
  const spent = new Map<string, number>();
  for (const { value, from, to } of status) {
    const start = Date.parse(from);
    if (start > at) break;
    const name = statusName({ statuses }, value);
    spent.set(name, (spent.get(name) ?? 0) + (to === null ? at : Math.min(at, Date.parse(to))) - start);
  }
  return [...spent].map(([name, time]) => ({ status: name, days: inDays(time) }));
}
