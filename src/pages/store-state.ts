import type { StoreState } from '../contracts/screen';
import type { StoredProject } from '../defects/shell';
import { between, plus } from '../kernel/instant';
import type { Instant } from '../kernel/instant';

/** How far the store of a project can be trusted, for a screen. */
export function storeState(project: StoredProject, now: Instant): StoreState {
  const { done, total, sinceAt: since, points, paused } = project;
  if (project.state === 'failed')
    return { kind: 'failed', message: project.message ?? 'The first reading stopped.', at: project.beatAt };
  if (project.state === 'ready' && project.readUpTo !== null) return { kind: 'ready', upTo: project.readUpTo };
  const waitUntil = project.waitUntil !== null && project.waitUntil > now ? project.waitUntil : null;
  return { kind: 'reading', done, total, since, points, paused, waitUntil, expectedEnd: expectedEnd(project, waitUntil, now) };
}

/** By the pace since the reading began, waiting counted in, and not before a wait is over. */
function expectedEnd({ done, total, sinceAt, paused }: StoredProject, waitUntil: Instant | null, now: Instant): Instant | null {
  if (paused || total === null || done === 0) return null;
  const perIssue = Math.max(0, between(sinceAt, now)) / done;
  const end = plus(now, Math.round(perIssue * Math.max(0, total - done)));
  return waitUntil !== null && waitUntil > end ? waitUntil : end;
}
