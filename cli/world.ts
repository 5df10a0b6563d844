import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';

/** What is not decided by the arguments of a call: time, chance, waiting. */
export interface World {
  now(): Date;
  /** From 0 up to, but not including, 1. */
  random(): number;
  /** Never the same twice. */
  nonce(): string;
  /** @param stop ends it at once */
  wait(milliseconds: number, stop?: AbortSignal): Promise<void>;
}

export const realWorld: World = {
  now: () => new Date(),
  random: Math.random,
  nonce: () => randomUUID(),
  wait: async (milliseconds, signal) => {
    // Where it is stopped, the sleep ends with an error that says just that.
    await sleep(milliseconds, undefined, signal === undefined ? {} : { signal }).catch(() => undefined);
  },
};
