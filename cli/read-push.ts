import type { CommitsDelivery } from '../src/contracts/deliveries';
import { git } from './git';
import { Misuse } from './command';
import { readRange } from './read-commits';

export type PushedCommit = CommitsDelivery['commits'][number];

/** The most that one delivery takes: commits, and bytes of JSON. */
const mostCommits = 1000;
const mostBytes = 380_000;

/**
 * Commits of a range with the moment at which each got onto its branch, oldest first, divided into deliveries.
 * @throws Misuse where it is no range @throws CannotCheck where git does not know a revision
 */
export async function readPushed(repo: string, range: string): Promise<readonly (readonly PushedCommit[])[]> {
  const commits = await readRange(repo, range);
  const moments = await momentsOf(
    repo,
    commits.flatMap(({ sha }) => sha ?? []),
  );
  const batches: PushedCommit[][] = [];
  let room = 0;
  for (const { sha, author, message, parents } of commits) {
    const at = moments.get(sha ?? '');
    if (sha === null || at === undefined) continue;
    const commit = { sha, at, message: message.trim().slice(0, 4000), author: author.slice(0, 300), parents };
    const bytes = Buffer.byteLength(JSON.stringify(commit)) + 1;
    let batch = batches.at(-1);
    if (batch === undefined || batch.length >= mostCommits || bytes > room) {
      batch = [];
      batches.push(batch);
      room = mostBytes;
    }
    batch.push(commit);
    room -= bytes;
  }
  return batches;
}

async function momentsOf(repo: string, shas: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (shas.length === 0) return new Map();
  const { code, out, error } = await git(
    repo,
    ['log', '--no-walk=unsorted', '--stdin', '--format=%H %cI'],
    `${shas.join('\n')}\n`,
  );
  if (code !== 0) throw new Misuse(`git cannot say when the commits were made: ${error}.`);
  return new Map(
    out.split('\n').flatMap((line) => {
      const [sha, at] = line.split(' ');
      return sha === undefined || at === undefined ? [] : [[sha, new Date(at).toISOString()] as const];
    }),
  );
}
