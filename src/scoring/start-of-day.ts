import type { Instant } from '../kernel/instant';

/** The moment as of which scores are made all day long: the start of the day in UTC. Two scores of one day agree, whatever the hour. */
export function startOfDay(at: Instant): Instant {
  return `${at.slice(0, 10)}T00:00:00.000Z`;
}
