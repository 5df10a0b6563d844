import type { Instant } from '../../kernel/instant';

/** A commit as it was delivered and stored. */
export interface StoredCommit {
  readonly sha: string;
  readonly at: Instant;
  /** Every branch that has it. */
  readonly branches: readonly string[];
  readonly keys: readonly string[];
  readonly firstLine: string;
}

export interface ReportedDefect {
  readonly key: string;
  readonly statusCategory: string;
  readonly resolution: string | null;
  /** Names. */
  readonly fixVersions: readonly string[];
}

export interface ReleaseQuestion {
  /** Name of the release. */
  readonly version: string;
  /** The branch that it is built from. */
  readonly branch: string;
  /** Resolutions by which something was changed in the code. */
  readonly fixedBy: readonly string[];
}

/** Jira's own, and what older sites call the same. */
export const defaultFixedBy: readonly string[] = ['Done', 'Fixed', 'Resolved'];

/** A fix that the release lacks, and where it is. */
export interface FixElsewhere {
  readonly key: string;
  /** The commits that name it, oldest first. */
  readonly shas: readonly string[];
  /** The branches that have them, without the release's; empty where it was reverted or never reached a branch. */
  readonly branches: readonly string[];
  /** It was in the release's branch, and was taken out again. */
  readonly reverted: boolean;
}

/** What commits and defects of a release say of each other. */
export interface ReleaseReport {
  readonly version: string;
  readonly branch: string;
  /** Commits to the release's branch that name no issue, oldest first. */
  readonly orphanCommits: readonly StoredCommit[];
  /** Defects of the release that count as fixed and that no commit names, in the order given. */
  readonly orphanFixes: readonly ReportedDefect[];
  /** Fixed, named by commits, and not in the release's branch. */
  readonly missingFixes: readonly FixElsewhere[];
  /** Fixed, and in the release's branch. */
  readonly landed: number;
  /** Defects of the release that count as fixed: the sum of the three. */
  readonly fixed: number;
}

/** Compares the commits of a release with its defects. A merge of the same commits in another order says the same. */
export function reportRelease(
  commits: readonly StoredCommit[],
  defects: readonly ReportedDefect[],
  { version, branch, fixedBy }: ReleaseQuestion,
): ReleaseReport {
  const byAge = commits.toSorted((a, b) => (a.at === b.at ? compare(a.sha, b.sha) : compare(a.at, b.at)));
  const named = new Map<string, StoredCommit[]>();
  for (const commit of byAge) {
    for (const key of commit.keys) {
      const others = named.get(key);
      if (others === undefined) named.set(key, [commit]);
      else others.push(commit);
    }
  }
  const names = new Set(fixedBy.map((name) => name.toLowerCase()));
  const fixed = defects.filter(
    ({ fixVersions, statusCategory, resolution }) =>
      fixVersions.includes(version) && statusCategory === 'done' && names.has((resolution ?? '').toLowerCase()),
  );
  const missingFixes = fixed.flatMap(({ key }) => {
    const found = named.get(key) ?? [];
    return found.length === 0 || hasLanded(found, branch) ? [] : [elsewhere(key, found, branch)];
  });
  const orphanFixes = fixed.filter(({ key }) => !named.has(key));
  return {
    version,
    branch,
    orphanCommits: byAge.filter(({ keys, branches }) => keys.length === 0 && branches.includes(branch)),
    orphanFixes,
    missingFixes,
    landed: fixed.length - orphanFixes.length - missingFixes.length,
    fixed: fixed.length,
  };
}

/** Whether a change for the issue stands in the branch: the last word on some subject there is not a revert. */
function hasLanded(byAge: readonly StoredCommit[], branch: string): boolean {
  const stands = new Map<string, boolean>();
  for (const { branches, firstLine } of byAge) {
    if (!branches.includes(branch)) continue;
    const { subject, undone } = readSubject(firstLine);
    stands.set(subject, !undone);
  }
  return [...stands.values()].includes(true);
}

/** Git names a revert `Revert "…"` and the revert of a revert `Reapply "…"` or `Revert "Revert "…""`. */
function readSubject(firstLine: string): { subject: string; undone: boolean } {
  let start = 0;
  let end = firstLine.length;
  let undone = false;
  for (;;) {
    const word = ['Revert "', 'Reapply "'].find((opening) => firstLine.startsWith(opening, start));
    if (word === undefined) return { subject: firstLine.slice(start, end), undone };
    start += word.length;
    if (firstLine[end - 1] === '"' && end > start) end -= 1;
    if (word === 'Revert "') undone = !undone;
  }
}

function elsewhere(key: string, found: readonly StoredCommit[], branch: string): FixElsewhere {
  return {
    key,
    shas: found.map(({ sha }) => sha),
    branches: [...new Set(found.flatMap(({ branches }) => branches))].filter((name) => name !== branch).sort(compare),
    reverted: found.some(({ branches }) => branches.includes(branch)),
  };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
