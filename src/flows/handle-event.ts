import type { z } from 'zod';
import { countingPoints } from '../defects/shell';
import { TablesNotReady } from '../platform/database';
import { logFailure, logInfo } from '../platform/log';
import { callAgain } from '../platform/queue';
import type { CallAgain } from '../platform/queue';

const secondsUntilNextTry = 20;

/**
 * The way of every product event: parse it, act, and ask to be called again where something failed. An event from before the tables
 * are there is dropped: the first reading, which comes after them, sees what it says.
 */
export async function handleEvent<Schema extends z.ZodType>(
  name: string,
  schema: Schema,
  event: unknown,
  act: (parsed: z.output<Schema>) => Promise<void>,
): Promise<CallAgain | undefined> {
  const parsed = schema.safeParse(event);
  if (!parsed.success) {
    logFailure(`${name}-unreadable`, new Error(parsed.error.issues.map((issue) => issue.path.join('.')).join(', ')));
    return undefined;
  }
  try {
    await countingPoints(() => act(parsed.data));
    return undefined;
  } catch (error) {
    if (error instanceof TablesNotReady) {
      logInfo(`${name}-before-first-reading`);
      return undefined;
    }
    logFailure(`${name}-failed`, error);
    return callAgain(secondsUntilNextTry);
  }
}
