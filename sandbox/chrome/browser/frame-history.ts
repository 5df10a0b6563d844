import { isRecord } from './channel';

/** Location of `view.createHistory()`, in the shape of the package's types (@types/history 4.7). */
export interface FrameLocation {
  readonly pathname: string;
  readonly search: string;
  readonly hash: string;
  readonly state: unknown;
  readonly key: string;
}
export type FrameAction = 'PUSH' | 'REPLACE' | 'POP';
export type FrameMove =
  | { readonly action: 'PUSH' | 'REPLACE'; readonly path: string; readonly state: unknown }
  | { readonly action: 'GO'; readonly delta: number };
type Listener = (location: FrameLocation, action: FrameAction) => void;

export interface FrameHistory {
  /** A history object for the app; all of a frame share one location. */
  create(): Record<string, unknown>;
  /** The page moved (back, forward, a link of its sidebar): `{path, state, action}`. */
  arrive(data: unknown): boolean;
}

const keyOf = (): string => Math.random().toString(36).slice(2, 8);
const pathOf = ({ pathname, search, hash }: Pick<FrameLocation, 'pathname' | 'search' | 'hash'>): string =>
  pathname + search + hash;

function locate(path: string, from: string, state: unknown): FrameLocation {
  const { pathname, search, hash } = new URL(path, `http://frame${from}`);
  return { pathname, search, hash, state, key: keyOf() };
}

function targetPath(to: unknown, current: FrameLocation): { readonly path: string; readonly state: unknown } {
  if (!isRecord(to)) return { path: String(to), state: undefined };
  const part = (name: string, otherwise: string): string => (typeof to[name] === 'string' ? to[name] : otherwise);
  const path = part('pathname', current.pathname) + part('search', '') + part('hash', '');
  return { path, state: to['state'] };
}

/** History that lives in the frame, so that `push`, `createHref` and `location` are synchronous; `tell` moves the page's address. */
export function createFrameHistory(initial: unknown, tell: (move: FrameMove) => void): FrameHistory {
  const listeners = new Set<Listener>();
  const objects = new Set<Record<string, unknown>>();
  const start = isRecord(initial) && typeof initial['path'] === 'string' ? initial['path'] : '/';
  let current = locate(start, '/', undefined);

  function moveTo(location: FrameLocation, action: FrameAction): void {
    current = location;
    for (const object of objects) Object.assign(object, { location, action });
    for (const listener of [...listeners]) listener(location, action);
  }
  const change = (action: 'PUSH' | 'REPLACE') => (to: unknown, state?: unknown) => {
    const target = targetPath(to, current);
    const location = locate(target.path, current.pathname, state ?? target.state);
    tell({ action, path: pathOf(location), state: location.state });
    moveTo(location, action);
  };
  const go = (delta: number): void => tell({ action: 'GO', delta });

  return {
    create() {
      const object: Record<string, unknown> = {
        length: 1,
        action: 'POP',
        location: current,
        push: change('PUSH'),
        replace: change('REPLACE'),
        go,
        goBack: () => go(-1),
        goForward: () => go(1),
        createHref: (to: unknown) => targetPath(to, current).path,
        listen(listener: Listener) {
          listeners.add(listener);
          return () => listeners.delete(listener);
        },
      };
      objects.add(object);
      return object;
    },
    arrive(data) {
      if (!isRecord(data) || typeof data['path'] !== 'string') return false;
      moveTo(locate(data['path'], '/', data['state']), data['action'] === 'PUSH' ? 'PUSH' : 'POP');
      return true;
    },
  };
}
