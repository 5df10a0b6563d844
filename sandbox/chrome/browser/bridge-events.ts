type Callback = (payload: unknown) => unknown;
const isCallback = (value: unknown): value is Callback => typeof value === 'function';
const listeners = new Map<string, Set<Callback>>();

/** `events.emit`: reaches every frame of the page (the sandbox hosts one app, so `emitPublic` differs in name only). */
export function emit(channel: 'app' | 'public', event: unknown, payload: unknown): true {
  for (const listener of listeners.get(`${channel} ${String(event)}`) ?? []) void listener(payload);
  return true;
}

/** `events.on`: gives `{unsubscribe}`. */
export function listen(channel: 'app' | 'public', event: unknown, callback: unknown): { unsubscribe: () => void } {
  if (!isCallback(callback)) throw new Error('events.on needs a callback.');
  const name = `${channel} ${String(event)}`;
  const set = listeners.get(name) ?? new Set<Callback>();
  listeners.set(name, set.add(callback));
  return { unsubscribe: () => void set.delete(callback) };
}
