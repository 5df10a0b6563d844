import { plus } from '../kernel/instant';
import type { Instant } from '../kernel/instant';
import type { Delivery } from './parse-delivery';

/** Clocks may differ by so many milliseconds, as signatures allow. */
const tolerance = 300_000;

/**
 * A delivery of which nothing lies ahead: a moment that has not come yet is taken for the present one. Otherwise whoever once sent with
 * a clock that is a year ahead would be the newest for a year.
 */
export function notInFuture(delivery: Delivery, now: Instant): Delivery {
  const latest = plus(now, tolerance);
  const past = (at: Instant) => (at > latest ? now : at);
  const maybe = (at: Instant | null) => (at === null ? null : past(at));
  const { type } = delivery;
  switch (type) {
    case 'test-run':
      return { type, payload: { ...delivery.payload, at: past(delivery.payload.at) } };
    case 'sighting':
      return { type, payload: { ...delivery.payload, at: past(delivery.payload.at) } };
    case 'deployment':
      return { type, payload: { ...delivery.payload, at: past(delivery.payload.at) } };
    case 'build': {
      const { payload } = delivery;
      const { at, startedAt, finishedAt } = payload;
      return { type, payload: { ...payload, at: past(at), startedAt: maybe(startedAt), finishedAt: maybe(finishedAt) } };
    }
    case 'incident': {
      const { payload } = delivery;
      const { at, startedAt, detectedAt, resolvedAt } = payload;
      const times = { startedAt: past(startedAt), detectedAt: maybe(detectedAt), resolvedAt: maybe(resolvedAt) };
      return { type, payload: { ...payload, at: past(at), ...times } };
    }
    case 'commits': {
      const commits = delivery.payload.commits.map((commit) => ({ ...commit, at: past(commit.at) }));
      return { type, payload: { ...delivery.payload, at: past(delivery.payload.at), commits } };
    }
  }
}
