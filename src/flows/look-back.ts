import { countChange, defectsOnceIn, escapedFrom, statusCategories, versionsOf } from '../defects/shell';
import type { StoredProject } from '../defects/shell';
import { escapedDefectsOf, judgePast, releasedAt } from '../gates';
import type { PastRelease } from '../gates';
import { storeLookBack } from '../gates/shell';
import type { Instant } from '../kernel/instant';
import { ok } from '../platform/jira';
import type { JiraOutcome } from '../platform/jira';
import { gatedStages, gatePolicyOf } from '../settings';
import type { Settings } from '../settings';
import { readSettings } from '../settings/shell';

const mostReleases = 10;

/** What today's gates would have said of a project's last releases, worked out from what is stored, without a call to Jira. */
export async function lookBack(project: StoredProject, now: Instant): Promise<JiraOutcome<null>> {
  const settings = await readSettings();
  if (project.state !== 'ready' || settings.kind !== 'ok') return ok(null);
  const categories = await statusCategories();
  const releases: PastRelease[] = [];
  // One release after the other: their histories together could be more than fits the memory.
  for (const version of await lastReleased(project.id, now)) {
    releases.push(await pastRelease({ project, version, settings: settings.settings, categories, now }));
  }
  await storeLookBack(project.id, { at: now, releases });
  await countChange(project.id);
  return ok(null);
}

/** Newest first. */
async function lastReleased(projectId: string, now: Instant): Promise<PastRelease['version'][]> {
  const today = now.slice(0, 10);
  return (await versionsOf(projectId))
    .flatMap(({ id, name, released, releaseDate }) =>
      released && releaseDate !== null && releaseDate <= today ? [{ id, name, releaseDate }] : [],
    )
    .reverse()
    .slice(0, mostReleases);
}

interface PastFacts {
  readonly project: StoredProject;
  readonly version: PastRelease['version'];
  readonly settings: Settings;
  readonly categories: ReadonlyMap<string, string>;
  readonly now: Instant;
}

async function pastRelease({ project, version, settings, categories, now }: PastFacts): Promise<PastRelease> {
  const at = releasedAt(version.releaseDate, now);
  const { defectTypes } = settings;
  const release = { versionId: version.id, versionName: version.name, projectKey: project.key, defectTypes };
  const defects = await defectsOnceIn(version.id);
  const categoryOf = (status: string) => categories.get(status) ?? null;
  return {
    version,
    ...judgePast({ release, defects, policy: gatePolicyOf(settings, project.id), stages: gatedStages(settings), at, categoryOf }),
    escaped: await escapedFrom(version.id, at),
    jql: escapedDefectsOf(release, version.releaseDate),
  };
}
