import type { MadeBuild } from './introduction';

export interface LineBuild extends MadeBuild {
  readonly service: string;
  readonly branch: string | null;
  readonly version: string | null;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** A deployment to one environment that took effect. */
export interface BuildDeployment {
  readonly service: string;
  readonly version: string | null;
  readonly build: string | null;
  /** Milliseconds since 1970. */
  readonly at: number;
}

export interface DeployedChange {
  /** As the build names it. */
  readonly sha: string;
  /** When a build that has it was deployed first, in milliseconds since 1970; NaN while none was. */
  readonly deployed: number;
}

/**
 * When each commit that a build names reached an environment: with the first build that names it or a later one of the same service and
 * branch, whichever was deployed first. A deployment that names no build is of the builds of its version.
 */
export function deployedChanges(builds: readonly LineBuild[], deployments: readonly BuildDeployment[]): DeployedChange[] {
  const reached = new Map<string, number>();
  const rising = deployments.toSorted((a, b) => a.at - b.at);
  for (const line of grouped(builds, ({ service, branch }) => JSON.stringify([service, branch])).values()) {
    const newestFirst = line.toSorted((a, b) => b.at - a.at);
    let soonest = NaN;
    const first = new Map<string, number>();
    for (const build of newestFirst) {
      const at = rising.find((deployment) => isOf(deployment, build))?.at ?? NaN;
      soonest = sooner(soonest, at);
      for (const sha of build.commit === null ? build.changes : [build.commit, ...build.changes]) first.set(sha, soonest);
    }
    for (const [sha, at] of first) reached.set(sha, sooner(reached.get(sha) ?? NaN, at));
  }
  return [...reached].map(([sha, deployed]) => ({ sha, deployed }));
}

function isOf(deployment: BuildDeployment, { service, build, version, at }: LineBuild): boolean {
  if (deployment.service !== service || deployment.at < at) return false;
  return deployment.build === null ? version !== null && deployment.version === version : deployment.build === build;
}

function sooner(a: number, b: number): number {
  return Number.isNaN(a) ? b : Number.isNaN(b) ? a : Math.min(a, b);
}

function grouped<One>(all: readonly One[], keyOf: (one: One) => string): Map<string, One[]> {
  const groups = new Map<string, One[]>();
  for (const one of all) {
    const group = groups.get(keyOf(one));
    if (group === undefined) groups.set(keyOf(one), [one]);
    else group.push(one);
  }
  return groups;
}
