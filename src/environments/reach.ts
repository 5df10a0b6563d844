import type { Instant } from '../kernel/instant';
import { liveIn, sameCommit } from './deployments';
import type { Deployment } from './deployments';

/** A build, as it was told. */
export interface KnownBuild {
  readonly service: string;
  readonly build: string;
  readonly version: string | null;
  readonly commit: string | null;
  readonly branch: string | null;
  readonly at: Instant;
  /** Commits that are in it and were not in the one before. */
  readonly changes: readonly string[];
}

/** A commit on a branch. */
export interface BranchCommit {
  readonly sha: string;
  readonly branch: string;
  readonly at: Instant;
}

/** The first build of a service that has a change. */
export interface FirstBuild {
  readonly build: KnownBuild;
  /** False where it is only the next build of the branch, and no build says that it has the commit. */
  readonly told: boolean;
}

/**
 * The first build of each service and branch that has all of some commits: the first one that names the last of them, or else the first
 * later one of the branch. Oldest first.
 */
export function firstBuildsWith(commits: readonly BranchCommit[], builds: readonly KnownBuild[]): FirstBuild[] {
  const last = new Map<string, BranchCommit>();
  for (const commit of commits) {
    const other = last.get(commit.branch);
    if (other === undefined || other.at < commit.at) last.set(commit.branch, commit);
  }
  const oldest = builds.toSorted((a, b) => byText(a.at, b.at) || byText(a.build, b.build));
  const found = new Map<string, FirstBuild>();
  for (const told of [true, false]) {
    for (const build of oldest) {
      const place = JSON.stringify([build.service, build.branch]);
      if (found.has(place) || ![...last.values()].some((commit) => (told ? names(build, commit) : isLater(build, commit))))
        continue;
      found.set(place, { build, told });
    }
  }
  return [...found.values()].sort((a, b) => byText(a.build.at, b.build.at));
}

function names({ commit, changes }: KnownBuild, { sha }: BranchCommit): boolean {
  return sameCommit(commit ?? '', sha) || changes.some((change) => sameCommit(change, sha));
}

function isLater({ branch, at }: KnownBuild, commit: BranchCommit): boolean {
  return branch === commit.branch && at >= commit.at;
}

/**
 * How far a change has come in an environment: `live`: what stands there has it; `earlier`: it was deployed there, and something else
 * stands there now; `taken-back`: it was deployed and rolled back; `not-yet`: no deployment of it was told.
 */
export interface Reach {
  readonly environment: string;
  readonly state: 'live' | 'earlier' | 'taken-back' | 'not-yet';
  /** The newest deployment that brought it; null where there is none. */
  readonly deployment: Deployment | null;
}

/**
 * Where a change has been deployed. Later builds of the service that are of the same branch or release as its first build have it too.
 * @param deployments of the project, newest first
 */
export function reachOf(
  first: readonly FirstBuild[],
  builds: readonly KnownBuild[],
  deployments: readonly Deployment[],
  environments: readonly string[],
): Reach[] {
  const having = builds.filter((one) => first.some(({ build }) => isOfLine(one, build)));
  const has = (deployment: Deployment) =>
    having.some(({ service, build }) => service === deployment.service && build === deployment.build) ||
    first.some(
      ({ build }) =>
        build.service === deployment.service &&
        ((build.version !== null &&
          build.version === deployment.version &&
          deployment.at >= build.at &&
          deployment.build === null) ||
          (deployment.build === null && build.commit !== null && sameCommit(build.commit, deployment.commit ?? ''))),
    );
  return environments.map((environment): Reach => {
    const here = deployments.filter((one) => one.environment === environment && one.state === 'successful' && has(one));
    const live = liveIn(deployments, environment).find((one) => here.includes(one));
    if (live !== undefined) return { environment, state: 'live', deployment: live };
    const stood = here.find(({ rolledBack }) => rolledBack === null);
    if (stood !== undefined && stood.at > (here.find(({ rolledBack }) => rolledBack !== null)?.at ?? ''))
      return { environment, state: 'earlier', deployment: stood };
    return { environment, state: here.length === 0 ? 'not-yet' : 'taken-back', deployment: here[0] ?? null };
  });
}

function isOfLine(one: KnownBuild, first: KnownBuild): boolean {
  if (one.service !== first.service || one.at < first.at) return false;
  if (one.build === first.build) return true;
  return (one.branch !== null && one.branch === first.branch) || (one.version !== null && one.version === first.version);
}

function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
