import type { IssueFact, JiraFacts } from './facts';
import { keysIn } from './keys';
import { copied, kindsBy } from './kind';
import type { Commit, CommitKind } from './kind';
import { ProjectGuesser } from './likeness';
import { mistypedIn } from './mistyped';
import type { Mistyped } from './mistyped';
import { meantNeighbour } from './neighbours';
import { noKey, suggestionFor } from './no-key';
import { judgeIssue } from './issue-problems';
import type { CommitProblem, Target } from './issue-problems';
import { ruleFor } from './rules';
import { listed, nameOf, shortened } from './sentence';
import type { CommitRules } from './rules';

export interface CommitVerdict {
  readonly sha: string | null;
  readonly kind: CommitKind;
  /** `skipped` where the rules let commits of this kind through unread. */
  readonly state: 'fine' | 'wrong' | 'skipped';
  /** Those of a reverted or picked commit are among them where the rules say so. */
  readonly keys: readonly string[];
  readonly problems: readonly CommitProblem[];
  /** What the message probably means; null where nothing is probable. */
  readonly suggestion: Mistyped | null;
}

export interface BranchVerdict {
  readonly branch: string;
  /** Pattern of the rule that the branch falls under; null for a branch that is not checked. */
  readonly rule: string | null;
  /** The version in the branch's name; null where the pattern has none. */
  readonly version: string | null;
  readonly outcome: 'passed' | 'failed';
  readonly commits: readonly CommitVerdict[];
}

export interface BranchCommits {
  readonly branch: string;
  readonly commits: readonly Commit[];
  readonly rules: CommitRules;
  /** Messages of reverted and picked commits by the sha that the copy names, as far as they are known. */
  readonly originals: ReadonlyMap<string, string>;
}

/** Judges the commits to one branch. @param facts holds every issue of `keysToRead`, or no issues at all */
export function checkCommits({ branch, commits, rules, originals }: BranchCommits, facts: JiraFacts): BranchVerdict {
  const found = ruleFor(rules, branch);
  const kindOf = kindsBy(rules);
  if (found === null) {
    const unread = commits.map((commit) => skipped(commit, kindOf(commit)));
    return { branch, rule: null, version: null, outcome: 'passed', commits: unread };
  }
  const guesser = new ProjectGuesser(facts.projects ?? new Set());
  const place: Place = { ...found, branch, facts, guesser };
  const verdicts = commits.map((commit) => {
    const kind = kindOf(commit);
    if (policyFor(kind, rules) === 'skip') return skipped(commit, kind);
    return judge(commit, kind, keysOf(commit, kind, rules, originals, facts.projects), place);
  });
  const outcome = verdicts.some(({ state }) => state === 'wrong') ? 'failed' : 'passed';
  return { branch, rule: found.rule.branch, version: found.version, outcome, commits: verdicts };
}

/** The keys whose issues a verdict on these commits needs: those that they name, and where they name none, those that they may mean. */
export function keysToRead({ branch, commits, rules, originals }: BranchCommits, projects: ReadonlySet<string> | null): string[] {
  if (ruleFor(rules, branch) === null) return [];
  const guesser = new ProjectGuesser(projects ?? new Set());
  const kindOf = kindsBy(rules);
  const keys = new Set<string>();
  for (const commit of commits) {
    const kind = kindOf(commit);
    if (policyFor(kind, rules) === 'skip') continue;
    const named = keysOf(commit, kind, rules, originals, projects);
    for (const key of named) keys.add(key);
    if (named.length === 0 && projects !== null)
      for (const { key } of mistypedIn(commit.message, projects, guesser)) keys.add(key);
  }
  return [...keys];
}

interface Place extends Target {
  readonly facts: JiraFacts;
  readonly guesser: ProjectGuesser;
}

function policyFor(kind: CommitKind, rules: CommitRules): 'check' | 'skip' | 'take-over' {
  switch (kind) {
    case 'plain':
      return 'check';
    case 'merge':
      return rules.merge;
    case 'bot':
      return rules.bot;
    case 'revert':
      return rules.revert;
    case 'cherry-pick':
      return rules.cherryPick;
  }
}

function keysOf(
  { message }: Commit,
  kind: CommitKind,
  rules: CommitRules,
  originals: ReadonlyMap<string, string>,
  projects: ReadonlySet<string> | null,
): string[] {
  const own = keysIn(message, projects);
  if (policyFor(kind, rules) !== 'take-over') return own;
  const taken = copied(message).flatMap((sha) => keysIn(originals.get(sha) ?? '', projects));
  return [...new Set([...own, ...taken])];
}

function skipped({ sha }: Commit, kind: CommitKind): CommitVerdict {
  return { sha, kind, state: 'skipped', keys: [], problems: [], suggestion: null };
}

function judge(commit: Commit, kind: CommitKind, keys: readonly string[], place: Place): CommitVerdict {
  const said = { sha: commit.sha, kind, keys };
  if (keys.length === 0 && place.rule.keys !== 'any') {
    const suggestion = suggestionFor(commit.message, place);
    const problem = { rule: 'no-key', sentence: noKey(commit, suggestion, place) } as const;
    return { ...said, state: 'wrong', problems: [problem], suggestion };
  }
  const problems: CommitProblem[] = [];
  if (keys.length > 1 && place.rule.keys === 'exactly-one') {
    problems.push({
      rule: 'too-many-keys',
      sentence: `${nameOf(commit)} names ${keys.length} issues (${listed(keys)}), and ${place.branch} takes one a commit: split it, or leave the others out of its message.`,
    });
  }
  let suggestion: Mistyped | null = null;
  const { issues } = place.facts;
  for (const key of keys) {
    if (issues === null) break;
    const issue = issues.get(key);
    if (issue !== undefined) problems.push(...judgeIssue(commit, key, issue, place));
    else if (place.rule.exists) {
      const meant = meantNeighbour(key, commit.message, issues);
      if (meant !== null) suggestion ??= { written: key, key: meant.key };
      problems.push({ rule: 'missing-issue', sentence: missing(commit, key, meant) });
    }
  }
  return { ...said, state: problems.length === 0 ? 'fine' : 'wrong', problems, suggestion };
}

function missing(commit: Commit, key: string, meant: IssueFact | null): string {
  const start = `${nameOf(commit)} names ${key}, which is not in Jira or may not be seen.`;
  return meant === null
    ? `${start} Correct the key in its message.`
    : `${start} Did you mean ${meant.key} "${shortened(meant.summary)}"? Then write that.`;
}
