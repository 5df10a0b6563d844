export type { Leaving } from './leaving';
export { alternativesTo, assessScope } from './scope';
export type { Alternative, DefectBudget, Scope, ScopeFacts, ScopeIssue } from './scope';
export { chooseUnit, sizesOf, usualSizes } from './sizes';
export type { Estimated, ScopeKind, ScopeUnit } from './sizes';
