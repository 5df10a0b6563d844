import type { IssueFact } from './facts';
import type { Commit } from './kind';
import { inVersion } from './rules';
import type { BranchRule } from './rules';
import { listed, nameOf } from './sentence';

/** What can be wrong with a commit. */
export type CommitProblemRule =
  'no-key' | 'too-many-keys' | 'missing-issue' | 'work-type' | 'status' | 'version' | 'deferred' | 'frozen';

export interface CommitProblem {
  readonly rule: CommitProblemRule;
  /** Names the commit, the key, what is wrong and what to do. */
  readonly sentence: string;
}

/** Where a commit goes, and what is asked of it there. */
export interface Target {
  readonly branch: string;
  readonly rule: BranchRule;
  /** The version in the branch's name; null where its pattern has none. */
  readonly version: string | null;
}

/** What the rules have against an issue that a commit names. @param key as the commit names it */
export function judgeIssue(commit: Commit, key: string, issue: IssueFact, target: Target): CommitProblem[] {
  return checks.flatMap(([rule, check]) => {
    const what = check(issue, target);
    return what === null ? [] : [{ rule, sentence: `${nameOf(commit)} names ${key}, ${what}` }];
  });
}

/** Each says what is wrong with an issue and what to do; null where nothing is. */
const checks: readonly (readonly [CommitProblemRule, (issue: IssueFact, target: Target) => string | null])[] = [
  ['work-type', workType],
  ['status', status],
  ['version', fixVersion],
  ['deferred', deferral],
  ['frozen', freeze],
];

function workType(issue: IssueFact, { rule: { workTypes }, branch }: Target): string | null {
  if (workTypes.length === 0 || hasName(workTypes, issue.workType)) return null;
  return `which is a ${issue.workType}, and ${branch} takes ${listed(workTypes)} only: name the ${workTypes[0] ?? ''} that this belongs to.`;
}

function status(issue: IssueFact, { rule: { statuses }, branch }: Target): string | null {
  const fits = [issue.status, ...categoryNames(issue.statusCategory)].some((name) => hasName(statuses, name));
  if (statuses.length === 0 || fits) return null;
  return `which is ${issue.status}, and ${branch} takes issues that are ${listed(statuses)}: move the issue, or name another.`;
}

function fixVersion({ fixVersions }: IssueFact, { rule, version, branch }: Target): string | null {
  if (version === null || rule.version === 'none' || inVersion(fixVersions, version, rule.version)) return null;
  const planned = fixVersions.length === 0 ? 'no version' : listed(fixVersions);
  return `which is planned for ${planned}, and ${branch} is for ${version}: set its fix version, or take the commit to another branch.`;
}

function deferral({ deferredTo }: IssueFact, { rule, branch }: Target): string | null {
  if (!rule.notDeferred || deferredTo === undefined || deferredTo === null) return null;
  return `whose fix is deferred to ${deferredTo}: end the deferral, or leave the fix out of ${branch}.`;
}

function freeze({ frozenOutOf }: IssueFact, { rule, branch }: Target): string | null {
  if (!rule.notFrozen || frozenOutOf === undefined || frozenOutOf === null) return null;
  return `which the freeze of ${frozenOutOf} keeps out: ask for an exception, or leave it out of ${branch}.`;
}

function categoryNames(category: string): string[] {
  const names: Readonly<Record<string, string>> = { new: 'To Do', indeterminate: 'In Progress', done: 'Done' };
  return [category, ...(names[category] === undefined ? [] : [names[category]])];
}

function hasName(names: readonly string[], name: string): boolean {
  return names.some((one) => one.trim().toLowerCase() === name.trim().toLowerCase());
}
