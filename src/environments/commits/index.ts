export type { IssueFact, JiraFacts } from './facts';
export { keysIn } from './keys';
export { copied } from './kind';
export type { Commit } from './kind';
export { neighbouringKeys } from './neighbours';
export { defaultFixedBy, reportRelease } from './release-report';
export type { ReleaseReport, ReportedDefect, StoredCommit } from './release-report';
export {
  copyPolicies,
  defaultBranchRule,
  defaultCommitRules,
  keyCounts,
  plainPolicies,
  problemsOfRules,
  ruleFor,
  versionRules,
} from './rules';
export type { CommitRules } from './rules';
export { checkCommits, keysToRead } from './verdict';
export type { BranchCommits, BranchVerdict, CommitVerdict } from './verdict';
