import { readingPointsLeft, settleReadingPoints, takeReadingPoints } from '../defects/shell';
import { readClock } from '../platform/clock';
import { issuesPerFetch, metered } from '../platform/jira';
import type { JiraOutcome } from '../platform/jira';

/** Reading `n` issues costs at most this: their fields, the histories of those that have many, and once the site's statuses. */
const costOf = (n: number) => 2 * n + 3;
/** Fewer are not worth a request while others wait. */
const fewestIssues = 10;

/** What came of a part of a reading, with what it cost; or that this hour's budget has no room for it. */
export type OnBudget<Value> =
  { readonly kind: 'used-up' } | { readonly kind: 'done'; readonly outcome: JiraOutcome<Value>; readonly points: number };

/** Does a part of a reading that costs about `most` points, where this hour's `limit` over all readings leaves room for it. */
export async function onBudget<Value>(
  limit: number,
  most: number,
  part: () => Promise<JiraOutcome<Value>>,
): Promise<OnBudget<Value>> {
  const takenAt = readClock();
  if (!(await takeReadingPoints(most, limit, takenAt))) return { kind: 'used-up' };
  let points = 0;
  const outcome = await metered(part, async (used) => {
    points = used;
    await settleReadingPoints(most, used, takenAt, readClock());
  });
  return { kind: 'done', outcome, points };
}

/** Does `part` with as many of the issues as one request and this hour's budget allow. */
export async function batchOnBudget<Value>(
  limit: number,
  ids: readonly string[],
  part: (batch: readonly string[]) => Promise<JiraOutcome<Value>>,
): Promise<OnBudget<Value>> {
  for (;;) {
    const left = await readingPointsLeft(limit, readClock());
    const size = Math.min(ids.length, issuesPerFetch, Math.floor((left - costOf(0)) / (costOf(1) - costOf(0))));
    if (size < Math.min(ids.length, fewestIssues)) return { kind: 'used-up' };
    const batch = ids.slice(0, size);
    const done = await onBudget(limit, costOf(size), () => part(batch));
    // Another reading may have taken the points a moment ago: then there is room for fewer.
    if (done.kind === 'done') return done;
  }
}
