import { fixVersionsByDefect, openDefectsOf, versionsOf } from '../defects/shell';
import type { StoredVersion } from '../defects/shell';
import { dueAt } from '../governance';
import type { Instant } from '../kernel/instant';
import type { Severity } from '../kernel/severity';
import { scoresOf } from '../scoring/shell';
import { defaultSettings } from '../settings';
import type { Settings } from '../settings';
import type { StoredSettings } from '../settings/shell';
import { cycleOf, cycles, recommend } from '../triage';
import type { Cycle, Recommendation } from '../triage';

/** The settings by which is decided; where they cannot be read, those that hold until somebody saves any. */
export function usable(stored: StoredSettings): { readonly settings: Settings; readonly revision: number | null } {
  return stored.kind === 'ok' ? stored : { settings: defaultSettings, revision: null };
}

/** What has another cycle than the normal one: by the id of each open defect of a release that has. */
export async function unusualCycles(projectId: string, settings: Settings): Promise<Map<string, Cycle>> {
  const found = new Map<string, Cycle>();
  const named = Object.keys(settings.triage.cycles);
  if (named.length === 0) return found;
  const planned = (await versionsOf(projectId)).filter((version) => named.includes(version.id) && isPlanned(version));
  const defects = await openDefectsOf(planned.map(({ id }) => id));
  for (const [versionId, some] of defects)
    for (const { id } of some)
      found.set(id, moreUrgent(found.get(id) ?? 'normal', settings.triage.cycles[versionId] ?? 'normal'));
  return found;
}

function moreUrgent(one: Cycle, other: Cycle): Cycle {
  return cycles.indexOf(one) > cycles.indexOf(other) ? one : other;
}

export function isPlanned({ released, archived }: StoredVersion): boolean {
  return !released && !archived;
}

/** The cycle of one defect, and the releases that it is to be fixed in. */
export async function cycleOfDefect(
  projectId: string,
  defectId: string,
  settings: Settings,
): Promise<{ readonly cycle: Cycle; readonly fixVersionIds: readonly string[]; readonly planned: readonly StoredVersion[] }> {
  const planned = (await versionsOf(projectId)).filter(isPlanned);
  const fixVersionIds = (await fixVersionsByDefect([defectId])).get(defectId) ?? [];
  const cycle = cycleOf(
    fixVersionIds.filter((id) => planned.some((version) => version.id === id)),
    settings.triage,
  );
  return { cycle, fixVersionIds, planned };
}

/** What the app would decide of a defect now. */
export async function recommendationOf(
  defect: { readonly id: string; readonly projectId: string; readonly severity: Severity | null; readonly createdAt: Instant },
  settings: Settings,
  now: Instant,
): Promise<Recommendation> {
  const [{ fixVersionIds, planned }, scores] = await Promise.all([
    cycleOfDefect(defect.projectId, defect.id, settings),
    scoresOf([defect.id]),
  ]);
  return recommend({
    ...{ severity: defect.severity, score: scores.get(defect.id)?.score ?? null, fixVersionIds, now },
    slaDueAt: dueAt(defect.createdAt, defect.severity, settings.slaTargetDays),
    targets: planned.map(({ id, name }) => ({ id, name })),
  });
}
