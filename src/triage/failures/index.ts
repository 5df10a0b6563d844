export { brokenRunComment, closingComment, describeBrokenRun, reopenComment } from './comments';
export { decideRun } from './decide-run';
export type { BrokenRun, Create, Decision, ProposeClosing, Reopen } from './decision';
export { describeFailure, type DescribedDefect } from './describe';
export { adfOf } from './document';
export type { FailureFacts, FiledDefect, FingerprintFacts } from './facts';
export { groupFailures } from './group';
export { defaultFailurePolicy, type FailurePolicy } from './policy';
export type { FailedCase, FailureGroup, FailureIdentity, TestRun } from './run';
