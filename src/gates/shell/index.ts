export { checkPublication, forgetPublished, publish, unpublish } from './publication';
export { removeVerdicts, storeVerdict, verdictsOf, verdictsOfProject, verdictStamp } from './verdict-store';
export type { StoredVerdict } from './verdict-store';
