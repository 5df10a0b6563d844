/** A deployment that took effect. */
export interface PlacedDeployment {
  /** One name for each environment, whatever pipelines call it. */
  readonly environment: string;
  readonly version: string | null;
  readonly build: string | null;
  readonly commit: string | null;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** A build, as it was told. */
export interface MadeBuild {
  readonly build: string;
  readonly commit: string | null;
  /** Commits that are in it and were not in the one before. */
  readonly changes: readonly string[];
}

/** What a defect came with; null where that is not known. */
export interface BroughtBy {
  readonly version: string | null;
  readonly build: string | null;
  readonly commit: string | null;
}

/** Commits may be named by their first digits, of which there are at least so many. */
const shortest = 7;

/**
 * When something first took effect in an environment: the build where one is named, else the first build that has the commit, else the
 * version.
 * @returns milliseconds since 1970; NaN where no deployment of it was told there
 */
export function introductionsBy(
  deployments: readonly PlacedDeployment[],
  builds: readonly MadeBuild[],
): (what: BroughtBy, environment: string) => number {
  const first = new Map<string, number>();
  for (const { environment, version, build, commit, at } of deployments) {
    for (const key of keysOf(environment, { version, build, commit })) first.set(key, Math.min(at, first.get(key) ?? Infinity));
  }
  const having = new Map<string, Set<string>>();
  for (const { build, commit, changes } of builds) {
    for (const sha of commit === null ? changes : [commit, ...changes]) {
      having.set(short(sha), (having.get(short(sha)) ?? new Set()).add(build));
    }
  }
  const firstOf = (environment: string, what: Partial<BroughtBy>): number =>
    Math.min(...keysOf(environment, what).map((key) => first.get(key) ?? Infinity));
  return ({ version, build, commit }, environment) => {
    const builds = commit === null ? [] : [...(having.get(short(commit)) ?? [])];
    const moments = [
      firstOf(environment, { build }),
      Math.min(firstOf(environment, { commit }), ...builds.map((name) => firstOf(environment, { build: name }))),
      firstOf(environment, { version }),
    ];
    return moments.find(Number.isFinite) ?? NaN;
  };
}

function keysOf(environment: string, { version, build, commit }: Partial<BroughtBy>): string[] {
  return [
    ...(version == null ? [] : [JSON.stringify([environment, 'version', version])]),
    ...(build == null ? [] : [JSON.stringify([environment, 'build', build])]),
    ...(commit == null ? [] : [JSON.stringify([environment, 'commit', short(commit)])]),
  ];
}

function short(sha: string): string {
  return sha.slice(0, shortest).toLowerCase();
}
