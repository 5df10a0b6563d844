export { assigneesOf } from './assignees';
export { chartRowsOf } from './chart-rows';
export type { ChartRow } from './chart-rows';
export { closedSince, doneAmong } from './closed-defects';
export type { ClosedDefect } from './closed-defects';
export { dayCountsOf, forgetOtherDayCounts } from './day-counts';
export { clearDirty, dirtyIssues, markDirty, oldestMark, waitingChanges } from './dirty-issues';
export { siteFieldIds } from './field-ids';
export { fixSpansOf } from './fix-spans';
export type { FixSpan } from './fix-spans';
export { fixVersionsByDefect } from './fix-versions';
export { columnsWithFacts, historyColumnsOf, packHistories } from './history-chunks';
export { componentsOfDefects, kindsOf, typesOfDefects } from './kinds';
export type { NamedKind } from './kinds';
export { justMovedFrom, noteMovedFrom } from './just-moved';
export { issueByKey, issuesById, issuesByKeys } from './named-issues';
export type { NamedIssue } from './named-issues';
export { rememberErased } from './erased-people';
export { accountIdsHeld, eraseAccount } from './people';
export {
  countingPoints,
  forgetPointsBefore,
  pointsUsed,
  readingPointsLeft,
  settleReadingPoints,
  takeReadingPoints,
} from './points';
export {
  allProjects,
  beginReading,
  claimWake,
  clearVersionsStale,
  clearWake,
  countChange,
  failReading,
  finishReading,
  markVersionsStale,
  nameProject,
  noteCounted,
  noteEvent,
  noteReadUpTo,
  noteReconciled,
  projectById,
  projectByKey,
  projectsWithChanges,
  projectsWithOpenTicket,
  removeProject,
} from './projects';
export type { StoredProject } from './projects';
export { purgeProject } from './purge-project';
export { qualityFacts, summariesOf } from './quality-facts';
export type { QualityDefect } from './quality-facts';
export {
  defectById,
  defectEnds,
  defectsById,
  defectsOfVersion,
  doneDefectsOf,
  fixVersionsOf,
  historiesOf,
  issuesNaming,
  lostDefectIds,
  openDefectIds,
  openDefectsOf,
  progressOf,
  projectsOfDefects,
  storedStamps,
} from './read-defects';
export type { StoredDefect } from './read-defects';
export { defectsOnceIn, escapedFrom } from './read-past';
export {
  addToRead,
  forgetWaits,
  nextToRead,
  noteBatch,
  notePaused,
  noteSearched,
  noteWait,
  resumeReading,
  takeOffList,
} from './reading-list';
export type { Reading } from './reading-list';
export { factsOf, issuesOfProject, newestUpdate } from './read-facts';
export { defectsNaming, reportedDefects } from './reported-defects';
export { severeChangedSince, severeDefects } from './severe-defects';
export type { SevereDefect } from './severe-defects';
export { readIssues } from './read-issues';
export type { ReadIssues } from './read-issues';
export { hasOpenTicket, ticketById, ticketsOfComing, ticketsOfVersion, versionsOfTicket } from './read-tickets';
export type { StoredTicket } from './read-tickets';
export { noteDeleted, noteRestored, projectsToPurge } from './removed-projects';
export { siteStatuses } from './site-statuses';
export { knownStatuses, statusCategories, storeStatuses } from './statuses';
export type { KnownStatus } from './statuses';
export { endedDefects, reportedAfterRelease } from './ended';
export { openDefectFields } from './to-score';
export { forgetRemoved, markLost, removeDefects, removeUnread, storeDefects } from './store-defects';
export { removeTickets, storeTickets } from './store-tickets';
export { noteLinked, storeVersions, versionById, versionsOf, versionsToJudge, versionsWithoutLink } from './versions';
export type { StoredVersion } from './versions';
export { usersAffectedIn } from './users-affected';
export { forgetVersionOrder, keepVersionOrder, versionOrder } from './version-order';
export { workaroundsOf } from './workarounds';
