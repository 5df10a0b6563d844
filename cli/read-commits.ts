import { readFile } from 'node:fs/promises';
import { isAbsolute, join } from 'node:path';
import { copied } from '../src/environments/commits';
import type { Commit } from '../src/environments/commits';
import { CannotCheck } from './cannot-check';
import { Misuse } from './command';
import { askGit, git } from './git';

/** Commits on their way to a branch. */
export interface Arriving {
  readonly branch: string;
  readonly commits: readonly Commit[];
}

const fields = '--format=%H%x00%P%x00%ae%x00%B';
const sha = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;

/**
 * The commits that the second revision has and the first has not, oldest first.
 * @param range `A..B`; a side that is left out is HEAD
 * @throws Misuse where it is no range @throws CannotCheck where a revision is not known, or history is missing
 */
export async function readRange(repo: string, range: string): Promise<Commit[]> {
  const [from, to, ...more] = range.split('..');
  if (from === undefined || to === undefined || more.length > 0 || to.startsWith('.'))
    throw new Misuse(`"${range}" is no range of commits: write A..B, for example origin/main..HEAD.`);
  const [first, last] = [await resolve(repo, from), await resolve(repo, to)];
  return readLog(repo, [`${first}..${last}`]);
}

async function resolve(repo: string, written: string): Promise<string> {
  const revision = written === '' ? 'HEAD' : written;
  if (revision.startsWith('-')) throw new Misuse(`"${revision}" is no revision: it starts with a dash.`);
  const { code, out } = await git(repo, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`]);
  const found = out.trim().split('\n').at(-1) ?? '';
  if (code === 0 && sha.test(found)) return found;
  await askGit(repo, ['rev-parse', '--git-dir']);
  const shallow = (await askGit(repo, ['rev-parse', '--is-shallow-repository'])) === 'true';
  throw new CannotCheck(
    shallow
      ? `"${revision}" is not in this clone, which is shallow. ${deepen}`
      : `"${revision}" is no commit of this repository: fetch it first, or correct its name.`,
  );
}

const deepen = 'Fetch the whole history: git fetch --unshallow (fetch-depth: 0 for actions/checkout).';

/** @param revisions shas and git's own options alone */
async function readLog(repo: string, revisions: readonly string[]): Promise<Commit[]> {
  const out = await askGit(repo, ['log', '-z', '--reverse', '--topo-order', '--encoding=UTF-8', fields, ...revisions, '--']);
  const commits = parseLog(out);
  const cut = await shallowEnds(repo);
  if (commits.some((commit) => commit.sha !== null && cut.has(commit.sha)))
    throw new CannotCheck(`This clone is shallow, and its history ends within the range. ${deepen}`);
  return commits;
}

function parseLog(out: string): Commit[] {
  const parts = out.split('\0');
  const commits: Commit[] = [];
  for (let n = 0; n + 3 < parts.length; n += 4) {
    const [id, parents, author, message] = [parts[n] ?? '', parts[n + 1] ?? '', parts[n + 2] ?? '', parts[n + 3] ?? ''];
    if (!sha.test(id)) throw new CannotCheck('git answered something that is no list of commits.');
    commits.push({ sha: id, parents: parents === '' ? 0 : parents.split(' ').length, author, message });
  }
  return commits;
}

/** The commits whose parents a shallow clone does not have. */
async function shallowEnds(repo: string): Promise<ReadonlySet<string>> {
  if ((await askGit(repo, ['rev-parse', '--is-shallow-repository'])) !== 'true') return new Set();
  const path = await askGit(repo, ['rev-parse', '--git-path', 'shallow']);
  return new Set((await readFile(isAbsolute(path) ? path : join(repo, path), 'utf8')).split('\n'));
}

/** The messages of the commits that these revert or pick, by the sha that they write, as far as the repository has them. */
export async function readOriginals(repo: string, commits: readonly Commit[]): Promise<Map<string, string>> {
  const written = [...new Set(commits.flatMap(({ message }) => copied(message)))];
  if (written.length === 0) return new Map();
  const options = ['log', '-z', '--no-walk=unsorted', '--ignore-missing', '--stdin', '--encoding=UTF-8', fields];
  const { code, out } = await git(repo, options, `${written.join('\n')}\n`);
  // Two commits may start with the same digits; then neither is taken, and the copy needs a key of its own.
  const found = code === 0 ? parseLog(out) : [];
  return new Map(
    written.flatMap((start) => {
      const [original, ...others] = found.filter((commit) => commit.sha?.startsWith(start) === true);
      return original === undefined || others.length > 0 ? [] : [[start, original.message] as const];
    }),
  );
}

/**
 * A message on its way to becoming a commit, as a commit-msg hook has it: without git's own comments and what it shows below the
 * scissors. A line such as `#SHOP-12` is no comment of git's, which have a blank behind the sign.
 */
export async function readMessage(repo: string, text: string, author: string): Promise<Commit> {
  const [above] = text.split(/^# -+ >8 -+$/m);
  const message = (above ?? '')
    .split(/\r?\n/)
    .filter((line) => !/^#(\s|$)/.test(line))
    .join('\n');
  const merging = await git(repo, ['rev-parse', '--verify', '--quiet', 'MERGE_HEAD']);
  return { sha: null, parents: merging.code === 0 ? 2 : 1, author, message };
}

/**
 * What a push brings, as a pre-receive hook is told it: lines of `old new ref`. Deletions and tags bring nothing. A new branch brings
 * what neither the default branch nor a branch under rules has yet.
 * @param isRuled whether a branch is checked
 * @throws Misuse where the lines are not git's
 */
export async function readPush(repo: string, lines: string, isRuled: (branch: string) => boolean): Promise<Arriving[]> {
  const arriving: Arriving[] = [];
  for (const line of lines.split('\n').filter((text) => text.trim() !== '')) {
    const [old, latest, ref, ...more] = line.trim().split(' ');
    if (old === undefined || latest === undefined || ref === undefined || more.length > 0 || !sha.test(old) || !sha.test(latest))
      throw new Misuse(`"${line.slice(0, 200)}" is not what git tells a pre-receive hook: old new ref.`);
    const branch = /^refs\/heads\/(.+)$/.exec(ref)?.[1];
    if (branch === undefined || /^0+$/.test(latest)) continue;
    if (!isRuled(branch)) arriving.push({ branch, commits: [] });
    else if (/^0+$/.test(old)) arriving.push({ branch, commits: await readNewBranch(repo, latest, isRuled) });
    else arriving.push({ branch, commits: await readLog(repo, [`${old}..${latest}`]) });
  }
  return arriving;
}

async function readNewBranch(repo: string, latest: string, isRuled: (branch: string) => boolean): Promise<Commit[]> {
  const heads = (await askGit(repo, ['for-each-ref', '--format=%(objectname) %(refname)', 'refs/heads'])).split('\n');
  const main = (await git(repo, ['rev-parse', '--verify', '--quiet', 'HEAD'])).out.trim();
  const known = heads.flatMap((line) => {
    const [id, ref] = line.split(' ');
    return id !== undefined && ref !== undefined && isRuled(ref.replace(/^refs\/heads\//, '')) ? [id] : [];
  });
  return readLog(repo, [latest, ...[...new Set([...known, main])].filter((id) => sha.test(id)).map((id) => `^${id}`)]);
}

/** Where pipelines say which branch a change is meant for, then where they say which branch they run on. */
const targets = ['GITHUB_BASE_REF', 'CI_MERGE_REQUEST_TARGET_BRANCH_NAME', 'BITBUCKET_PR_DESTINATION_BRANCH', 'CHANGE_TARGET'];
const currents = ['GITHUB_REF_NAME', 'CI_COMMIT_BRANCH', 'BITBUCKET_BRANCH', 'BRANCH_NAME'];

/** The branch that commits go to where nobody names it: a pull request's target, else the branch that is checked out. @throws Misuse where neither is known */
export async function guessBranch(repo: string, env: Readonly<Record<string, string | undefined>>): Promise<string> {
  const told = (names: readonly string[]) => names.map((name) => env[name] ?? '').find((name) => name !== '');
  const target = told(targets);
  if (target !== undefined) return target;
  const { code, out } = await git(repo, ['symbolic-ref', '--quiet', '--short', 'HEAD']);
  const branch = code === 0 && out.trim() !== '' ? out.trim() : told(currents);
  if (branch === undefined) throw new Misuse('No branch is checked out: name the one that the commits go to with --branch.');
  return branch;
}
