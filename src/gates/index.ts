export { attachmentOf, guardsOf, lockChanges, lockNames } from './attachment';
export type { Guard, LockChange } from './attachment';
export * from './checks';
export type {
  CheckFact,
  DeferralFact,
  EnteredDefect,
  EscapesBefore,
  Evidence,
  EvidenceKind,
  Facts,
  NominationFact,
  Piece,
  Release,
  ReleaseBuild,
  ReleaseCommit,
  TrainMate,
  Trouble,
} from './evidence';
export { escapedDefectsOf, openDefectsOf } from './jql';
export { inHindsight } from './hindsight';
export type { Hindsight, KnownToday, LateDefect, TodaysDefect } from './hindsight';
export * from './freezes';
export * from './holds';
export { lastReleaseAt, releaseBefore, sameDayBefore, shippedOf } from './last-release';
export { passageOf } from './passage';
export { judgePast, lookBackSentence, releasedAt } from './look-back';
export type { PastRelease } from './look-back';
export * from './nominations';
export * from './breaches';
export * from './overrides';
export * from './transition-map';
export * from './stop-line';
export * from './workflow';
export type { GatePolicy, GateRow, Stage, ToldKind } from './policy';
export { delegationProblems, ownGates, rowsFor } from './own-rows';
export type { Delegation, OwnGates } from './own-rows';
export { restsOnStageBefore, rowKey, toldKinds } from './policy';
export * from './trains';
export { unblockSet } from './unblock';
export { wayOut } from './way-out';
export type { HoursOf, StepAct, WayOut } from './way-out';
export { replayed } from './replay';
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
  type Judgement,
  type Verdict,
} from './verdict';
