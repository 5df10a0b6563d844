export { approversAt } from './approvers';
export { decidingPerson } from './deciding-person';
export { defectMarks } from './defect-marks';
export {
  activeDeferrals,
  deferralById,
  deferralsOfIssues,
  deferralsOfProject,
  earlierRationales,
  heldTimes,
  insertDeferral,
  noteDeferralDone,
  noteDeferralEntered,
  openDeferrals,
  owedDeferrals,
  purgeDeferrals,
  updateDeferral,
  waitingDeferrals,
} from './deferral-store';
export type { StoredDeferral } from './deferral-store';
export { compactDuplicateIndex } from './duplicate-compaction';
export { sameAs, surroundingsOf } from './duplicate-groups';
export { candidatesFor, indexDefects, purgeDuplicates, removeStrayDocuments, waitingToCompact } from './duplicate-index';
export { giveHistory, historyOf, takeHistoryBack } from './duplicate-joins';
export {
  keepRefusal,
  keepSame,
  linkedPairs,
  mergedInto,
  noteLinkSeen,
  notePair,
  owedPairs,
  purgeDuplicatePairs,
} from './duplicate-pairs';
export type { StoredPair } from './duplicate-pairs';
export { answerSuggestion, noteShownSuggestions, openSuggestions, scorecardOf } from './duplicate-suggestions';
export type { Scorecard } from './duplicate-suggestions';
export { brokenRunSubject, failuresBySubject, failuresOfIssues, latestFailures, storeFailure } from './failure-store';
export type { StoredFailure } from './failure-store';
export { claimDigest, eraseFromDigests, lastDigestDays, noteDigests, releaseDigest } from './digest-days';
export { escalationsSince, noteEscalated, openAndChangedSince, purgeOwnership } from './escalation-store';
export { firstSightings } from './first-sightings';
export type { FirstSighting } from './first-sightings';
export { affectsVersionsOf, causesOf, firstSeen } from './origin-facts';
export { originOf, originsOfProject, storeOrigin } from './origin-store';
export { ownedDefects } from './owned-defects';
export type { StoredOwned } from './owned-defects';
export { inactiveAmong, ownersOf, ownershipConfig, peopleOfOwnership } from './owner-facts';
export { defectsSeenBy, seenDays } from './seen-days';
export { seenPlacesOf } from './seen-places';
export {
  defectSubject,
  forgetSightingsBefore,
  issueOfSubject,
  lastSubjects,
  purgeSightings,
  seenSince,
  sightingsIn,
  sightingsOf,
  sightingPlaces,
  sightingTotals,
  storeSightings,
} from './sighting-store';
export type { Sighting, SightingDetail, SightingPlace } from './sighting-store';
export { sightingMoments } from './sighting-moments';
export type { SightingMoments } from './sighting-moments';
export { commentsToTell, noteComment, oweComments, projectsWithComments } from './triage-comments';
export type { OwedComment } from './triage-comments';
export {
  decidedIn,
  decisionsOf,
  endDecision,
  isDecided,
  latestRounds,
  noteTold,
  openDefectsToTriage,
  openRound,
  projectsToTell,
  purgeTriage,
  recordDecision,
  roundsSince,
  roundsToTell,
  standingOf,
  takeStep,
  tellSession,
} from './triage-decisions';
export type { Candidate, DecidedRound, Round, RoundKey } from './triage-decisions';
export { roundHeads } from './triage-heads';
export { openQuestions } from './open-questions';
export { answerStored, expireQuestions, latestQuestions, questionById, storeQuestion } from './triage-questions';
export type { StoredQuestion } from './triage-questions';
export {
  abandonedSessions,
  closedSince,
  disagreedOn,
  endSession,
  itemsOf,
  moveOn,
  noteDecided,
  noteDisagreement,
  noteSeen,
  noteSkipped,
  revealItem,
  seatsOf,
  sessionById,
  sessionsOf,
  storeSession,
  storeVote,
  takeSeat,
  votesOf,
} from './triage-sessions';
export type { Seat, StoredSession } from './triage-sessions';
