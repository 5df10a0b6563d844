import { checkCommits, defaultCommitRules, keysToRead } from '../../src/environments/commits';
import type { IssueFact } from '../../src/environments/commits';
import { anIssue, fixtureProjects, generateCommits } from '../../src/environments/commits/commits.fixture';

const size = 10_000;
/** Milliseconds: who pushes waits for the answer, and most of the wait is Jira's. */
const limit = 1_000;
const rounds = 15;

/** How long the verdict on 10,000 commits takes, from their messages on; prints one line of JSON. */
export async function benchCommits(): Promise<void> {
  const known = generateCommits(size, 1);
  const commits = known.map(({ commit }) => commit);
  const issues = new Map<string, IssueFact>();
  for (const { keys, meant } of known) {
    for (const key of [...keys, ...(meant === null ? [] : [meant])]) issues.set(key, anIssue({ key }));
  }
  const given = { branch: 'release/4.2', commits, rules: defaultCommitRules, originals: new Map<string, string>() };
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const started = performance.now();
    keysToRead(given, fixtureProjects);
    checkCommits(given, { projects: fixtureProjects, issues });
    times.push(performance.now() - started);
  }
  times.sort((a, b) => a - b);
  const at = (share: number) => Math.round((times[Math.min(rounds - 1, Math.floor(share * rounds))] ?? 0) * 10) / 10;
  const [p50, p95] = [at(0.5), at(0.95)];
  const ratio = Math.round((p95 / limit) * 1000) / 1000;
  console.log(JSON.stringify({ name: 'check-commits', n: size, p50, p95, unit: 'ms', reference: limit, ratio }));
}
