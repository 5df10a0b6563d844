import type { Signal } from '../../contracts/health';
import type { StoredProject } from '../../defects/shell';
import { between, day, minute } from '../../kernel/instant';
import type { Instant } from '../../kernel/instant';

type State = Signal['state'];

/** A length of time in words: "3 minutes", "2 hours", "4 days". @param milliseconds negative counts as none */
export function duration(milliseconds: number): string {
  const minutes = Math.max(0, Math.floor(milliseconds / minute));
  if (minutes < 1) return 'less than a minute';
  if (minutes < 120) return counted(minutes, 'minute');
  return minutes < 48 * 60 ? counted(Math.floor(minutes / 60), 'hour') : counted(Math.floor(minutes / (24 * 60)), 'day');
}

export function counted(n: number, what: string): string {
  return `${n.toLocaleString('en')} ${what}${n === 1 ? '' : 's'}`;
}

/** The worst of several states. */
export function worst(states: readonly State[]): State {
  return states.includes('bad') ? 'bad' : states.includes('attention') ? 'attention' : 'good';
}

/** Below `attention` it is good, above `bad` it is bad. */
function graded(value: number, attention: number, bad: number): State {
  return value > bad ? 'bad' : value > attention ? 'attention' : 'good';
}

/** A short while in which an issue may change before its event has come. */
const eventsTake = 10 * minute;

/** @param newest when any issue of the project last changed in Jira, as far as is known */
export function eventsSignal(project: Pick<StoredProject, 'eventAt' | 'sinceAt'>, newest: Instant | null, now: Instant): Signal {
  const { eventAt, sinceAt } = project;
  const named = { id: 'events', title: 'Changes told by Jira' } as const;
  const quietSince = eventAt ?? sinceAt;
  const missed = newest !== null && between(quietSince, newest) > eventsTake && between(quietSince, now) > day;
  const last =
    eventAt === null
      ? 'Jira has not told of a change yet.'
      : `Jira last told of a change ${duration(between(eventAt, now))} ago.`;
  if (!missed) return { ...named, state: 'good', sentence: last, action: null };
  return {
    ...named,
    state: 'attention',
    sentence: `${last} Issues have changed since then.`,
    action:
      'Verdicts follow all the same, because Holdpoint also looks for changes itself, only later. If it stays so for another day, check in the list of installed apps that Holdpoint is allowed to run.',
  };
}

/** @param waiting how many changed issues wait to be read, and since when the oldest one does */
export function queueSignal(waiting: { count: number; since: Instant | null }, now: Instant): Signal {
  const named = { id: 'queue', title: 'Changes that wait' } as const;
  if (waiting.count === 0 || waiting.since === null)
    return { ...named, state: 'good', sentence: 'No change waits to be read.', action: null };
  const age = between(waiting.since, now);
  const state = graded(age, 5 * minute, 15 * minute);
  const which = waiting.count === 1 ? 'One change has waited' : `The oldest of ${counted(waiting.count, 'change')} has waited`;
  const action =
    state === 'good'
      ? null
      : 'Verdicts of this project may be behind, and gates close when they are too old. It clears by itself when Jira answers again; look at the points used this hour.';
  return { ...named, state, sentence: `${which} for ${duration(age)}.`, action };
}

export function reconciliationSignal(project: Pick<StoredProject, 'reconciledAt' | 'sinceAt'>, now: Instant): Signal {
  const named = { id: 'reconciliation', title: 'Hourly comparison with Jira' } as const;
  const age = between(project.reconciledAt ?? project.sinceAt, now);
  const state = graded(age, 90 * minute, 180 * minute);
  const sentence =
    project.reconciledAt === null ? 'It has not been compared with Jira yet.' : `It was compared with Jira ${duration(age)} ago.`;
  const action =
    state === 'good' ? null : 'It is tried again every hour. If the points of this hour are used up, it follows in the next one.';
  return { ...named, state, sentence, action };
}

export function countSignal(project: Pick<StoredProject, 'countedAt' | 'sinceAt'>, now: Instant): Signal {
  const named = { id: 'count', title: 'Daily full count' } as const;
  const age = between(project.countedAt ?? project.sinceAt, now);
  const state = age > 26 * 60 * minute ? 'attention' : 'good';
  const sentence =
    project.countedAt === null
      ? 'Its issues have not been counted yet; that happens once a day.'
      : `All of its issues were counted ${duration(age)} ago.`;
  const action =
    state === 'good' ? null : 'It is tried again every hour. A change that Jira did not tell of may be missing until then.';
  return { ...named, state, sentence, action };
}

/** @param repairs entries of the last 24 hours */
export function repairsSignal(repairs: { count: number; newest: Instant | null }, now: Instant): Signal {
  const named = { id: 'repairs', title: 'Repairs in the last 24 hours' } as const;
  if (repairs.count === 0) return { ...named, state: 'good', sentence: 'Nothing had to be put right.', action: null };
  const ago = repairs.newest === null ? '' : `, the last time ${duration(between(repairs.newest, now))} ago`;
  return {
    ...named,
    state: 'attention',
    sentence: `Holdpoint put right ${counted(repairs.count, 'time')} what it had missed${ago}.`,
    action:
      'Jira did not tell of some changes; Holdpoint found and repaired them, so nothing is wrong now. The decisions of the project list each repair. If it happens every day, tell Atlassian support that events of this app are lost.',
  };
}

/** Points an hour that an app has (docs/platform.md B.6), for every site together. */
const pointsPerHour = 65_000;

export function pointsSignal(used: number): Signal {
  const percent = Math.round((used / pointsPerHour) * 100);
  const state = used > 0.8 * pointsPerHour ? 'attention' : 'good';
  return {
    ...{ id: 'points', title: "Jira's hourly budget", state },
    sentence: `${counted(used, 'point')} of ${pointsPerHour.toLocaleString('en')} are used in this hour (${percent} %).`,
    action:
      state === 'good'
        ? null
        : 'When they are used up, Holdpoint waits for the next hour, and gates close meanwhile. Lower the points an hour for reading whole projects, or pause a reading.',
  };
}

const ruleNames: Readonly<Record<string, string>> = {
  'gate-open-condition': 'Release gate is open',
  'gate-open-published': 'Release gate is open, with the published reason',
};

/** @param failed what failed in the last seven days, the latest first */
export function expressionsSignal(
  failed: readonly { rule: string; workflow: string; transition: string; times: number; lastAt: Instant }[],
  now: Instant,
): Signal {
  const named = { id: 'expressions', title: 'Rules that Jira could not evaluate' } as const;
  const [last] = failed;
  if (last === undefined) return { ...named, state: 'good', sentence: 'None in the last seven days.', action: null };
  const times = failed.reduce((sum, one) => sum + one.times, 0);
  const rule = ruleNames[last.rule] ?? last.rule;
  const place =
    last.workflow === ''
      ? ''
      : ` in the workflow "${last.workflow}"${last.transition === '' ? '' : `, transition "${last.transition}"`}`;
  const others = failed.length === 1 ? '' : ` It happened in ${failed.length} places.`;
  return {
    ...named,
    state: 'bad',
    sentence: `${counted(times, 'time')} in the last seven days, last ${duration(between(last.lastAt, now))} ago: "${rule}"${place}.${others}`,
    action:
      'Meanwhile that transition stays closed. Open the workflow, edit the rule and save it again with its stage; if it goes on, ask the makers of Holdpoint.',
  };
}
