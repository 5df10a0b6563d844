import type { Severity } from './severity';

/** What kind of time a release is in, the calmest first: how much time people have to decide what becomes of a defect. */
export const cycles = ['normal', 'release-candidate', 'hotfix'] as const;
export type Cycle = (typeof cycles)[number];

/** Whether minutes run day and night, or in the working time of a calendar alone. */
export const countings = ['around-the-clock', 'working-time'] as const;
/** What happens when a window has passed. */
export const expiries = ['nothing', 'escalate', 'escalate-then-accept'] as const;

/** How long people have to decide what becomes of a defect (contracts/triage-settings.ts is its parser). */
export interface ClockPolicy {
  /** Minutes by cycle and severity; null sets no clock. */
  readonly windows: Readonly<Record<Cycle, Readonly<Record<Severity, number | null>>>>;
  readonly counted: Readonly<Record<Cycle, (typeof countings)[number]>>;
  /** Name of the calendar (settings of ownership) in which working time is counted; empty for office hours. */
  readonly calendar: string;
  /** Share of the window after which people are warned; 1 warns nobody before the end. */
  readonly warnAt: number;
  readonly atExpiry: (typeof expiries)[number];
  /** Minutes from the escalation until the recommendation is accepted; counted as the window is. */
  readonly acceptAfter: number;
  /** By the id of a version, as people set it; the others are `normal`. */
  readonly cycles: Readonly<Record<string, Cycle>>;
}

/** What holds until an admin says something else: nothing is decided without people. */
export const defaultClockPolicy: ClockPolicy = {
  windows: {
    normal: { S1: 240, S2: 960, S3: 4800, S4: null },
    'release-candidate': { S1: 120, S2: 240, S3: 960, S4: 2400 },
    hotfix: { S1: 30, S2: 60, S3: 240, S4: 480 },
  },
  counted: { normal: 'working-time', 'release-candidate': 'working-time', hotfix: 'around-the-clock' },
  calendar: '',
  warnAt: 0.75,
  atExpiry: 'escalate',
  acceptAfter: 60,
  cycles: {},
};
