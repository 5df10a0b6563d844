export { actOnDrill, drillActs, drillAdvanced, drillStates, drillTimes, nextOfDrill, startDrill } from './drill';
export type { Drill, DrillEvent } from './drill';
export { defaultStopLinePolicy } from './policy';
export type { StopLinePolicy } from './policy';
export { furtherStages, isSevere, stopsOf, watchedSince } from './stop-line';
export type { Alarm, LineFacts, Seen, Stop } from './stop-line';
