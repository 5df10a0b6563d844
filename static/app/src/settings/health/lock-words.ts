import type { Lock } from '../../../../../src/contracts/health';

interface LockWords {
  readonly lock: Lock;
  readonly title: string;
  /** The rule as Jira's workflow editor lists it. */
  readonly rule: string;
  readonly does: string;
}

/** The three locks in the order in which Jira tries them. Names as in manifest.yml. */
export const lockWords: readonly LockWords[] = [
  {
    lock: 'condition',
    title: 'Hidden while held',
    rule: 'Release gate is open',
    does: 'hides the transition while the gate is held',
  },
  {
    lock: 'published',
    title: 'Refused with the reason',
    rule: 'Release gate is open, with the published reason',
    does: 'refuses it and says why, even when Holdpoint cannot run',
  },
  {
    lock: 'decided',
    title: 'Decided anew',
    rule: 'Release gate is open, decided now',
    does: 'decides from the newest evidence',
  },
];
