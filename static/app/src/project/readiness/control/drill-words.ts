import type { DrillView, HoldView } from '../../../../../../src/contracts/gate-control';
import { durationWords } from '../../../shared/time-words';

/** A time that was measured, to the second while that matters: "0.4 s", "95 s", "12 minutes". */
export function measured(seconds: number): string {
  if (seconds === 0) return 'less than a second';
  return seconds < 600 ? `${seconds.toLocaleString('en')} s` : durationWords(seconds * 1000);
}

/** How quickly the line was stopped and its owners were told. */
export function stoppedWords({ stoppedAfterSeconds, toldAfterSeconds, notTold }: NonNullable<HoldView['line']>): string {
  const told =
    toldAfterSeconds !== null
      ? `the owners were told after ${measured(toldAfterSeconds)}`
      : notTold === null
        ? 'the owners are being told'
        : `nobody was told: ${lower(notTold)}`;
  return `Stopped ${measured(stoppedAfterSeconds)} after it was seen; ${told}${told.endsWith('.') ? '' : '.'}`;
}

const stateWords: Readonly<Record<Exclude<DrillView['state'], 'running'>, string>> = {
  over: 'over',
  'called-off': 'called off',
  lapsed: 'ended by itself after 24 hours',
};

/** How it stands with a drill. */
export function drillWords({ state, seconds, notTold }: DrillView): string {
  if (state !== 'running') return stateWords[state];
  if (seconds.stopped === null) return 'the line is being stopped';
  if (seconds.told === null && notTold === null) return 'the owners are being told';
  return seconds.first === null ? 'waits for two people to agree' : 'waits for the second person';
}

/** Whether the app still has something to do, so that the screen looks again soon. */
export function isUnderWay({ state, seconds, notTold }: DrillView): boolean {
  return state === 'running' && (seconds.stopped === null || (seconds.told === null && notTold === null));
}

interface Step {
  readonly name: string;
  readonly value: string;
}

/** The times of a drill, from its start to each step. */
export function drillSteps({ state, seconds, notTold }: DrillView): Step[] {
  const open = state === 'running' ? 'Not yet' : 'Never';
  const after = (value: number | null) => (value === null ? open : measured(value));
  return [
    { name: 'Line stopped', value: after(seconds.stopped) },
    { name: 'Owners told', value: notTold === null ? after(seconds.told) : 'Nobody' },
    { name: 'First person agreed', value: after(seconds.first) },
    { name: 'Second person agreed', value: after(seconds.second) },
  ];
}

function lower(text: string): string {
  return `${text.charAt(0).toLowerCase()}${text.slice(1)}`;
}
