import { issuesByKeys, severeChangedSince, versionsOf } from '../defects/shell';
import type { SevereDefect } from '../defects/shell';
import { deploymentsOf } from '../environments';
import { buildsOfReleases, deploymentSteps, incidentHistory } from '../environments/shell';
import type { DetectedIncident } from '../environments/shell';
import { isSevere, watchedSince } from '../gates';
import type { Alarm, LineFacts, Seen } from '../gates';
import { between, minute } from '../kernel/instant';
import type { Instant } from '../kernel/instant';
import { severities } from '../kernel/severity';
import type { Severity } from '../kernel/severity';
import type { Settings } from '../settings';
import {
  defectSubject,
  failuresBySubject,
  failuresOfIssues,
  issueOfSubject,
  mergedInto,
  seenSince,
  sightingsOf,
} from '../triage/shell';

const most = { steps: 2000, builds: 30, sightings: 200, changed: 1000, seen: 1000, incidents: 500 };

/** The issue that stands for an incident may be so new that its event is still on its way, for so long. */
const mostDelayOfEvents = 10 * minute;

/** What is known of a project in which something stands dark. */
export interface KnownLine extends LineFacts {
  /** Nothing that was seen before can stop a line. */
  readonly since: Instant;
  /** Those since then. */
  readonly incidents: readonly OwnedIncident[];
}

interface OwnedIncident extends DetectedIncident {
  /** The defect that stands for it; null where none does, as far as is known. */
  readonly defectId: string | null;
}

/** The severities that stop a line; null is a missing one. */
export function wantedOf({ gates }: Settings): (Severity | null)[] {
  return [null, ...severities].filter((severity) => isSevere(gates.stopTheLine, severity));
}

/** What stands where in a project; null where nothing is dark. */
export async function lineFacts(projectId: string, { gates, stages }: Settings): Promise<KnownLine | null> {
  const deployments = deploymentsOf(await deploymentSteps(projectId, null, most.steps));
  if (deployments.length === 0) return null;
  const versions = (await versionsOf(projectId)).filter(({ archived }) => !archived).map(({ id, name }) => ({ id, name }));
  const nameless = deployments.some(({ version, build }) => version === null && build !== null);
  const builds = nameless
    ? await buildsOfReleases(
        projectId,
        versions.map(({ name }) => name),
        most.builds,
      )
    : new Map<string, { service: string; build: string }[]>();
  const releaseOfBuild = (service: string, build: string) =>
    [...builds].find(([, some]) => some.some((one) => one.service === service && one.build === build))?.[0] ?? null;
  const facts = { policy: gates.stopTheLine, stages, deployments, releaseOfBuild, versions };
  const since = watchedSince(facts);
  return since === null ? null : { ...facts, since, incidents: await incidentsSince(projectId, since) };
}

async function incidentsSince(projectId: string, since: Instant): Promise<OwnedIncident[]> {
  const found = (await incidentHistory(projectId, most.incidents)).filter((incident) => seenIn(incident).at >= since);
  const keys = found.flatMap(({ told }) => told.issue?.toUpperCase() ?? []);
  const issues = await issuesByKeys(projectId, [...new Set(keys)]);
  const owned: OwnedIncident[] = [];
  for (const incident of found) {
    const issue = issues.get(incident.told.issue?.toUpperCase() ?? '');
    owned.push({ ...incident, defectId: issue === undefined ? null : await mergedInto(issue.id) });
  }
  return owned;
}

/** Ids of the defects that may have become severe, or may have been seen, since something is dark; which of them are is asked afterwards. */
export async function suspectsOf(projectId: string, settings: Settings, { since, incidents }: KnownLine): Promise<string[]> {
  const changed = await severeChangedSince(projectId, wantedOf(settings), since, most.changed);
  const subjects = (await seenSince(projectId, since, most.seen)).map(({ subject }) => subject);
  const failures = await failuresBySubject(
    projectId,
    subjects.filter((subject) => issueOfSubject(subject) === null),
  );
  return [
    ...changed,
    ...subjects.flatMap((subject) => issueOfSubject(subject) ?? failures.get(subject)?.issueId ?? []),
    ...incidents.flatMap(({ defectId }) => defectId ?? []),
  ];
}

/** Where a defect was seen: what its fields say, every sighting of it or of the failures that it stands for, and its incidents. */
export async function alarmOf(projectId: string, defect: SevereDefect, { versions, incidents }: KnownLine): Promise<Alarm> {
  const subject = defectSubject(defect.id);
  const failures = await failuresOfIssues(projectId, [defect.id]);
  const sightings = await sightingsOf(projectId, [subject, ...failures.map((failure) => failure.subject)], most.sightings);
  const named = (ids: readonly string[]) => versions.filter(({ id }) => ids.includes(id)).map(({ name }) => name);
  // Which release has it is said by *Affects versions*; where only the stage was said, it is to be fixed in the one in which it was found.
  const releases = defect.affects.length > 0 ? named(defect.affects) : named(defect.fix);
  const isSaid = defect.detectedIn !== null || (defect.affects.length > 0 && failures.length === 0);
  const said: Seen = { at: defect.severeSince, environment: null, stage: defect.detectedIn, releases, build: null };
  const own = incidents.filter(({ defectId }) => defectId === defect.id);
  return {
    ...{ subject, severity: defect.severity, standsFor: own.map(({ told }) => incidentSubject(told.incident)) },
    seen: [
      // That it is to be fixed in a release says nothing of where it was seen. Of what tests filed, the runs say where.
      ...(isSaid ? [said] : []),
      ...sightings
        .filter(({ times, flaky }) => times > flaky)
        .map(({ at, environment, version, build }) => ({
          ...{ at, environment, stage: null, build },
          releases: version === null ? [] : [version],
        })),
      ...own.map(seenIn),
    ],
  };
}

const incidentSubject = (incident: string): string => `incident:${incident}`;

function seenIn({ told: { environment, version, startedAt }, detectedAt }: DetectedIncident): Seen {
  const releases = version === null ? [] : [version];
  return { at: detectedAt ?? startedAt, environment, stage: null, releases, build: null };
}

/** Incidents that are not over and that no defect stands for: they stop the line by themselves. */
export function alarmsOfIncidents({ incidents, policy }: KnownLine, now: Instant): Alarm[] {
  return incidents.flatMap((incident) => {
    const { told, defectId } = incident;
    const seen = seenIn(incident);
    const isAwaited = told.issue !== null && between(seen.at, now) < mostDelayOfEvents;
    if (defectId !== null || isAwaited || told.resolvedAt !== null || !isSevere(policy, told.severity)) return [];
    return [{ subject: incidentSubject(told.incident), severity: told.severity, seen: [seen], standsFor: [] }];
  });
}
