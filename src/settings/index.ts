export { clockCalendarOf } from './clock-calendar';
export { defaultSettings } from './defaults';
export { differences } from './differences';
export { gateWarnings } from './gate-lint';
export type { GateWarning } from './gate-lint';
export { roleWarnings } from './gate-roles';
export type { ProjectRoles } from './gate-roles';
export { forProject, gatedStages, gatePolicyOf, gateRowsOf, modeOf, tidied, withGatesOf } from './settings';
export type { Settings } from './settings';
