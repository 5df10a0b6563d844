import type { DefectTrailView } from '../../contracts/defect-trail';
import { firstBuildsWith, reachOf, stageOf } from '../../environments';
import type { Deployment, KnownBuild } from '../../environments';
import type { ToldCommit } from '../../environments/shell';
import type { Instant } from '../../kernel/instant';
import type { Settings } from '../../settings';
import type { Sighting, SightingPlace, StoredFailure } from '../../triage/shell';
import { deploymentRows, environmentsInOrder } from '../deployments/rows';

export interface TrailFacts {
  /** Failures that this defect stands for. */
  readonly failures: readonly StoredFailure[];
  readonly places: readonly SightingPlace[];
  readonly totals: readonly { readonly times: number; readonly first: Instant; readonly last: Instant }[];
  /** The last ones, newest first. */
  readonly latest: readonly Sighting[];
  /** Names of runs by their ids. */
  readonly runs: ReadonlyMap<string, string>;
  /** Every commit that names the defect, once for each of its branches. */
  readonly commits: readonly ToldCommit[];
  /** Keys of issues that the viewer may see, the defect's own among them. */
  readonly visibleKeys: ReadonlySet<string>;
  readonly builds: readonly KnownBuild[];
  /** Of the project, newest first. */
  readonly deployments: readonly Deployment[];
  readonly stages: Settings['stages'];
  readonly now: Instant;
}

/** The panel is narrow: it shows no more than so many of anything. */
const most = 5;

export function defectTrailView(facts: TrailFacts): DefectTrailView {
  const commits = oneForEach(facts.commits).sort((a, b) => (a.at > b.at ? -1 : 1));
  return {
    now: facts.now,
    sightings: sightingsView(facts),
    failures: facts.failures.map(({ subject, title, because, runs, proposedAt }) => ({
      fingerprint: subject.startsWith('run:') ? null : subject,
      ...{ title, because, runs: runs.length, closingProposedAt: proposedAt },
    })),
    commits: commits.slice(0, most).map(({ sha, at, branches, subject, keys }) => ({
      ...{ sha, at, branches },
      subject: keys.every((key) => facts.visibleKeys.has(key)) ? subject : null,
    })),
    moreCommits: Math.max(0, commits.length - most),
    ...buildsView(facts),
  };
}

function oneForEach(commits: readonly ToldCommit[]) {
  const found = new Map<string, ToldCommit & { readonly branches: string[] }>();
  for (const commit of commits) {
    const other = found.get(commit.sha);
    if (other === undefined) found.set(commit.sha, { ...commit, branches: [commit.branch] });
    else other.branches.push(commit.branch);
  }
  return [...found.values()];
}

function sightingsView({ places, totals, latest, runs, stages }: TrailFacts): DefectTrailView['sightings'] {
  const [first, last] = [
    totals.map((total) => total.first).sort()[0],
    totals
      .map((total) => total.last)
      .sort()
      .at(-1),
  ];
  if (first === undefined || last === undefined) return null;
  const inEnvironment = summed(places, ({ environment }) => environment).sort((a, b) => b.times - a.times);
  const inBuild = summed(places, ({ build }) => build);
  const stageName = (environment: string) => stageOf(environment, stages)?.name ?? null;
  return {
    ...{ times: totals.reduce((sum, { times }) => sum + times, 0), first, last },
    environments: inEnvironment.slice(0, most).map(({ name, times }) => ({ name, times, stage: stageName(name) })),
    builds: inBuild.slice(0, most).map(({ name, times }) => ({ build: name, times })),
    moreBuilds: Math.max(0, inBuild.length - most),
    latest: latest.slice(0, most).map(({ at, environment, build, origin, times, flaky }) => ({
      ...{ at, environment, build, times, flaky, stage: stageName(environment), run: runs.get(origin) ?? null },
    })),
  };
}

/** Places by one of their names, in the order in which the names come; a place without it counts nowhere. */
function summed(places: readonly SightingPlace[], nameOf: (place: SightingPlace) => string | null) {
  const sums = new Map<string, number>();
  for (const place of places) {
    const name = nameOf(place);
    if (name !== null) sums.set(name, (sums.get(name) ?? 0) + place.times);
  }
  return [...sums].map(([name, times]) => ({ name, times }));
}

function buildsView({ commits, builds, deployments, stages }: TrailFacts): Pick<DefectTrailView, 'builds' | 'places'> {
  const first = firstBuildsWith(commits, builds);
  const environments = first.length === 0 ? [] : environmentsInOrder(deployments, stages);
  const reached = reachOf(first, builds, deployments, environments);
  const rows = new Map(
    deploymentRows(
      reached.flatMap(({ deployment }) => deployment ?? []),
      { stages, all: deployments, incidents: new Map() },
    ).map((row) => [row.id, row]),
  );
  return {
    builds: first
      .slice(0, most)
      .map(({ build: { service, build, version, at }, told }) => ({ service, build, version, at, told })),
    places: reached.map(({ environment, state, deployment }) => ({
      ...{ environment, state, stage: stageOf(environment, stages)?.name ?? null, at: deployment?.at ?? null },
      exposure: rows.get(deployment?.id ?? '')?.exposure ?? 'untold',
    })),
  };
}
