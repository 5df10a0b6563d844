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

function inHours(number: number): string {
  return `${amount(number)} ${number === 1 ? 'hour' : 'hours'}`;
}
