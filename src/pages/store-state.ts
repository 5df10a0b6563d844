import type { StoreState } from '../contracts/screen';
import type { StoredProject } from '../defects/shell';

/** How far the store of a project can be trusted, for a screen. */
export function storeState(project: StoredProject): StoreState {
  if (project.state === 'failed')
    return { kind: 'failed', message: project.message ?? 'The first reading stopped.', at: project.sinceAt };
  if (project.state === 'ready' && project.readUpTo !== null) return { kind: 'ready', upTo: project.readUpTo };
  return { kind: 'reading', done: project.done, total: project.total, since: project.sinceAt };
}
