import { defectsOfReleases, escapeRate, releaseWindow, stagePlace, untoldStage } from '../analytics';
import { defectsNaming, defectsOnceIn, reportedDefects, statusCategories, versionOrder, versionsOf } from '../defects/shell';
import type { StoredVersion } from '../defects/shell';
import { lastReleaseAt, releaseBefore, releasedAt, sameDayBefore, shippedOf } from '../gates';
import type { EscapesBefore, Facts } from '../gates';
import { analysisStatesOf } from '../governance/shell';
import { day } from '../kernel/instant';
import type { Instant } from '../kernel/instant';
import type { Settings } from '../settings';
import { heldSpans, inReleaseOrder } from '../triage';
import type { HeldSpan } from '../triage';
import { deferralsOfIssues, originsOfProject } from '../triage/shell';

/** The releases of a project in the order in which they come. */
export async function orderedReleases(projectId: string): Promise<StoredVersion[]> {
  const [versions, sequence] = await Promise.all([versionsOf(projectId), versionOrder(projectId)]);
  return inReleaseOrder(versions, sequence);
}

interface Asked {
  readonly projectId: string;
  /** In the order in which they come. */
  readonly releases: readonly StoredVersion[];
  readonly versionIds: readonly string[];
  readonly now: Instant;
}

type Before = NonNullable<ReturnType<typeof releaseBefore<StoredVersion>>>;

/** The releases before these, each once: most releases that are still to come have the same one before them. */
function releasesBefore({ releases, versionIds, now }: Asked): Map<string, Before> {
  const before = versionIds.flatMap((id) => releaseBefore(releases, id, now) ?? []);
  return new Map(before.map((release) => [release.id, release]));
}

/** What escaped from the release before each of these, by the id of the later one; null where none was shipped before. */
export async function escapesBefore(asked: Asked, stages: Settings['stages']): Promise<(versionId: string) => Facts['escapes']> {
  const { projectId, releases, now } = asked;
  const before = releasesBefore(asked);
  const [broughtBy, analyses] = await Promise.all([broughtInBy(projectId), analysisStatesOf([...before.keys()])]);
  const found = new Map<string, EscapesBefore>();
  for (const release of before.values()) {
    const rates = await ratesOf(release, { releases, stages, broughtBy, now });
    const daysSince = Math.floor((Date.parse(now) - Date.parse(releasedAt(release.releaseDate, now))) / day);
    found.set(release.id, { versionName: release.name, daysSince, rates, analysis: analyses.get(release.id) ?? null });
  }
  return (versionId) => found.get(releaseBefore(releases, versionId, now)?.id ?? '') ?? null;
}

/** What escaped from one release, by the days after it; null where it is not out. */
export async function ratesOfRelease(
  { projectId, releases, now }: Omit<Asked, 'versionIds'>,
  versionId: string,
  stages: Settings['stages'],
): Promise<EscapesBefore['rates'] | null> {
  const release = shippedOf(releases, now).find(({ id }) => id === versionId);
  return release === undefined ? null : ratesOf(release, { releases, stages, broughtBy: await broughtInBy(projectId), now });
}

async function broughtInBy(projectId: string): Promise<Map<string, string>> {
  const origins = await originsOfProject(projectId);
  return new Map(origins.flatMap(({ defectId, versionId }) => (versionId === null ? [] : [[defectId, versionId] as const])));
}

interface RateFacts {
  readonly releases: readonly StoredVersion[];
  readonly stages: Settings['stages'];
  /** The release that brought a defect in, by the id of the defect. */
  readonly broughtBy: ReadonlyMap<string, string>;
  readonly now: Instant;
}

/** The same as the screen of escapes shows, worked out from the defects of one release alone. */
async function ratesOf(release: Before, { releases, stages, broughtBy, now }: RateFacts): Promise<EscapesBefore['rates']> {
  const brought = [...broughtBy].flatMap(([defectId, versionId]) => (versionId === release.id ? defectId : []));
  const defects = await reportedDefects([...new Set([...(await defectsNaming(release.id)), ...brought])]);
  const lastStage = stages.length - 1;
  const created = Float64Array.from(defects, ({ createdAt }) => Date.parse(createdAt));
  const stage = Int16Array.from(defects, ({ detectedIn }) => stagePlace(detectedIn, stages));
  const reported = {
    ...{ ids: defects.map(({ id }) => id), created, stage, origins: broughtBy },
    named: new Map(defects.map((defect) => [defect.id, defect])),
  };
  const within = (windowDays: number) => {
    const windowOf = (releaseDate: string) =>
      releaseWindow(releaseDate, Date.parse(releasedAt(releaseDate, now)), windowDays, lastStage);
    const windows = new Map(shippedOf(releases, now).map(({ id, releaseDate }) => [id, windowOf(releaseDate)]));
    const own = defectsOfReleases(reported, windows).get(release.id) ?? [];
    const columns = {
      created: Float64Array.from(own, (n) => created[n] ?? NaN),
      stage: Int16Array.from(own, (n) => stage[n] ?? untoldStage),
    };
    return escapeRate(columns, windowOf(release.releaseDate));
  };
  return { 30: within(30), 90: within(90) };
}

/** What the release before each of these looked like at the same distance from its day, by the id of the later one. */
export async function lastReleases(asked: Asked): Promise<(versionId: string) => Facts['lastRelease']> {
  const { releases, versionIds, now } = asked;
  const categories = await statusCategories();
  const categoryOf = (status: string) => categories.get(status) ?? null;
  const found = new Map<string, Facts['lastRelease']>();
  for (const before of releasesBefore(asked).values()) {
    const defects = await defectsOnceIn(before.id);
    const spans = new Map<string, HeldSpan[]>();
    for (const deferral of await deferralsOfIssues(defects.map(({ id }) => id)))
      spans.set(deferral.issueId, [...(spans.get(deferral.issueId) ?? []), ...heldSpans(deferral, now)]);
    for (const id of versionIds) {
      if (releaseBefore(releases, id, now)?.id !== before.id) continue;
      const releaseDate = releases.find((version) => version.id === id)?.releaseDate ?? null;
      const same = sameDayBefore(before, releaseDate, now);
      const wasDeferred = (defectId: string) =>
        (spans.get(defectId) ?? []).some(({ from, to }) => from <= same.at && to > same.at);
      found.set(id, lastReleaseAt({ ...same, version: before, defects, categoryOf, wasDeferred }));
    }
  }
  return (versionId) => found.get(versionId) ?? null;
}
