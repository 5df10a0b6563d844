import { defectsById, doneDefectsOf, versionsOf } from '../defects/shell';
import type { StoredDefect } from '../defects/shell';
import { deploymentsOf, stageOf } from '../environments';
import type { Deployment, FactKind } from '../environments';
import {
  buildsOfReleases,
  cellsOf,
  deploymentSteps,
  lastTold,
  storedBehaviours,
  toldCommits,
  toldRuns,
} from '../environments/shell';
import { fixedDefectOf, judgedBuilds, stageRunsOf, standingsOf } from '../gates';
import type { Evidence, EvidenceKind, ReleaseBuild, ReleaseCommit, ToldKind, Trouble } from '../gates';
import { hour, plus } from '../kernel/instant';
import type { Instant } from '../kernel/instant';
import { gateRowsOf } from '../settings';
import type { Settings } from '../settings';
import { failuresBySubject, issueOfSubject, seenSince } from '../triage/shell';

/** What is looked at of a project, the newest of each: so that a round takes seconds at most. */
export const mostTold = { builds: 30, runs: 400, commits: 1000, steps: 2000, seen: 1000 };
const perQuery = 200;

/** What pipelines told of a release, as far as its gates rest on it. */
interface ToldFacts {
  /** The builds that are judged; they are always looked up. */
  readonly builds: readonly string[];
  readonly known: Pick<Evidence, ToldKind | 'fixes' | 'troubles'>;
}

interface ToldQuestion {
  readonly projectId: string;
  readonly versionIds: readonly string[];
  /** Every policy by which the releases are judged; the stages are those of the last. */
  readonly settings: readonly Settings[];
  readonly needed: ReadonlySet<EvidenceKind>;
  readonly openDefects: ReadonlyMap<string, readonly StoredDefect[]>;
  readonly now: Instant;
}

type Known = { -readonly [Kind in keyof ToldFacts['known']]: ToldFacts['known'][Kind] };

/** Looks up what pipelines told, each kind once for all releases, and only kinds that a row needs. */
export async function toldEvidence(question: ToldQuestion): Promise<(versionId: string) => ToldFacts> {
  const { projectId, versionIds, needed, openDefects } = question;
  const names = new Map((await versionsOf(projectId)).map(({ id, name }) => [id, name]));
  const nameOf = (versionId: string) => names.get(versionId) ?? '';
  const builds = await buildsOfReleases(projectId, versionIds.map(nameOf), mostTold.builds);
  const needs = (...kinds: readonly EvidenceKind[]) => kinds.some((kind) => needed.has(kind));
  if (!needs('builds', 'runs', 'commits', 'deployments', 'fixes', 'troubles'))
    return (versionId) => ({ builds: judgedBuilds(builds.get(nameOf(versionId)) ?? []), known: {} });

  const stages = question.settings.at(-1)?.stages ?? [];
  const told = await newestTold(question);
  const done = needs('fixes', 'commits', 'troubles') ? await doneDefectsOf(versionIds) : new Map<string, StoredDefect[]>();
  const behaviours = needs('fixes') ? await storedBehaviours([...done.values()].flat().map(({ id }) => id)) : null;
  const runs = needs('runs') ? stageRunsOf(await toldRuns(projectId, mostTold.runs), stages) : null;
  const commits = needs('commits') ? await toldCommits(projectId, mostTold.commits) : null;
  const deployments = needs('deployments') ? deploymentsOf(await deploymentSteps(projectId, null, mostTold.steps)) : null;
  const seen = needs('troubles') ? await severeSeen(question, stages) : null;

  return (versionId) => {
    const ofRelease = builds.get(nameOf(versionId)) ?? [];
    const isDone = done.get(versionId) ?? [];
    const all = [...(openDefects.get(versionId) ?? []), ...isDone];
    const known: Known = {};
    if (needs('builds')) known.builds = { kind: 'known', facts: ofRelease.map(plainBuild), ...told('build') };
    if (runs !== null) known.runs = { kind: 'known', facts: runs, ...told('run') };
    if (commits !== null) known.commits = { kind: 'known', facts: namingDefects(commits, all), ...told('commit') };
    if (deployments !== null)
      known.deployments = {
        kind: 'known',
        facts: standings(deployments, stages, nameOf(versionId), ofRelease),
        ...told('deployment'),
      };
    if (behaviours !== null)
      known.fixes = {
        kind: 'known',
        facts: isDone.map((defect) => {
          const kept = behaviours.get(defect.id);
          return fixedDefectOf(defect, kept === undefined ? [] : cellsOf(kept).values(), kept?.facts ?? {});
        }),
      };
    if (seen !== null) known.troubles = { kind: 'known', facts: [...seen, ...reported(all)] };
    return { builds: judgedBuilds(ofRelease), known };
  };
}

