export { countFacts, factsById, factsOf, purgeFacts, storeFacts } from './fact-store';
export type { FactQuery } from './fact-store';
export { maskingKey } from './masking-key';
