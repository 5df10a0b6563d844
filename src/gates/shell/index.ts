export { attachmentOfProject, forgetAttachment, storeAttachment } from './attachments';
export type { StoredAttachment } from './attachments';
export { failedExpressions, forgetFailedExpressions, noteFailedExpression } from './failed-expressions';
export type { FailedExpression } from './failed-expressions';
export { holdsOf, holdsThatStand, holdsToEnter, insertHold, noteHoldEntered, updateHold } from './hold-store';
export type { StoredHold } from './hold-store';
export { lookBackOf, storeLookBack } from './look-back-store';
export type { StoredLookBack } from './look-back-store';
export {
  approvedOverrides,
  insertOverride,
  noteOverrideEntered,
  overridesOf,
  overridesToSettle,
  updateOverride,
} from './override-store';
export type { StoredOverride } from './override-store';
export {
  nominationsOf,
  nominationsOfDefect,
  nominationsToEnter,
  noteNominationEntered,
  storeNomination,
} from './nomination-store';
export type { StoredNomination } from './nomination-store';
export { checkPublication, forgetPublished, publish, unpublish } from './publication';
export { purgeGates } from './purge';
export { mayNow } from './rights';
export { removeVerdicts, storeVerdict, verdictsOf, verdictsOfProject, verdictStamp } from './verdict-store';
export type { StoredVerdict } from './verdict-store';
