import type { StoredProject } from '../defects/shell';
import { verdictStamp } from '../gates/shell';
import type { Instant } from '../kernel/instant';
import { readSettings } from '../settings/shell';

/** A text that changes whenever anything on a screen of the project may have changed, also by the mere passing of time. */
export async function revisionOf(project: StoredProject, now: Instant): Promise<string> {
  const settings = await readSettings();
  const { at, stale } = await verdictStamp(project.id, now);
  const holds = settings.kind === 'ok' ? String(settings.revision) : 'damaged';
  return [project.changes, project.state, project.readUpTo ?? '-', holds, at ?? '-', stale].join(' ');
}
