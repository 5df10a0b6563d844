export { attachmentOf, guardsOf, lockChanges, lockNames } from './attachment';
export type { Guard, LockChange } from './attachment';
export type { Evidence } from './evidence';
export { escapedDefectsOf } from './jql';
export { judgePast, lookBackSentence, releasedAt } from './look-back';
export type { PastRelease } from './look-back';
export type { GatePolicy, Stage } from './policy';
export { decideGate, decisive, fingerprint, publishedStage, verdictLife, type Verdict } from './verdict';
