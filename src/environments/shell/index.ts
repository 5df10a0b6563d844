export {
  behavioursOf,
  behavioursToShow,
  cellsOf,
  defectsWithBehaviour,
  latestBehaviours,
  noteShown,
  saySo,
  storedBehaviours,
  storeStageFacts,
} from './behaviour-store';
export type { StoredBehaviours } from './behaviour-store';
export { toldBuildsSince } from './builds-since';
export { commitTimes } from './commit-times';
export type { CommitTime } from './commit-times';
export { factsById, factsOf, purgeFacts, storeFacts } from './fact-store';
export { incidentHistory } from './incident-history';
export type { DetectedIncident } from './incident-history';
export { incidentsWithUsers } from './incident-users';
export { maskingKey } from './masking-key';
export { buildsOfReleases, lastTold } from './release-builds';
export {
  commitsNaming,
  deploymentSteps,
  deploymentStepsSince,
  incidentsNamed,
  toldBuilds,
  toldCommits,
  toldIncidents,
  toldRuns,
} from './told';
export type { ToldBuild, ToldCommit, ToldIncident, ToldRun } from './told';
