const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

function counted(count: number, unit: string): string {
  return `${count} ${unit}${count === 1 ? '' : 's'}`;
}

/** A length of time in its largest whole unit: `3 minutes`, `2 hours`, `12 days`. @param milliseconds not negative */
export function durationWords(milliseconds: number): string {
  if (milliseconds < minute) return 'less than a minute';
  if (milliseconds < hour) return counted(Math.floor(milliseconds / minute), 'minute');
  if (milliseconds < day) return counted(Math.floor(milliseconds / hour), 'hour');
  return counted(Math.floor(milliseconds / day), 'day');
}

/** How much of a time is left, to the minute within a day: `1 hour 59 minutes`, `3 days`. @param milliseconds not negative */
export function leftWords(milliseconds: number): string {
  const minutes = Math.floor((milliseconds % hour) / minute);
  if (milliseconds < hour || milliseconds >= day || minutes === 0) return durationWords(milliseconds);
  return `${durationWords(milliseconds)} ${counted(minutes, 'minute')}`;
}

/** How far `at` is from `now`: `3 minutes ago`, `in 2 days`, `just now`. */
export function relativeWords(at: string, now: number): string {
  const distance = Date.parse(at) - now;
  if (Math.abs(distance) < minute) return 'just now';
  return distance < 0 ? `${durationWords(-distance)} ago` : `in ${durationWords(distance)}`;
}

/** Calendar days to a release date: `today`, `in 5 days`, `3 days late`. */
export function daysLeftWords(days: number): string {
  if (days === 0) return 'today';
  if (days === 1) return 'tomorrow';
  return days > 0 ? `in ${days} days` : `${counted(-days, 'day')} late`;
}

/** The age of a defect: `new today`, `1 day`, `12 days`. @param days may be fractional */
export function ageWords(days: number): string {
  return days < 1 ? 'new today' : counted(Math.floor(days), 'day');
}

/** When a defect should be resolved: `2 days overdue`, `due in 3 hours`. */
export function dueWords(dueAt: string, now: number): string {
  const left = Date.parse(dueAt) - now;
  return left < 0 ? `${durationWords(-left)} overdue` : `due in ${durationWords(left)}`;
}
