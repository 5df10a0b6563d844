import { defectsById, fixVersionsOf, versionById } from '../defects/shell';
import type { StoredDefect } from '../defects/shell';
import { between, day } from '../kernel/instant';
import type { Instant } from '../kernel/instant';
import { severities } from '../kernel/severity';
import type { Severity } from '../kernel/severity';
import { severeDefect } from '../notifications';
import type { Told } from '../notifications';
import { readClock } from '../platform/clock';
import { readSettings } from '../settings/shell';
import type { Settings } from '../settings';
import { notify, releaseFacts } from './notify';

/** A defect that was reported longer ago is new to the store alone. */
const news = day;

/** Tells of defects that were reported, or became worse, among issues that were read because they changed. @param before as they were stored */
export async function tellDefects(projectId: string, before: readonly StoredDefect[], ids: readonly string[]): Promise<void> {
  const settings = await readSettings();
  if (settings.kind !== 'ok') return;
  const now = readClock();
  const known = new Map(before.map((defect) => [defect.id, defect]));
  const happened: Told[] = [];
  for (const defect of await defectsById(ids)) {
    const was = known.get(defect.id);
    if (isNews(defect, was, now)) happened.push(await told(projectId, defect, was, settings.settings, now));
  }
  await notify(happened, now);
}

function isNews(defect: StoredDefect, was: StoredDefect | undefined, now: Instant): boolean {
  if (!defect.open) return false;
  return was === undefined ? between(defect.createdAt, now) < news : rank(defect.severity) < rank(was.severity);
}

/** One without a severity counts as the worst. */
function rank(severity: Severity | null): number {
  return severity === null ? 0 : severities.indexOf(severity);
}

async function told(
  projectId: string,
  defect: StoredDefect,
  was: StoredDefect | undefined,
  settings: Settings,
  now: Instant,
): Promise<Told> {
  const versions = await Promise.all((await fixVersionsOf([defect.id])).map(versionById));
  const releases = await Promise.all(versions.flatMap((version) => (version === null ? [] : [releaseFacts(version, settings)])));
  const id = was === undefined ? `defect:${defect.id}:reported` : `defect:${defect.id}:${defect.severity ?? 'none'}:${now}`;
  const happening = { id, at: now, projectId };
  return was === undefined ? severeDefect(happening, defect, releases) : severeDefect(happening, defect, releases, was.severity);
}
