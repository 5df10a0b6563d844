export { affectedVersions } from './affected';
export { causesOfMany } from './causes';
export { changeKinds, changeOf, originWords } from './origin';
export type { Origin, OriginChange } from './origin';
export { inReleaseOrder } from './release-order';
export { suggestOrigins } from './suggest';
