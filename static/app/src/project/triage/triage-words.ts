import type { TriageChoice, TriageClock, TriageDecisionKind, TriageRow } from '../../../../../src/contracts/triage-row';
import type { TriageRole, TriageSession } from '../../../../../src/contracts/triage-session';
import type { TriageCycle } from '../../../../../src/contracts/triage-settings';

export const roleNames: Readonly<Record<TriageRole, string>> = {
  development: 'Development',
  qa: 'QA',
  operations: 'Operations',
};
export const cycleNames: Readonly<Record<TriageCycle, string>> = {
  normal: 'Normal',
  'release-candidate': 'Release candidate',
  hotfix: 'Hotfix',
};
export const decisionNames: Readonly<Record<TriageDecisionKind, string>> = {
  'fix-now': 'Fix now',
  defer: 'Defer',
  duplicate: 'Duplicate',
  'not-a-defect': 'Not a defect',
  'need-information': 'Need information',
};

/** The same words at the beginning of a line. */
export function capital(words: string): string {
  return `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`;
}

const minuteMs = 60_000;
const hour = 60;
const day = 24 * hour;

/** A length of time in its two largest units: `45 min`, `2 h 10 min`, `3 d 4 h`. @param milliseconds not negative */
export function preciseWords(milliseconds: number): string {
  const minutes = Math.floor(milliseconds / minuteMs);
  if (minutes < 1) return 'less than a minute';
  if (minutes < hour) return `${minutes} min`;
  if (minutes < day) return joined(`${Math.floor(minutes / hour)} h`, minutes % hour, 'min');
  return joined(`${Math.floor(minutes / day)} d`, Math.floor((minutes % day) / hour), 'h');
}

function joined(whole: string, rest: number, unit: string): string {
  return rest === 0 ? whole : `${whole} ${rest} ${unit}`;
}

/** Whether the time to decide is over. @param now in milliseconds */
export function isPast({ state, dueAt }: TriageClock, now: number): boolean {
  return state !== 'stopped' && state !== 'none' && dueAt !== null && Date.parse(dueAt) <= now;
}

/** How long is left to decide, by the clock on the wall: `2 h 10 min left`, `3 h overdue, escalated`. */
export function clockWords(clock: TriageClock, now: number): string {
  if (clock.state === 'stopped') return 'Decided';
  if (clock.state === 'none' || clock.dueAt === null) return 'No limit';
  const left = Date.parse(clock.dueAt) - now;
  if (left > 0) return `${preciseWords(left)} left`;
  return `${preciseWords(-left)} overdue${clock.state === 'escalated' ? ', escalated' : ''}`;
}

/** The clock of one defect as a sentence: `Decide within 2 h 10 min (S1, hotfix)`. */
export function clockSentence({ clock, severity }: Pick<TriageRow, 'clock' | 'severity'>, now: number): string {
  const what = `${severity ?? 'no severity, counts as S1'}, ${cycleNames[clock.cycle].toLowerCase()}`;
  if (clock.state === 'none' || clock.dueAt === null) return `No time limit for a decision (${what})`;
  const left = Date.parse(clock.dueAt) - now;
  if (left > 0) return `Decide within ${preciseWords(left)} (${what})`;
  return `The decision is ${preciseWords(-left)} overdue (${what})${clock.state === 'escalated' ? ' and was escalated' : ''}`;
}

/** What waits, and what comes first: `14 defects wait for a decision, 3 past their window; the next: SHOP-12 …`. */
export function queueSentence(rows: readonly TriageRow[], more: number, now: number): string {
  const first = rows[0];
  if (first === undefined) return 'No defect waits for a decision.';
  const all = rows.length + more;
  const past = rows.filter(({ clock }) => isPast(clock, now)).length;
  const waiting = all === 1 ? '1 defect waits for a decision' : `${all.toLocaleString('en')} defects wait for a decision`;
  const late =
    past === 0 ? '' : `, ${more > 0 ? 'at least ' : ''}${past.toLocaleString('en')} past ${past === 1 ? 'its' : 'their'} window`;
  return `${waiting}${late}; the next: ${first.key} ${first.summary}`;
}

/** How far a session has come: `12 of 30 decided, 6 min`. */
export function progressWords(
  { decided, left, startedAt, closedAt }: Pick<TriageSession, 'decided' | 'left' | 'startedAt' | 'closedAt'>,
  now: number,
): string {
  const end = closedAt === null ? now : Date.parse(closedAt);
  return `${decided} of ${decided + left} decided, ${preciseWords(Math.max(0, end - Date.parse(startedAt)))}`;
}

/** How far apart ratings are: `3 steps apart`. */
export function spreadWords(values: readonly number[]): string {
  const steps = values.length === 0 ? 0 : Math.max(...values) - Math.min(...values);
  if (steps === 0) return values.length < 2 ? 'one rating' : 'all the same';
  return steps === 1 ? '1 step apart' : `${steps} steps apart`;
}

/** A choice that is on its way, as a sentence. @param release name of the release that was chosen */
export function choiceWords(choice: TriageChoice, release: string | null): string {
  switch (choice.kind) {
    case 'fix-now':
      return release === null ? 'Fix now.' : `Fix now, in ${release}.`;
    case 'duplicate':
      return `Duplicate of ${choice.key.toUpperCase()}.`;
    case 'defer':
    case 'not-a-defect':
    case 'need-information':
      return `${decisionNames[choice.kind]}.`;
  }
}

/** Minutes of a chart or table: `45 min`, `3.5 h`, `2 d`. */
export function minutesWords(minutes: number): string {
  if (minutes < 2 * hour) return `${Math.round(minutes)} min`;
  const [length, unit] = minutes < 2 * day ? [hour, 'h'] : [day, 'd'];
  return `${Math.round((minutes / length) * 10) / 10} ${unit}`;
}
