import { AsyncLocalStorage } from 'node:async_hooks';

interface Meter {
  points: number;
  readonly outer: Meter | undefined;
}

const running = new AsyncLocalStorage<Meter>();

/** Counts points of Jira's hourly budget against every meter that is running (docs/platform.md B.6). */
export function spend(points: number): void {
  for (let meter = running.getStore(); meter !== undefined; meter = meter.outer) meter.points += points;
}

/**
 * Counts what an action costs of Jira's hourly budget. Meters may stand in each other: what the inner one counts, the outer one counts
 * too.
 * @param note told of the points when the action has ended, also where it threw
 */
export async function metered<Value>(action: () => Promise<Value>, note: (points: number) => Promise<void>): Promise<Value> {
  const meter: Meter = { points: 0, outer: running.getStore() };
  try {
    return await running.run(meter, action);
  } finally {
    await note(meter.points);
  }
}
