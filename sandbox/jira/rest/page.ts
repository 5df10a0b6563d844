import { queryNumber } from './read-request';
import type { Call } from './route';

/** A page as most of Jira's lists give it (`PageBean…`), with `startAt` and `maxResults` of the query. */
export function page<T>(
  call: Call,
  path: string,
  items: readonly T[],
  shown: (item: T) => unknown,
  most = 50,
): Record<string, unknown> {
  const startAt = queryNumber(call, 'startAt', 0);
  const maxResults = Math.min(queryNumber(call, 'maxResults', most), Math.max(most, 100));
  const values = items.slice(startAt, startAt + maxResults).map(shown);
  const next = startAt + values.length;
  const link = (from: number) => call.site.url(`${path}?maxResults=${maxResults}&startAt=${from}`);
  return {
    self: link(startAt),
    ...(next < items.length ? { nextPage: link(next) } : {}),
    maxResults,
    startAt,
    total: items.length,
    isLast: next >= items.length,
    values,
  };
}
