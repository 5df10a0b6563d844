import { addWorkingMinutes, workingMinutesBetween } from '../../src/governance/calendar';
import type { Calendar } from '../../src/governance/calendar';

const n = 100_000;
const rounds = 9;
/** Of either a second on one core. */
const reference = 50_000;
const weekdays = [1, 2, 3, 4, 5];
const halves = [
  { days: weekdays, from: '09:00', to: '12:00' },
  { days: weekdays, from: '13:00', to: '17:30' },
];
const zones = ['Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kolkata', 'Africa/Casablanca', 'UTC'];
const start = Date.parse('2026-01-01T00:00:00.000Z');

/** Moments over two years, and up to six weeks of work from each; every calendar hands over to another. */
const questions = Array.from({ length: n }, (_, at) => {
  const from = start + ((at * 7_919) % 1_051_200) * 60_000;
  const to = from + ((at * 104_729) % 200_000) * 60_000;
  return {
    from: new Date(from).toISOString(),
    to: new Date(to).toISOString(),
    minutes: (at * 31) % 13_500,
    calendar: at % zones.length,
  };
});

/** Calendars that have not been counted in yet, so that compiling them is a part of the time. */
function calendars(): Calendar[] {
  const holidays = [{ date: '12-25', name: 'Christmas' }];
  const teams = zones.map((zone) => ({ zone, hours: halves, holidays }));
  return teams.map((team, at) => ({ ...team, name: team.zone, handOver: teams.slice(at + 1, at + 2) }));
}

/** How often in a second of computing, other work on the machine aside, working time is added and counted: one line of JSON for each. */
export function benchCalendar(): Promise<void> {
  report('calendar-add', (calendar, { from, minutes }) => addWorkingMinutes(calendar, from, minutes));
  report('calendar-between', (calendar, { from, to }) => workingMinutesBetween(calendar, from, to));
  return Promise.resolve();
}

function report(name: string, ask: (calendar: Calendar, question: (typeof questions)[number]) => unknown): void {
  const speeds = Array.from({ length: rounds }, () => {
    const fresh = calendars();
    const before = process.cpuUsage();
    for (const question of questions) {
      const calendar = fresh[question.calendar];
      if (calendar !== undefined) ask(calendar, question);
    }
    const { user, system } = process.cpuUsage(before);
    return Math.round((n / (user + system)) * 1_000_000);
  }).sort((a, b) => b - a);
  // The slow end: what 95 of 100 rounds reach.
  const [p50, p95] = [speeds[Math.floor(rounds / 2)] ?? 0, speeds.at(-1) ?? 0];
  // As elsewhere, less is better.
  const ratio = Math.round((reference / p95) * 1_000) / 1_000;
  console.log(JSON.stringify({ name, n, p50, p95, unit: 'ops per second', reference, ratio }));
}
