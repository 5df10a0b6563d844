export { defaultSettings } from './defaults';
export { differences } from './differences';
export { settingsProblems } from './problems';
export type { Problem } from './problems';
export { gatedStages, modeOf } from './settings';
export type { Settings } from './settings';
