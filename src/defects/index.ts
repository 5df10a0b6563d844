export type { FieldIds } from './fields';
export { trend } from './trend';
export type { Trend } from './trend';
export { isNamed, trackedAs } from './work-types';
export type { WorkTypes } from './work-types';
