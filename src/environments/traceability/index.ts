export { defaultLookBackDays, findGaps } from './gaps';
export type { Gap, TracedDeployment, TracedHotfix, TracedIncident, Traces } from './gaps';
