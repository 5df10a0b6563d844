import type { Asked } from './ask-gate';
import type { World } from './world';

/** How a gate is waited for. */
export interface Waiting {
  /** Milliseconds. */
  readonly limit: number;
  /** Ends the waiting with the last answer. */
  readonly stop: AbortSignal;
}

const firstPause = 15_000;
const longestPause = 60_000;

/**
 * Asks until the gate lets pass, until it is over, or until asking cannot help any more. Calls grow rarer, from 15 seconds to a minute.
 * @param tell is handed the first answer and each that differs from the one before
 * @returns the last answer
 */
export async function waitForGate(
  ask: () => Promise<Asked>,
  tell: (asked: Asked) => Promise<void>,
  { limit, stop }: Waiting,
  world: World,
): Promise<Asked> {
  const end = world.now().getTime() + limit;
  let pause = firstPause;
  let told = '';
  for (;;) {
    const asked = await ask();
    const { state, sentence } = asked.answer;
    if (`${state} ${sentence}` !== told) await tell(asked);
    told = `${state} ${sentence}`;
    const left = end - world.now().getTime();
    if (asked.answer.exitCode === 0 || asked.lasting || left <= 0 || stop.aborted) return asked;
    await world.wait(Math.min(pause, left), stop);
    if (stop.aborted) return asked;
    pause = Math.min(longestPause, Math.round(pause * 1.4));
  }
}
