export { factsById, factsOf, purgeFacts, storeFacts } from './fact-store';
export { maskingKey } from './masking-key';
export { commitsNaming, deploymentSteps, incidentsNamed, toldBuilds, toldCommits, toldIncidents, toldRuns } from './told';
export type { ToldBuild, ToldCommit, ToldIncident, ToldRun } from './told';
