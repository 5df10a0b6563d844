import { checkCommits, defaultCommitRules, keysToRead } from '../../src/environments/commits';
import type { IssueFact } from '../../src/environments/commits';
import { anIssue, fixtureProjects, generateCommits } from '../../src/environments/commits/commits.fixture';
import { computing, printFigure, rounded, shareOf } from './figure';

/** Commits, and how often they are judged. */
const sizes = [
  { size: 1_000, rounds: 15 },
  { size: 10_000, rounds: 15 },
  { size: 100_000, rounds: 2 },
] as const;
/** Milliseconds for 10,000: who pushes waits for the answer, and most of the wait is Jira's. */
const limitOfTenThousand = 1_000;

/** How much computing the verdict on commits takes, from their messages on; prints one line of JSON for each size. */
export function benchCommits(): Promise<void> {
  for (const { size, rounds } of sizes) benchSize(size, rounds);
  return Promise.resolve();
}

function benchSize(size: number, rounds: number): void {
  const known = generateCommits(size, 1);
  const commits = known.map(({ commit }) => commit);
  const issues = new Map<string, IssueFact>();
  for (const { keys, meant } of known) {
    for (const key of [...keys, ...(meant === null ? [] : [meant])]) issues.set(key, anIssue({ key }));
  }
  const given = { branch: 'release/4.2', commits, rules: defaultCommitRules, originals: new Map<string, string>() };
  const judge = () => {
    keysToRead(given, fixtureProjects);
    checkCommits(given, { projects: fixtureProjects, issues });
  };
  judge();
  const times = Array.from({ length: rounds }, () => computing(judge)).sort((a, b) => a - b);
  const [p50, p95] = [rounded(shareOf(times, 0.5)), rounded(shareOf(times, 0.95))];
  const limit = limitOfTenThousand * Math.max(1, size / 10_000);
  printFigure({ name: 'check-commits', n: size, p50, p95, unit: 'ms', reference: limit, ratio: rounded(p95 / limit) });
}
