import { matchBranch } from './pattern';

/** How many issues a commit names. */
export const keyCounts = ['any', 'at-least-one', 'exactly-one'] as const;
export type KeyCount = (typeof keyCounts)[number];

/**
 * How an issue's fix versions go with the branch's `{version}`: `exact` wants that version (`4.2.0`), `prefix` also those below it (`4.2`
 * takes 4.2.0 and 4.2.1, and `4.2.x` means the same), `none` wants nothing. A leading `v` of either says nothing.
 */
export const versionRules = ['none', 'exact', 'prefix'] as const;
export type VersionRule = (typeof versionRules)[number];

/** What every commit to the branches of a pattern must meet. Each issue that a commit names must meet it. */
export interface BranchRule {
  /** `main`, `release/{version}`, `hotfix/**`: see `matchBranch`. */
  readonly branch: string;
  readonly keys: KeyCount;
  /** The issue must be there. What is not there is judged by nothing else. */
  readonly exists: boolean;
  /** Names of work types; empty lets all in. */
  readonly workTypes: readonly string[];
  /** Names of statuses or of their categories (To Do, In Progress, Done); empty lets all in. */
  readonly statuses: readonly string[];
  readonly version: VersionRule;
  /** No issue whose fix is put off. Judged where the deferral is known. */
  readonly notDeferred: boolean;
  /** No issue that a freeze keeps out of its version. Judged where the freeze is known. */
  readonly notFrozen: boolean;
}

export const plainPolicies = ['check', 'skip'] as const;
/** `take-over` also counts the keys of the commit that is reverted or picked. */
export const copyPolicies = ['check', 'skip', 'take-over'] as const;

/** What commits must say, by branch, and what goes for commits that nobody wrote. */
export interface CommitRules {
  /** The first whose pattern fits decides; a branch that none fits is not checked. */
  readonly branches: readonly BranchRule[];
  readonly merge: (typeof plainPolicies)[number];
  readonly bot: (typeof plainPolicies)[number];
  readonly revert: (typeof copyPolicies)[number];
  readonly cherryPick: (typeof copyPolicies)[number];
  /** E-mail addresses of authors that are machines; `*` stands for anything. Whoever writes a commit chooses its author's address. */
  readonly bots: readonly string[];
}

/** What a branch rule says where it says nothing: one issue or more, all of them there, none of them deferred or kept out by a freeze. */
export const defaultBranchRule: Omit<BranchRule, 'branch'> = {
  keys: 'at-least-one',
  exists: true,
  workTypes: [],
  statuses: [],
  version: 'none',
  notDeferred: true,
  notFrozen: true,
};

/**
 * The branches that ship: main and master want an issue that is there; release and hotfix branches want it in their version as well.
 * Merges and machines are let through, since what they bring was checked or is no defect; reverts and picks speak for what they copy.
 */
export const defaultCommitRules: CommitRules = {
  branches: [
    { ...defaultBranchRule, branch: 'main' },
    { ...defaultBranchRule, branch: 'master' },
    { ...defaultBranchRule, branch: 'release/{version}', version: 'prefix' },
    { ...defaultBranchRule, branch: 'hotfix/{version}', version: 'prefix' },
  ],
  merge: 'skip',
  bot: 'skip',
  revert: 'take-over',
  cherryPick: 'take-over',
  bots: ['*[bot]@*'],
};

/** The rule that a branch falls under, and the version in the branch's name; null for a branch that is not checked. */
export function ruleFor(rules: CommitRules, branch: string): { rule: BranchRule; version: string | null } | null {
  for (const rule of rules.branches) {
    const found = matchBranch(rule.branch, branch);
    if (found !== null) return { rule, version: found.version };
  }
  return null;
}

/** What is wrong with rules, as sentences for the one who wrote them; empty where nothing is. */
export function problemsOfRules({ branches }: CommitRules): string[] {
  const seen = new Set<string>();
  return branches.flatMap(({ branch, version }) => {
    const places = branch.split('{version}').length - 1;
    const problems = [
      ...(branch.trim() === '' ? ['A branch pattern is empty: name a branch, for example release/{version}.'] : []),
      ...(seen.has(branch) ? [`${branch} is there twice; only the first counts.`] : []),
      ...(places > 1 ? [`${branch} says {version} more than once.`] : []),
      ...(version !== 'none' && places === 0
        ? [`${branch} asks for the branch's version, but its pattern has no {version}.`]
        : []),
    ];
    seen.add(branch);
    return problems;
  });
}

/** Whether one of the fix versions goes with the version in the branch's name. */
export function inVersion(fixVersions: readonly string[], version: string, rule: 'exact' | 'prefix'): boolean {
  const wanted = bare(version);
  const base = wanted.replace(/\.[x*]$/, '');
  return fixVersions.map(bare).some((name) => {
    if (name === wanted) return true;
    return rule === 'prefix' && (name === base || name.startsWith(`${base}.`));
  });
}

function bare(version: string): string {
  return version
    .trim()
    .toLowerCase()
    .replace(/^v(?=\d)/, '');
}
