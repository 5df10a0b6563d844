export { defaultLookBackDays, findGaps } from './gaps';
export type { TracedDeployment, TracedHotfix, TracedIncident } from './gaps';
