import type { ForecastView } from '../../../../../src/contracts/forecast';

/** `Frozen since 3 Nov 2026, 09:00, by its release ticket.` */
export function frozenWords(
  { since, until, how, byRelease }: ForecastView['frozen'][number],
  moment: (at: string) => string,
): string {
  if (until === null) return `Frozen since ${moment(since)}, ${how}.`;
  return `Was frozen from ${moment(since)}, ${how}, until ${moment(until)}, when ${byRelease ? 'it went out' : 'the freeze was lifted'}.`;
}
