import type { NamedVersions } from '../../defects';
import type { FixSpan, StoredDefect, StoredProject, StoredVersion } from '../../defects/shell';
import type { StoredVerdict } from '../../gates/shell';
import type { Instant } from '../../kernel/instant';
import { defaultSettings } from '../../settings';
import type { Settings } from '../../settings';
import type { StoredSettings } from '../../settings/shell';
import type { Access } from '../access';
import type { ProjectHistory } from '../charts/visible-history';
import { escapedReleases, placesBehind } from '../escapes/model';
import { blockersOf } from './blockers';
import type { Blockers } from './blockers';
import type { PastEscapes } from './delay-view';
import { blockerHistory, blockingSeverities, isBlocking } from './history';
import { calibrationOf, forecastOf, outlookOf, outlookPlan } from './outlook';
import type { Outlook, OutlookPlan } from './outlook';

/** Everything that the forecast of a release is made of. */
export interface ReleaseFacts {
  readonly project: StoredProject;
  readonly version: StoredVersion;
  /** All of the project, in the order in which they come. */
  readonly versions: readonly StoredVersion[];
  readonly settings: StoredSettings;
  readonly verdicts: readonly StoredVerdict[];
  /** Every defect of the version, whether the viewer may see it or not. */
  readonly defects: readonly StoredDefect[];
  readonly history: ProjectHistory;
  /** Of the versions of `remembered`. */
  readonly spans: readonly FixSpan[];
  readonly access: Access;
  readonly now: Instant;
}

export function settingsOf(stored: StoredSettings): Settings {
  return stored.kind === 'ok' ? stored.settings : defaultSettings;
}

const mostRemembered = 24;

/** The releases whose past is looked at: the newest, and the one that is asked about. */
export function remembered(versions: readonly StoredVersion[], versionId: string): readonly StoredVersion[] {
  const dated = versions.filter(({ releaseDate, id }) => releaseDate !== null || id === versionId);
  const newest = dated.slice(-mostRemembered);
  return newest.some(({ id }) => id === versionId) ? newest : [...newest, ...dated.filter(({ id }) => id === versionId)];
}

/** Releases still to come; the soonest first, those without a date last. */
export function toCome(versions: readonly StoredVersion[]): readonly StoredVersion[] {
  return versions.filter(({ released, archived }) => !released && !archived);
}

/** The release that people mean when they name none: the next one that is not late, or else the first. */
export function nextRelease(versions: readonly StoredVersion[], now: Instant): StoredVersion | null {
  const coming = toCome(versions);
  return coming.find(({ releaseDate }) => releaseDate !== null && releaseDate >= now.slice(0, 10)) ?? coming[0] ?? null;
}

/** The blockers of a release and when they will be closed. */
export interface Looked {
  readonly blockers: Blockers;
  readonly outlook: Outlook;
}

/** The same without anything that was kept. */
export function lookedAt(facts: ReleaseFacts): Looked {
  const { blockers, plan } = planned(facts);
  return { blockers, outlook: outlookOf(plan, { forecast: forecastOf(plan), calibration: calibrationOf(plan) }) };
}

/** What there is to work out. */
export function planned(facts: ReleaseFacts): { readonly blockers: Blockers; readonly plan: OutlookPlan } {
  const { project, version, versions, verdicts, defects, history, spans, access, now } = facts;
  const settings = settingsOf(facts.settings);
  const blocking = blockingSeverities(settings);
  const releases = remembered(versions, version.id);
  const blockers = blockersOf(defects, verdicts, settings, blocking, now);
  const past = blockerHistory({ history, spans, versions: releases, blocking });
  return {
    blockers,
    plan: outlookPlan({
      ...{ projectId: project.id, version, versions: releases, history: past, blockers: blockers.defects, access, now },
    }),
  };
}

const windowDays = 90;
const mostReleases = 6;

/** What escaped from the last releases whose 90 days are over, of severities of which a gate allows none. */
export function pastEscapes(
  facts: Pick<ReleaseFacts, 'history' | 'versions' | 'settings' | 'now'>,
  named: ReadonlyMap<string, NamedVersions>,
  origins: ReadonlyMap<string, string>,
  users: ReadonlyMap<string, number>,
): PastEscapes[] {
  const settings = settingsOf(facts.settings);
  const { history, versions, now } = facts;
  const blocking = blockingSeverities(settings);
  return escapedReleases({ history, versions, now, named, origins, stages: settings.stages }, windowDays)
    .filter(({ ends }) => ends <= Date.parse(now))
    .slice(0, mostReleases)
    .map((release) => {
      const rows = placesBehind(release, 'escaped', null).flatMap((place) => history.rows[place] ?? []);
      const severe = rows.filter(({ severity }) => isBlocking(severity, blocking));
      return { count: severe.length, users: severe.flatMap(({ id }) => users.get(id) ?? []) };
    });
}
