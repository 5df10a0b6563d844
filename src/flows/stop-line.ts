import { countChange, openSince, severeDefects, versionsOf } from '../defects/shell';
import type { SevereDefect } from '../defects/shell';
import { deploymentsOf } from '../environments';
import { buildsOfReleases, deploymentSteps } from '../environments/shell';
import { darkPlaces, isSevere, placeHold, stopsOf } from '../gates';
import type { Alarm, LineFacts, Seen, Stop } from '../gates';
import { holdsOf, holdStore, verdictsOf } from '../gates/shell';
import type { Instant } from '../kernel/instant';
import { severities } from '../kernel/severity';
import type { Severity } from '../kernel/severity';
import { readSettings } from '../settings/shell';
import type { Settings } from '../settings';
import { defectSubject, failuresOfIssues, sightingsOf } from '../triage/shell';
import { carryOutHold } from './gate-holds';
import type { PlainDelivery } from './delivery-facts';
import { placeWords, tellLine } from './tell-line';

const most = { steps: 2000, builds: 30, sightings: 200, reported: 200 };

/**
 * Stops the line of releases for these defects where they are severe and stand in a dark deployment. It rests on what is stored alone, not
 * on what was new about it, and a defect stops a release once: it may be called as often as something happens, and again after it died.
 */
export async function stopLineFor(projectId: string, defectIds: readonly string[], now: Instant): Promise<void> {
  const settings = await watching();
  if (settings === null || defectIds.length === 0) return;
  const severe = await severeDefects([...new Set(defectIds)], wantedOf(settings));
  if (severe.length === 0) return;
  const facts = await lineFacts(projectId, settings);
  if (darkPlaces(facts).length === 0) return;
  for (const defect of severe) await stop(projectId, await alarmOf(projectId, defect, facts), facts, now);
}

/** After a deployment was told: what was reported since it took effect may have come before the word of it. */
export async function stopLineAfterDeployment(projectId: string, now: Instant): Promise<void> {
  const settings = await watching();
  if (settings === null) return;
  const dark = darkPlaces(await lineFacts(projectId, settings));
  const since = dark.map(({ deployment }) => deployment.at).sort()[0];
  if (since !== undefined) await stopLineFor(projectId, await openSince(projectId, since, most.reported), now);
}

/** An incident that no defect stands for stops the line by itself. */
export async function stopLineForIncident(
  projectId: string,
  { payload }: Extract<PlainDelivery, { type: 'incident' }>,
  now: Instant,
): Promise<void> {
  const { incident, severity, environment, version, startedAt, detectedAt, resolvedAt } = payload;
  const settings = await watching();
  if (settings === null || resolvedAt !== null || !isSevere(settings.gates.stopTheLine, severity)) return;
  const seen = {
    at: detectedAt ?? startedAt,
    environment,
    stage: null,
    releases: version === null ? [] : [version],
    build: null,
  };
  const facts = await lineFacts(projectId, settings);
  await stop(projectId, { subject: `incident:${incident}`, severity, seen: [seen] }, facts, now);
}

async function watching(): Promise<Settings | null> {
  const stored = await readSettings();
  return stored.kind === 'ok' && stored.settings.gates.stopTheLine.on ? stored.settings : null;
}

function wantedOf({ gates }: Settings): (Severity | null)[] {
  return [null, ...severities].filter((severity) => isSevere(gates.stopTheLine, severity));
}

/** What stands where in a project. */
async function lineFacts(projectId: string, { gates, stages }: Settings): Promise<LineFacts> {
  const deployments = deploymentsOf(await deploymentSteps(projectId, null, most.steps));
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
  return { policy: gates.stopTheLine, stages, deployments, releaseOfBuild, versions };
}

/** Where a defect was seen: what its fields say, and every sighting of it or of the failures that it stands for. */
async function alarmOf(projectId: string, defect: SevereDefect, { versions }: LineFacts): Promise<Alarm> {
  const subject = defectSubject(defect.id);
  const failures = await failuresOfIssues(projectId, [defect.id]);
  const sightings = await sightingsOf(projectId, [subject, ...failures.map((failure) => failure.subject)], most.sightings);
  const named = (ids: readonly string[]) => versions.filter(({ id }) => ids.includes(id)).map(({ name }) => name);
  // Which release has it is said by *Affects versions*; where only the stage was said, it is to be fixed in the one in which it was found.
  const releases = defect.affects.length > 0 ? named(defect.affects) : named(defect.fix);
  const isSaid = defect.detectedIn !== null || (defect.affects.length > 0 && failures.length === 0);
  const said: Seen = { at: defect.severeSince, environment: null, stage: defect.detectedIn, releases, build: null };
  return {
    ...{ subject, severity: defect.severity },
    seen: [
      // That it is to be fixed in a release says nothing of where it was seen. Of what tests filed, the runs say where.
      ...(isSaid ? [said] : []),
      ...sightings
        .filter(({ times, flaky }) => times > flaky)
        .map(({ at, environment, version, build }) => ({
          ...{ at, environment, stage: null, build },
          releases: version === null ? [] : [version],
        })),
    ],
  };
}

const mostTries = 5;

async function stop(projectId: string, alarm: Alarm, facts: LineFacts, now: Instant): Promise<void> {
  for (const { version } of stopsOf(alarm, facts, [])) {
    for (let round = 0; round < mostTries; round += 1) {
      const holds = await holdsOf(version.id);
      const found = stopsOf(alarm, facts, holds).find((one) => one.version.id === version.id);
      // Somebody else did it, or it stopped this release before.
      if (found === undefined) break;
      const n = Math.max(0, ...holds.map(({ id }) => Number(id.split('-').at(-1)))) + 1;
      const hold = placeHold({
        ...{ projectId, version, stages: found.stages, cause: 'stop-the-line', owner: null },
        ...{ n, line: found.line, because: becauseOf(found, alarm), now },
      });
      const judged = await verdictsOf([version.id]);
      if (!(await holdStore.insert(hold))) continue;
      await countChange(projectId);
      await carryOutHold(hold, now);
      await tellLine(hold, now, new Map(judged.map(({ verdict }) => [verdict.stage.key, verdict.state])));
      break;
    }
  }
}

/** In words for whoever may see the project: they name no issue, which may have a security level now or later. */
function becauseOf({ version, line }: Stop, { subject, severity }: Alarm): string {
  const what = subject.startsWith('incident:') ? `The incident ${subject.slice('incident:'.length)}` : 'A defect';
  const build = line.build === null ? '' : `, build ${line.build},`;
  const how = severity ?? 'no severity yet, which counts as S1';
  return `${what} (${how}) was seen in ${placeWords(line)}, where ${version.name}${build} is deployed dark.`;
}
