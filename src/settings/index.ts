export { clockCalendarOf } from './clock-calendar';
export { defaultSettings } from './defaults';
export { differences } from './differences';
export { gatedStages, modeOf } from './settings';
export type { Settings } from './settings';