/** When the newest fact of a kind was told; asked only where a policy says how old it may be. */
async function newestTold({ projectId, settings }: ToldQuestion): Promise<(kind: FactKind) => { at?: Instant | null }> {
  const limited = settings.some(({ gates }) => Object.keys(gates.freshHours).length > 0);
  if (!limited) return () => ({});
  const last = await lastTold(projectId, ['build', 'run', 'commit', 'deployment']);
  return (kind) => ({ at: last.get(kind) ?? null });
}

export function plainBuild({ service, build, at, branch, changes, migrations }: ReleaseBuild): ReleaseBuild {
  return { service, build, at, branch, changes, migrations };
}

function standings(
  deployments: readonly Deployment[],
  stages: Settings['stages'],
  name: string,
  builds: readonly ReleaseBuild[],
) {
  return standingsOf(deployments, stages, { name, builds });
}

/** Commits that name defects of the release. */
export function namingDefects(
  commits: Awaited<ReturnType<typeof toldCommits>>,
  defects: readonly Pick<StoredDefect, 'id' | 'key'>[],
): ReleaseCommit[] {
  const byKey = new Map(defects.map(({ key, id }) => [key, id]));
  return commits.flatMap(({ branch, at, keys }) => {
    const defectIds = keys.flatMap((key) => byKey.get(key) ?? []);
    return defectIds.length === 0 ? [] : [{ branch, at, defectIds }];
  });
}

function isSevere({ severity }: Pick<StoredDefect, 'severity'>): boolean {
  return severity === null || severity === 'S1' || severity === 'S2';
}

function reported(defects: readonly StoredDefect[]): Trouble[] {
  return defects.filter(isSevere).map(({ createdAt }) => ({ at: createdAt, stage: null }));
}

/** When any S1 or S2 of the project was seen in a stage, as far back as the longest soak. */
async function severeSeen({ projectId, settings, now }: ToldQuestion, stages: Settings['stages']): Promise<Trouble[]> {
  const rows = settings.flatMap((one) => gateRowsOf(one, projectId));
  const hours = rows.flatMap((row) => (row.rule === 'soak-time' ? [row.hours] : []));
  const seen = await seenSince(projectId, plus(now, -Math.max(0, ...hours) * hour), mostTold.seen);
  const failures = await failuresBySubject(projectId, [...new Set(seen.map(({ subject }) => subject))]);
  const placed = seen.flatMap(({ subject, environment, last }) => {
    const id = issueOfSubject(subject) ?? failures.get(subject)?.issueId ?? null;
    const stage = stageOf(environment, stages);
    return id === null || stage === null ? [] : [{ id, trouble: { at: last, stage: stage.key } }];
  });
  const ids = [...new Set(placed.map(({ id }) => id))];
  const severe = new Set<string>();
  for (let from = 0; from < ids.length; from += perQuery)
    for (const defect of await defectsById(ids.slice(from, from + perQuery))) if (isSevere(defect)) severe.add(defect.id);
  return placed.flatMap(({ id, trouble }) => (severe.has(id) ? [trouble] : []));
}
