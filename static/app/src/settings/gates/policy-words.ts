import type { Settings } from '../../../../../src/contracts/settings';
import type { ToldKind } from './edit-gates';
import { amount, listed } from './row-words';

export const toldKinds: readonly { readonly kind: ToldKind; readonly name: string }[] = [
  { kind: 'builds', name: 'Builds' },
  { kind: 'runs', name: 'Runs of tests' },
  { kind: 'commits', name: 'Commits' },
  { kind: 'deployments', name: 'Deployments' },
];

/** How old evidence may be, in one line. */
export function freshSummary(freshHours: Settings['gates']['freshHours']): string {
  const limited = toldKinds.flatMap(({ kind, name }) => {
    const hours = freshHours[kind];
    return hours === undefined ? [] : [`${name.toLowerCase()} ${inHours(hours)}`];
  });
  if (limited.length === 0) return 'It may be of any age';
  return `At most ${listed(limited)}${limited.length < toldKinds.length ? '; the rest may be of any age' : ''}`;
}

/** When a held gate may be passed, in one line. */
export function overridesSummary({ mostHours, decideWithinHours, leastWords, reasons }: Settings['gates']['overrides']): string {
  const classes = reasons.length === 1 ? '1 class of reasons' : `${reasons.length} classes of reasons`;
  return `For at most ${inHours(mostHours)}, decided within ${inHours(decideWithinHours)}; rationales of ${amount(leastWords)} words; ${classes}`;
}

const actionWords = { record: 'recorded', flag: 'flagged', move: 'moved on', back: 'put back' } as const;

/** What a freeze means, in one line. */
export function freezesSummary({ admits, action, startStatus, mostHours }: Settings['gates']['freezes']): string {
  const may = admits.length === 0 ? 'Nothing may come in' : `${listed([...admits].sort())} may come in`;
  const begins = startStatus === '' ? '' : `; begins in “${startStatus}”`;
  return `${may}, the rest is ${actionWords[action]}; exceptions for at most ${inHours(mostHours)}${begins}`;
}

/** When the app stops the line by itself, in one line. */
export function stopLineSummary({ on, severities, stages }: Settings['gates']['stopTheLine'], all: Settings['stages']): string {
  if (!on) return 'Off: only people hold a release';
  const named = all.filter(({ key }) => stages?.includes(key) === true).map(({ name }) => name);
  return `${listed(severities)} in a dark deployment${stages === null ? '' : ` in ${listed(named)}`}`;
}

function inHours(number: number): string {
  return `${amount(number)} ${number === 1 ? 'hour' : 'hours'}`;
}
