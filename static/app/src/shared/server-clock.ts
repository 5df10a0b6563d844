import { useSyncExternalStore } from 'react';

const tickMs = 10_000;
let ahead = 0;
let now = Date.now();
const listeners = new Set<() => void>();

function tick(): void {
  now = Date.now() + ahead;
  for (const listener of listeners) listener();
}

/** Every answer carries the back end's time: ages are counted by that clock, as the viewer's may be wrong. */
export function setServerNow(at: string): void {
  ahead = Date.parse(at) - Date.now();
  tick();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  const timer = setInterval(tick, tickMs);
  return () => {
    clearInterval(timer);
    listeners.delete(listener);
  };
}

/** The back end's time in milliseconds, renewed every ten seconds. */
export function useServerNow(): number {
  return useSyncExternalStore(subscribe, () => now);
}
