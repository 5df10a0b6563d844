export { brokenRunSubject, failuresBySubject, failuresOfIssues, latestFailures, storeFailure } from './failure-store';
export type { StoredFailure } from './failure-store';
export {
  defectSubject,
  forgetSightingsBefore,
  purgeSightings,
  sightingsIn,
  sightingsOf,
  sightingPlaces,
  sightingTotals,
  storeSightings,
} from './sighting-store';
export type { Sighting, SightingDetail, SightingPlace } from './sighting-store';
