import { text as readAll } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import { CannotCheck } from '../cannot-check';
import type { Wish } from '../check-commits';
import { Misuse, print } from '../command';
import type { Command } from '../command';

const help = `holdpoint check-commits: does every commit name the issue it is for?

Usage
  holdpoint check-commits A..B [options]          commits of B that A has not
  holdpoint check-commits --message FILE [options]    one message (commit-msg)
  holdpoint check-commits --pre-receive [options]     a push, told on standard input

Reads commits from the local repository and their issues from Jira, in bulk.
Says for each commit that is not right what is wrong, and what was probably
meant ("SHPO-12": did you mean SHOP-12?).
Exit code: 0 all right, 1 problems, 2 could not be checked (never a pass).

Options
  --branch NAME     branch that the commits go to; it decides the rules.
                    Default: the pull request's target where the pipeline says
                    it, else the branch that is checked out
  --repo DIR        the repository; default: here
  --rules FILE      rules; default .holdpoint.json of the repository (with
                    --pre-receive: of its default branch), else the rules below
  --project KEY     only keys of this project count; may be repeated, also for
                    a project's former key. Default: all that Jira shows
  --offline         do not ask Jira: looks at the keys alone
  --json            one JSON object a line for each commit, then a summary
  --github          problems as annotations of GitHub Actions

Environment
  JIRA_BASE_URL     the Jira site, e.g. https://example.atlassian.net
  JIRA_EMAIL        e-mail address of the Jira account that asks
  JIRA_API_TOKEN    its API token

Rules, where nobody writes any
  main, master                          one issue or more, all of them there
  release/{version}, hotfix/{version}   the same, in that version or below it
  No issue may be deferred, nor in a release whose freeze keeps it out.
  Other branches are not checked. Merges and bots are let through; reverts and
  cherry-picks also count the keys of the commit that they copy.

Rules of your own, in .holdpoint.json (each member may be left out)
  { "commits": {
      "branches": [
        { "branch": "release/{version}", "keys": "exactly-one", "exists": true,
          "workTypes": ["Bug"], "statuses": ["In Progress", "In Review"],
          "version": "prefix", "notDeferred": true, "notFrozen": true } ],
      "merge": "skip", "bot": "skip", "bots": ["*[bot]@*"],
      "revert": "take-over", "cherryPick": "take-over" } }
  branch: * within a part of the name, ** anything, {version} the version
  keys: any, at-least-one, exactly-one    version: none, exact, prefix
  statuses: names of statuses, or of their categories
  merge, bot: check, skip                 revert, cherryPick: also take-over

Examples
  holdpoint check-commits origin/release/4.2..HEAD --branch release/4.2

  # .git/hooks/commit-msg: is the message good enough for main?
  exec holdpoint check-commits --message "$1" --branch main

  # hooks/pre-receive of a server
  exec holdpoint check-commits --pre-receive

  # GitHub Actions, after actions/checkout with fetch-depth: 0
  holdpoint check-commits "origin/$GITHUB_BASE_REF..HEAD" --github
`;

const options = {
  branch: { type: 'string' },
  repo: { type: 'string' },
  rules: { type: 'string' },
  project: { type: 'string', multiple: true },
  message: { type: 'string' },
  'pre-receive': { type: 'boolean' },
  offline: { type: 'boolean' },
  json: { type: 'boolean' },
  github: { type: 'boolean' },
} as const;

export const checkCommitsCommand: Command = {
  help,
  async run(args) {
    const wish = wishOf(args);
    try {
      const { answerWish } = await import('../check-commits');
      const { text, exitCode } = await answerWish(wish, process.env, () => readAll(process.stdin));
      await print(text);
      return exitCode;
    } catch (error) {
      const { writeUnknown } = await import('../commit-output');
      const said = error instanceof CannotCheck ? writeUnknown(error.message, wish.form) : null;
      if (said !== null) await print(said);
      throw error;
    }
  },
};

function wishOf(args: readonly string[]): Wish {
  const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
  const [range, ...more] = positionals;
  const { message, 'pre-receive': push, branch } = values;
  const sources = [range, message, push === true ? 'push' : undefined].filter((source) => source !== undefined);
  if (sources.length !== 1 || more.length > 0)
    throw new Misuse('check-commits needs one range A..B, or --message FILE, or --pre-receive.');
  if (push === true && branch !== undefined) throw new Misuse('A push names its branches itself: leave --branch out.');
  if (values.json === true && values.github === true) throw new Misuse('Choose --json or --github.');
  const projects = (values.project ?? []).flatMap((text) => text.split(',')).map((key) => key.trim().toUpperCase());
  const wrong = projects.find((key) => !/^[A-Z][A-Z0-9_]{1,254}$/.test(key));
  if (wrong !== undefined) throw new Misuse(`"${wrong}" is not the key of a project.`);
  return {
    source: range !== undefined ? { range } : message !== undefined ? { message } : 'push',
    branch: branch?.replace(/^refs\/heads\//, '') ?? null,
    repo: values.repo ?? '.',
    rules: values.rules ?? null,
    projects,
    offline: values.offline === true,
    form: values.json === true ? 'json' : values.github === true ? 'github' : 'text',
  };
}
