export { brokenRunSubject, failuresBySubject, failuresOfIssues, latestFailures, storeFailure } from './failure-store';
export type { StoredFailure } from './failure-store';
export {
  defectSubject,
  forgetSightingsBefore,
  purgeSightings,
  sightingDetail,
  sightingsIn,
  sightingsOf,
  sightingTotals,
  storeSightings,
} from './sighting-store';
export type { Sighting, SightingDetail } from './sighting-store';
