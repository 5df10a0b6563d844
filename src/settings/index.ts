export { clockCalendarOf } from './clock-calendar';
export { defaultSettings } from './defaults';
export { differences } from './differences';
export { gateWarnings } from './gate-lint';
export { gatedStages, gatePolicyOf, modeOf } from './settings';
export type { Settings } from './settings';
