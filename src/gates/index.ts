export { attachmentOf, guardsOf, lockChanges, lockNames } from './attachment';
export type { Guard, LockChange } from './attachment';
export type {
  DeferralFact,
  EnteredDefect,
  EscapesBefore,
  Evidence,
  EvidenceKind,
  Facts,
  NominationFact,
  Piece,
  ReleaseBuild,
  ReleaseCommit,
  Trouble,
} from './evidence';
export { escapedDefectsOf } from './jql';
export * from './holds';
export { lastReleaseAt, releaseBefore, sameDayBefore, shippedOf } from './last-release';
export { judgePast, lookBackSentence, releasedAt } from './look-back';
export type { PastRelease } from './look-back';
export * from './nominations';
export * from './overrides';
export type { GatePolicy, GateRow, Stage, ToldKind } from './policy';
export { restsOnStageBefore, rowKey, toldKinds } from './policy';
export { unblockSet } from './unblock';
export { wayOut } from './way-out';
export type { HoursOf, WayOut } from './way-out';
export { neededFor } from './rules';
export { fixedDefectOf, judgedBuilds, stageRunsOf, standingsOf } from './told-facts';
export {
  breachedBy,
  decideGate,
  decisive,
  fingerprint,
  overriddenSentence,
  publishedStage,
  verdictLife,
  type Verdict,
} from './verdict';
