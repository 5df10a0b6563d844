import type { ThenAndNow } from '../../../../../src/contracts/hindsight';

type Late = ThenAndNow['late'][number];
type Side = NonNullable<ThenAndNow['conditions'][number]['then']>;

/** What is known of a defect now and was not known then, after its key. */
export function lateWords({ cause, then, now }: Pick<Late, 'cause' | 'then' | 'now'>): string {
  const severity = now ?? 'without a severity, counted as S1';
  switch (cause) {
    case 'arrived':
      return `was open in this release already, and Holdpoint did not know (${severity})`;
    case 'planned-since':
      return `was open and planned for no release; it was planned for this one later (${severity})`;
    case 'escaped':
      return `was met after the release and names it as affected (${severity})`;
    case 'worse':
    case 'milder':
      return `was judged as ${then ?? 'one without a severity'} and is known to be ${now ?? 'one without a severity'}`;
    case 'not-open':
      return 'had been done, or taken out of this release';
    case 'gone':
      return 'is no defect any more, or was deleted';
  }
}

const states = { met: 'Met', breached: 'Not met', unknown: 'Not known' } as const;

/** "Not met: 2, at most 0 allowed"; of what is not on this side, that. */
export function sideWords(side: Side | null): string {
  if (side === null) return 'Not asked';
  const figure = side.value === null ? '' : ` (${side.value})`;
  return `${states[side.state]}${figure}: ${side.reason}`;
}

const outcomes = { open: 'open', held: 'held', unknown: 'unknown' } as const;

/** The comparison in one sentence. */
export function hindsightSentence({ turned, then, now }: Pick<ThenAndNow, 'turned' | 'then' | 'now'>): string {
  if (!turned) return `With what is known now it would have been ${outcomes[now.state]} as well.`;
  return `Turned by hindsight: it was ${outcomes[then.state]}, and with what is known now it would have been ${outcomes[now.state]}.`;
}
