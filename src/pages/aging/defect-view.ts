import type { DefectAgingView } from '../../contracts/aging';
import { spansOf } from '../../defects';
import type { Instant } from '../../kernel/instant';
import { inDays, ofHundred, referenceView, severityAt, statusAt, statusName } from './standing';
import type { Standing } from './standing';

type Open = Extract<DefectAgingView, { kind: 'open' }>;

/** How old one defect is at the moment of the standing. @param summary as it is now */
export function defectAgingView(standing: Standing, issueId: string, summary: string, now: Instant): DefectAgingView {
  const { history, then, aged, group, at } = standing;
  const n = history.rows.findIndex(({ id }) => id === issueId);
  const row = history.rows[n];
  if (row === undefined) return { kind: 'unknown' };
  const place = aged.open.indexOf(n);
  if (place < 0 || Number.isNaN(then.inStatusSince[n] ?? NaN)) return { kind: place < 0 ? 'closed' : 'unknown' };
  return {
    ...{ kind: 'open', now, key: row.key, summary, severity: severityAt(standing, n), status: statusAt(standing, n).name },
    ...{ assignee: row.assignee, days: inDays(aged.age[place] ?? 0), statusDays: inDays(aged.ageInStatus[place] ?? 0) },
    ...{ rank: ofHundred(aged.rank[place]), reference: referenceView(aged.references[group[n] ?? 0]) },
    spent: spentIn(standing, n, at),
  };
}

/** Time in each status up to the moment, in the order in which the defect came into them first. */
function spentIn({ history }: Standing, n: number, at: number): Open['spent'] {
  const spent = new Map<string, number>();
  for (const { value, from, to } of spansOf(history.status, n)) {
    const start = Date.parse(from);
    if (start > at) break;
    const name = statusName(history, value);
    spent.set(name, (spent.get(name) ?? 0) + (to === null ? at : Math.min(at, Date.parse(to))) - start);
  }
  return [...spent].map(([status, time]) => ({ status, days: inDays(time) }));
}
