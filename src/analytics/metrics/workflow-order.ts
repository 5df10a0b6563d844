import type { StatusSpans } from './status-time';

/**
 * The order in which issues go through their statuses, as they did: first by category (to do, in progress, done), within a category by
 * the mean place at which issues came to a status for the first time (the first status of an issue is place 0); where two are equal, in
 * their given order. A status that no issue had is left out.
 * @param category by status: 0 to do, 1 in progress, 2 done
 * @returns places of statuses, the first of the workflow first
 */
export function workflowOrder({ offsets, values }: StatusSpans, category: Uint8Array): number[] {
  const visits = new Uint32Array(category.length);
  const sums = new Float64Array(category.length);
  const seenBy = new Int32Array(category.length).fill(-1);
  for (let issue = 0; issue + 1 < offsets.length; issue += 1) {
    let place = 0;
    for (let span = offsets[issue] ?? 0; span < (offsets[issue + 1] ?? 0); span += 1) {
      const status = values[span] ?? 0;
      if (seenBy[status] === issue) continue;
      seenBy[status] = issue;
      visits[status] = (visits[status] ?? 0) + 1;
      sums[status] = (sums[status] ?? 0) + place;
      place += 1;
    }
  }
  const mean = (status: number): number => (sums[status] ?? 0) / (visits[status] ?? 1);
  return Array.from(category, (_, status) => status)
    .filter((status) => (visits[status] ?? 0) > 0)
    .sort((a, b) => (category[a] ?? 0) - (category[b] ?? 0) || mean(a) - mean(b) || a - b);
}
