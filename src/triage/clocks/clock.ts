import { addWorkingMinutes, roundTheClock } from '../../governance/calendar';
import type { Calendar } from '../../governance/calendar';
import type { ClockPolicy, Cycle } from '../../kernel/decision-clock';
import type { Instant } from '../../kernel/instant';
import type { Severity } from '../../kernel/severity';

/** What a clock has done, each once and in this order. */
export const clockSteps = ['none', 'warned', 'overdue', 'escalated', 'defaulted'] as const;
export type ClockStep = (typeof clockSteps)[number];

export interface ClockFacts {
  /** When the defect was reported, or came back to the queue. */
  readonly startedAt: Instant;
  /** Null counts as S1. */
  readonly severity: Severity | null;
  readonly cycle: Cycle;
}

/** The moments of a clock; null is never. */
export interface ClockTimes {
  readonly windowMinutes: number | null;
  readonly warnAt: Instant | null;
  readonly dueAt: Instant | null;
  readonly acceptAt: Instant | null;
}

const noClock: ClockTimes = { windowMinutes: null, warnAt: null, dueAt: null, acceptAt: null };

/** @param calendar whose working time counts where the policy counts in it */
export function clockTimes({ startedAt, severity, cycle }: ClockFacts, policy: ClockPolicy, calendar: Calendar): ClockTimes {
  const windowMinutes = policy.windows[cycle][severity ?? 'S1'];
  if (windowMinutes === null) return noClock;
  const counted = policy.counted[cycle] === 'working-time' ? calendar : roundTheClock;
  const after = (minutes: number) => addWorkingMinutes(counted, startedAt, minutes);
  return {
    windowMinutes,
    warnAt: policy.warnAt < 1 ? after(windowMinutes * policy.warnAt) : null,
    dueAt: after(windowMinutes),
    acceptAt: policy.atExpiry === 'escalate-then-accept' ? after(windowMinutes + policy.acceptAfter) : null,
  };
}

export type ClockState = 'none' | 'running' | 'warned' | 'overdue' | 'escalated';

/** What a clock that runs shows at a moment; a moment that is reached counts as passed. */
export function clockState({ warnAt, dueAt }: ClockTimes, step: ClockStep, now: Instant): ClockState {
  if (dueAt === null) return 'none';
  if (dueAt <= now) return step === 'escalated' || step === 'defaulted' ? 'escalated' : 'overdue';
  return warnAt !== null && warnAt <= now ? 'warned' : 'running';
}

/**
 * What is due and was not done yet, in order. Nobody is warned of what has passed, and nothing is accepted before people were told that
 * it would be: the escalation comes at least one round earlier.
 * @param step the last thing that was done
 */
export function dueSteps(
  { warnAt, dueAt, acceptAt }: ClockTimes,
  step: ClockStep,
  policy: ClockPolicy,
  now: Instant,
): ClockStep[] {
  if (dueAt === null) return [];
  const done = clockSteps.indexOf(step);
  const isNew = (one: ClockStep) => clockSteps.indexOf(one) > done;
  if (dueAt > now) return warnAt !== null && warnAt <= now && isNew('warned') ? ['warned'] : [];
  const late: ClockStep[] = policy.atExpiry === 'nothing' ? ['overdue'] : ['overdue', 'escalated'];
  const steps = late.filter(isNew);
  if (steps.length > 0) return steps;
  return acceptAt !== null && acceptAt <= now && step === 'escalated' ? ['defaulted'] : [];
}
