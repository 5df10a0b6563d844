export { attachmentOfProject, forgetAttachment, storeAttachment } from './attachments';
export type { StoredAttachment } from './attachments';
export { failedExpressions, forgetFailedExpressions, noteFailedExpression } from './failed-expressions';
export type { FailedExpression } from './failed-expressions';
export {
  attemptById,
  attemptsOf,
  attemptsOfDefect,
  attemptsToFinish,
  attemptStore,
  exceptionsOf,
  exceptionsOfDefect,
  exceptionsToSettle,
  exceptionStore,
  flaggedAttempts,
  freezesOf,
  freezesOfProject,
  freezeStore,
  onRecord,
} from './freeze-store';
export type { StoredAttempt, StoredException, StoredFreeze } from './freeze-store';
export { breachesOf, breachStore, standingBreaches } from './breach-store';
export type { StoredBreach } from './breach-store';
export { defectMovesOf, movesToFinish, moveStore } from './move-store';
export type { StoredMove } from './move-store';
export { checksOf, checksOnRecord, checkStore } from './check-store';
export type { StoredCheck } from './check-store';
export { drillsOf, drillsToAdvance, drillStore } from './drill-store';
export type { StoredDrill } from './drill-store';
export { holdsOf, holdsOfReleases, holdsThatStand, holdStore, linesToTell } from './hold-store';
export type { StoredHold } from './hold-store';
export { lookBackOf, storeLookBack } from './look-back-store';
export type { StoredLookBack } from './look-back-store';
export { approvedOverrides, overridesOf, overridesToSettle, overrideStore } from './override-store';
export type { StoredOverride } from './override-store';
export { nominationsOf, nominationsOfDefect, nominationStore } from './nomination-store';
export type { StoredNomination } from './nomination-store';
export { checkPublication, forgetPublished, publish, unpublish } from './publication';
export { purgeGates } from './purge';
export { mayNow } from './rights';
export { lookupOf, noteLookup } from './train-lookups';
export { runningTrains, trainById, trainStore } from './train-store';
export type { StoredTrain } from './train-store';
export { removeVerdicts, storeVerdict, verdictsOf, verdictsOfProject, verdictStamp } from './verdict-store';
export type { StoredVerdict } from './verdict-store';
export { changeId, changesOfWorkflow, workflowChange, workflowChangeStore } from './workflow-change-store';
export type { StoredWorkflowChange } from './workflow-change-store';
