import type { Settings } from '../../../../../src/contracts/settings';

export type Commits = Settings['commits'];
export type BranchRule = Commits['branches'][number];

export const keyChoices = [
  { value: 'at-least-one', label: 'at least one issue' },
  { value: 'exactly-one', label: 'exactly one issue' },
  { value: 'any', label: 'any issues, or none' },
] as const satisfies readonly { readonly value: BranchRule['keys']; readonly label: string }[];

export const versionChoices = [
  { value: 'none', label: 'of any version' },
  { value: 'exact', label: "of the branch's version" },
  { value: 'prefix', label: "of the branch's version or one below it" },
] as const satisfies readonly { readonly value: BranchRule['version']; readonly label: string }[];

const plainChoices = [
  { value: 'check', label: 'must meet the rules' },
  { value: 'skip', label: 'are let through' },
] as const;

const copyChoices = [
  ...plainChoices,
  { value: 'take-over', label: 'count with the issues of what they copy' },
] as const satisfies readonly { readonly value: Commits['revert']; readonly label: string }[];

/** Commits that nobody wrote, and what may be said of them. */
export const plainPolicies = [
  { field: 'merge', title: 'Merges', choices: plainChoices },
  { field: 'bot', title: 'Commits of machines', choices: plainChoices },
] as const;
export const copyPolicies = [
  { field: 'revert', title: 'Reverts', choices: copyChoices },
  { field: 'cherryPick', title: 'Cherry-picks', choices: copyChoices },
] as const;

/** A rule for a branch that says nothing else. A pattern with a version asks for it. */
export function newRule(branch: string): BranchRule {
  return {
    ...{ branch, keys: 'at-least-one', exists: true, workTypes: [], statuses: [] },
    ...{ version: branch.includes('{version}') ? 'prefix' : 'none', notDeferred: true, notFrozen: true },
  };
}

const shown = 3;

/** What holds now, in one line. */
export function commitsSummary({ branches, merge, bot }: Commits): string {
  if (branches.length === 0) return 'Commits are not checked';
  const names = branches.slice(0, shown).map(({ branch }) => branch);
  const more = branches.length - names.length;
  const free = [...(merge === 'skip' ? ['merges'] : []), ...(bot === 'skip' ? ['machines'] : [])];
  const where = `Checked on ${names.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
  return free.length === 0 ? where : `${where}; ${free.join(' and ')} are let through`;
}
