export { clockCalendar } from './calendar';
export { clockState, clockSteps, clockTimes, dueSteps } from './clock';
export type { ClockStep } from './clock';
export { lastWeeks, latencies, waited, weekOf } from './latency';
export type { Wait } from './latency';
export { cycleOf } from './policy';
export { cycles, defaultClockPolicy } from '../../kernel/decision-clock';
export type { ClockPolicy, Cycle } from '../../kernel/decision-clock';
