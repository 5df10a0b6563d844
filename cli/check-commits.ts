import { readFile } from 'node:fs/promises';
import { checkCommits, keysToRead, neighbouringKeys, ruleFor } from '../src/environments/commits';
import type { BranchCommits, CommitRules, JiraFacts } from '../src/environments/commits';
import { CannotCheck } from './cannot-check';
import { Misuse } from './command';
import { readDeferredField, readIssues, readProjects } from './commit-facts';
import { writeVerdicts } from './commit-output';
import type { OutputForm } from './commit-output';
import { readRules } from './commit-rules-file';
import { jiraOf } from './environment';
import { Freezes } from './freezes';
import { Jira } from './jira';
import { guessBranch, readMessage, readOriginals, readPush, readRange } from './read-commits';
import type { Arriving } from './read-commits';

/** What the caller wants checked, and how. */
export interface Wish {
  /** A range, the path of a message file (`-` for standard input), or what a pre-receive hook is told on standard input. */
  readonly source: { readonly range: string } | { readonly message: string } | 'push';
  readonly branch: string | null;
  readonly repo: string;
  readonly rules: string | null;
  /** Empty for all that Jira shows. */
  readonly projects: readonly string[];
  readonly offline: boolean;
  readonly form: OutputForm;
}

type Environment = Readonly<Record<string, string | undefined>>;
type ReadInput = () => Promise<string>;

/**
 * Reads the commits, their issues and the rules, and judges.
 * @param env where the Jira site, the account and the pipeline's branch are named
 * @param input reads standard input to its end
 * @throws CannotCheck where something that is needed cannot be read @throws Misuse where the wish cannot be understood
 */
export async function answerWish(wish: Wish, env: Environment, input: ReadInput): Promise<{ text: string; exitCode: 0 | 1 }> {
  const rules = await readRules(wish.repo, wish.rules, wish.source === 'push');
  const arriving = await arrivals(wish, rules, env, input);
  const originals = await readOriginals(
    wish.repo,
    arriving.flatMap(({ commits }) => commits),
  );
  const branches = arriving.map((one): BranchCommits => ({ ...one, rules, originals }));
  const facts = await readFacts(wish, branches, env);
  const checked = branches.map((branch) => ({ verdict: checkCommits(branch, facts), commits: branch.commits }));
  return {
    text: writeVerdicts(checked, wish.offline ? 'keys' : 'issues', wish.form),
    exitCode: checked.some(({ verdict }) => verdict.outcome === 'failed') ? 1 : 0,
  };
}

async function arrivals(
  { source, branch, repo }: Wish,
  rules: CommitRules,
  env: Environment,
  input: ReadInput,
): Promise<Arriving[]> {
  if (source === 'push') return readPush(repo, await input(), (name) => ruleFor(rules, name) !== null);
  const target = branch ?? (await guessBranch(repo, env));
  if ('range' in source) return [{ branch: target, commits: await readRange(repo, source.range) }];
  const text = source.message === '-' ? await input() : await readMessageFile(source.message);
  return [{ branch: target, commits: [await readMessage(repo, text, env['GIT_AUTHOR_EMAIL'] ?? '')] }];
}

function readMessageFile(path: string): Promise<string> {
  return readFile(path, 'utf8').catch(() => {
    throw new CannotCheck(`The message file ${path} could not be read.`);
  });
}

/** How many issues that are not there are worth looking for under a number beside theirs. */
const soughtNeighbours = 5;

async function readFacts(wish: Wish, branches: readonly BranchCommits[], env: Environment): Promise<JiraFacts> {
  const own = wish.projects.length === 0 ? null : new Set(wish.projects);
  const isNothing = branches.every(({ branch, commits, rules }) => commits.length === 0 || ruleFor(rules, branch) === null);
  if (wish.offline || isNothing) return { projects: own, issues: null };
  const jira = jiraFrom(env);
  const projects = own ?? (await readProjects(jira));
  const keys = [...new Set(branches.flatMap((branch) => keysToRead(branch, projects)))];
  const asksDeferrals =
    branches.some(({ branch, rules }) => ruleFor(rules, branch)?.rule.notDeferred === true) && keys.length > 0;
  const deferring = asksDeferrals ? { field: await readDeferredField(jira), now: new Date().toISOString() } : null;
  const asksFreezes = branches.some(({ branch, rules }) => ruleFor(rules, branch)?.rule.notFrozen === true);
  const more = { deferring, freezes: asksFreezes ? new Freezes(jira) : null };
  const issues = await readIssues(jira, keys, more);
  const missing = keys.filter((key) => !issues.has(key)).slice(0, soughtNeighbours);
  const beside = [...new Set(missing.flatMap(neighbouringKeys))].filter((key) => !keys.includes(key));
  for (const [key, issue] of await readIssues(jira, beside, more)) issues.set(key, issue);
  return { projects, issues };
}

/** @throws Misuse where no Jira is named, or nobody to ask it as: whom Jira shows nothing would be told that no issue is there */
function jiraFrom(env: Environment): Jira {
  const access = jiraOf(undefined, env);
  if (access === null)
    throw new Misuse('Set JIRA_BASE_URL, JIRA_EMAIL and JIRA_API_TOKEN, or check the keys alone with --offline.');
  if (access.account === null && access.base.startsWith('https:'))
    throw new Misuse('Set JIRA_EMAIL and JIRA_API_TOKEN: an anonymous caller sees no issues.');
  return new Jira(access);
}
