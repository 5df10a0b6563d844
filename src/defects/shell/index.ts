export { clearDirty, dirtyIssues, markDirty } from './dirty-issues';
export { siteFieldIds } from './field-ids';
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
  noteProgress,
  noteReadUpTo,
  projectById,
  projectsWithChanges,
  projectsWithOpenTicket,
  removeProject,
} from './projects';
export type { StoredProject } from './projects';
export {
  defectById,
  defectsOfVersion,
  fixVersionsOf,
  historiesOf,
  issuesNaming,
  lostDefectIds,
  openDefectIds,
  openDefectsOf,
  progressOf,
  storedStamps,
} from './read-defects';
export type { StoredDefect } from './read-defects';
export { readIssues } from './read-issues';
export type { ReadIssues } from './read-issues';
export { hasOpenTicket, ticketById, ticketsOfVersion, versionsOfTicket } from './read-tickets';
export type { StoredTicket } from './read-tickets';
export { statusCategories, storeStatuses } from './statuses';
export { forgetRemoved, markLost, removeDefects, removeUnread, storeDefects } from './store-defects';
export { removeTickets, storeTickets } from './store-tickets';
export { noteLinked, storeVersions, versionById, versionsOf, versionsToJudge, versionsWithoutLink } from './versions';
export type { StoredVersion } from './versions';
