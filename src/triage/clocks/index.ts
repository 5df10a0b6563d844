export { clockCalendar } from './calendar';
export { clockState, clockSteps, clockTimes, dueSteps } from './clock';
export type { ClockStep } from './clock';
export { lastWeeks, latencies, waited, weekOf } from './latency';
export type { Wait } from './latency';
export { cycleOf, cycles, defaultClockPolicy } from './policy';
export type { ClockPolicy, Cycle } from './policy';
