import type { AppFrame } from './app-frame';
import { routedFrame } from './app-frame';
import { isRecord } from './channel';

/** The frame's path for the page's address: what follows the module's base. */
export function startingPath(base: string): string {
  const { pathname, search, hash } = window.location;
  const rest = pathname.startsWith(base) ? pathname.slice(base.length) : '';
  return `${rest.startsWith('/') ? rest : `/${rest}`}${search}${hash}`;
}

/** Marks the sidebar's link of the page that is shown. */
function markCurrent(): void {
  for (const link of document.querySelectorAll<HTMLAnchorElement>('a[data-app-route]')) {
    const current = link.pathname === window.location.pathname || window.location.pathname.startsWith(`${link.pathname}/`);
    if (current) link.setAttribute('aria-current', 'page');
    else link.removeAttribute('aria-current');
  }
}

const addressFor = (base: string, path: string): string => base + (path === '/' ? '' : path);

/** The app's history moved: the page's address follows. */
export function moveHistory(frame: AppFrame, move: unknown): void {
  const { base } = frame.settings;
  if (base === null || !isRecord(move)) return;
  if (move['action'] === 'GO' && typeof move['delta'] === 'number') return window.history.go(move['delta']);
  const address = addressFor(base, String(move['path']));
  const state = { frameState: move['state'] };
  if (move['action'] === 'PUSH') window.history.pushState(state, '', address);
  else window.history.replaceState(state, '', address);
  markCurrent();
}

function arrive(frame: AppFrame, base: string, action: 'PUSH' | 'POP'): void {
  const held: unknown = window.history.state;
  frame.tell('sandbox:location', { path: startingPath(base), action, state: isRecord(held) ? held['frameState'] : undefined });
  markCurrent();
}

function follow(event: MouseEvent): void {
  if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  const link = event.target instanceof Element ? event.target.closest('a[data-app-route]') : null;
  const frame = routedFrame();
  const base = frame?.settings.base ?? null;
  if (!(link instanceof HTMLAnchorElement) || frame === undefined || base === null || !frame.usesHistory) return;
  if (!link.pathname.startsWith(base)) return;
  event.preventDefault();
  window.history.pushState({}, '', link.href);
  arrive(frame, base, 'PUSH');
}

/** Back and forward reach the app, and the sidebar's links move it without loading the page again, as in Jira. */
export function startPageHistory(): void {
  window.addEventListener('popstate', () => {
    const frame = routedFrame();
    const base = frame?.settings.base ?? null;
    if (frame !== undefined && base !== null) arrive(frame, base, 'POP');
  });
  document.addEventListener('click', follow);
  markCurrent();
}
