export type { Calendar } from './calendar';
export { dateOf, dayNumberOf, weekdayOf, type DayNumber } from './dates';
export { calendarProblems } from './problems';
export { endOfDate, workingDaysBetween } from './working-days';
export { addWorkingMinutes, officeHours, roundTheClock, workingDay, workingMinutesBetween } from './working-time';
export { isZone, localDay, wallClock } from './zone';
