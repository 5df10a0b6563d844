import type { Reply } from './exchange';
import type { World } from './world';

/** How long a call goes on trying. */
export interface Patience {
  readonly tries: number;
  /** Milliseconds before the second attempt; they double from attempt to attempt. */
  readonly first: number;
  readonly most: number;
  /** The longest that an answerer may make us wait: whoever asks for more is away. */
  readonly longest: number;
}

export const usualPatience: Patience = { tries: 5, first: 500, most: 20_000, longest: 60_000 };

/** Whether the same request may be answered otherwise a little later. */
export function isPassing(reply: Reply): boolean {
  return reply.kind === 'silent' || reply.status === 408 || reply.status === 429 || reply.status >= 500;
}

/** Tries until something other than a passing failure is answered; the last reply where nothing is. */
export async function persist(ask: () => Promise<Reply>, patience: Patience, world: World): Promise<Reply> {
  for (let attempt = 1; ; attempt += 1) {
    const reply = await ask();
    if (!isPassing(reply) || attempt >= patience.tries) return reply;
    const asked = reply.kind === 'answered' ? reply.retryAfter : null;
    if (asked !== null && asked > patience.longest) return reply;
    await world.wait(pause(attempt, asked, patience, world.random()));
  }
}

/** Half of the pause is left to chance, so that pipelines that failed together do not come back together. */
function pause(attempt: number, asked: number | null, { first, most }: Patience, chance: number): number {
  const doubled = Math.min(most, first * 2 ** (attempt - 1));
  const pause = doubled / 2 + (doubled / 2) * chance;
  return Math.round(asked === null ? pause : asked + pause / 2);
}
