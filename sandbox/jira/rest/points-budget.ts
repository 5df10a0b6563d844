import type { Clock } from '../../clock';
import type { Switches } from '../../switches';

const HOUR = 3_600_000;

/** The app's points of the current hour of the sandbox's clock (docs/platform.md B.6). */
export interface PointsBudget {
  spend(points: number): void;
  exhausted(): boolean;
  /** Headers that tell the state of the budget. */
  headers(): Record<string, string>;
}

export function pointsBudget(clock: Clock, switches: Switches): PointsBudget {
  let hour = -1;
  let used = 0;
  const turn = () => {
    const current = Math.floor(clock.now().getTime() / HOUR);
    if (current !== hour) {
      hour = current;
      used = 0;
    }
  };
  const reset = () => new Date((hour + 1) * HOUR).toISOString();
  return {
    spend: (points) => {
      turn();
      used += points;
    },
    exhausted: () => {
      turn();
      return used >= switches.pointsPerHour;
    },
    headers: () => {
      turn();
      const left = Math.max(switches.pointsPerHour - used, 0);
      const base = {
        'X-RateLimit-Limit': String(switches.pointsPerHour),
        'X-RateLimit-Remaining': String(left),
        'X-RateLimit-Reset': reset(),
      };
      if (left > 0) {
        return base;
      }
      const seconds = Math.ceil(((hour + 1) * HOUR - clock.now().getTime()) / 1000);
      return { ...base, 'Retry-After': String(Math.max(seconds, 1)), 'RateLimit-Reason': 'jira-quota-tenant-based' };
    },
  };
}
