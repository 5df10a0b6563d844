import type { Calendar, WorkingHours } from './calendar';
import { dayNumberOf, timeOf } from './dates';
import { isZone } from './zone';

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** What can be wrong with a calendar. */
export interface CalendarProblem {
  /** Where, e.g. `hours.2.from` or `handOver.0.zone`. */
  readonly path: string;
  /** A sentence for the person who edits it. */
  readonly message: string;
}

/** Everything that is wrong with a calendar, in the order in which it stands there; nothing where it can be counted in. */
export function calendarProblems(calendar: Calendar): readonly CalendarProblem[] {
  const named = calendar.name.trim() === '' ? [{ path: 'name', message: 'Give the calendar a name.' }] : [];
  const own = problemsOf(calendar, '');
  return [...named, ...own, ...calendar.handOver.flatMap((hours, n) => problemsOf(hours, `handOver.${n}.`))];
}

function problemsOf(hours: WorkingHours, at: string): CalendarProblem[] {
  const zone = isZone(hours.zone)
    ? []
    : [{ path: 'zone', message: `“${hours.zone}” is no time zone we know. Choose one such as Europe/Berlin.` }];
  const empty = hours.hours.every(({ days }) => days.length === 0);
  const none = empty ? [{ path: 'hours', message: 'It has no working time. Add the hours of at least one day.' }] : [];
  const spans = hours.hours.flatMap((_, n) => spanProblems(hours, n));
  const found = [...zone, ...none, ...spans, ...overlaps(hours), ...holidayProblems(hours)];
  return found.map(({ path, message }) => ({ path: `${at}${path}`, message }));
}

function spanProblems({ hours }: WorkingHours, n: number): CalendarProblem[] {
  const span = hours[n];
  if (span === undefined) return [];
  const problems: CalendarProblem[] = [];
  const strange = span.days.find((one) => weekdays[one - 1] === undefined);
  if (strange !== undefined)
    problems.push({ path: `hours.${n}.days`, message: `${strange} is no day of the week: Monday is 1, Sunday is 7.` });
  const [from, to] = [timeOf(span.from), timeOf(span.to)];
  for (const [end, time] of [['from', from] as const, ['to', to] as const])
    if (time === null)
      problems.push({ path: `hours.${n}.${end}`, message: `“${span[end]}” is no time. Write it as 09:00, up to 24:00.` });
  if (from !== null && to !== null && from >= to)
    problems.push({
      path: `hours.${n}.to`,
      message: `Working time from ${span.from} has to end later than it begins. For a night, end it at 24:00 and begin again at 00:00.`,
    });
  return problems;
}

/** One a day, and only among spans that can be read. */
function overlaps({ hours }: WorkingHours): CalendarProblem[] {
  return weekdays.flatMap((weekday, index) => {
    const spans = hours
      .flatMap(({ days, from, to }, n) => days.filter((one) => one === index + 1).map(() => ({ from, to, n })))
      .filter(({ from, to }) => timeOf(from) !== null && timeOf(to) !== null && from < to)
      .sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : a.n - b.n));
    const second = spans.find((span, n) => n > 0 && span.from < (spans[n - 1]?.to ?? ''));
    const first = second === undefined ? undefined : spans[spans.indexOf(second) - 1];
    if (first === undefined || second === undefined) return [];
    const message = `On ${weekday}, ${first.from} to ${first.to} and ${second.from} to ${second.to} overlap. Make them one.`;
    return [{ path: `hours.${second.n}`, message }];
  });
}

function holidayProblems({ holidays }: WorkingHours): CalendarProblem[] {
  return holidays.flatMap(({ date }, n) => {
    // A leap year, so that 29 February may be a yearly holiday.
    if (dayNumberOf(date) !== null || dayNumberOf(`2000-${date}`) !== null) return [];
    const message = `“${date}” is no date. Write 2026-12-24 for one day, or 12-24 for every year.`;
    return [{ path: `holidays.${n}.date`, message }];
  });
}
