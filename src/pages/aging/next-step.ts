import type { AgingSeverity, AgingStepsView } from '../../contracts/aging';
import { dayWords } from '../../kernel/day-words';
import { between, day } from '../../kernel/instant';
import type { Instant } from '../../kernel/instant';

type Step = AgingStepsView['rows'][number]['step'];

/** An open defect with what says whose move it is. */
export interface StepFacts {
  readonly severity: AgingSeverity;
  readonly isAssigned: boolean;
  /** Until when a deferral of it holds; null where none does. */
  readonly deferredUntil: Instant | null;
  /** Whether a deferral was asked for and nobody has answered. */
  readonly isDeferralAsked: boolean;
  /** Whether a decision of triage stands. */
  readonly isDecided: boolean;
  /** When its resolution target passes; null where its severity has none. */
  readonly dueAt: Instant | null;
  /** Of 100 closed ones of its severity, how many took no longer than it is old; null where too few are closed. */
  readonly rank: number | null;
  readonly now: Instant;
}

/** Older than so many of 100 is slow, as on the chart. */
const slow = 85;

/** What to do about an open defect next: one thing, the one that keeps the others from happening first. */
export function nextStep(facts: StepFacts): Step {
  const { severity, deferredUntil, dueAt, rank, now } = facts;
  const overdue = dueAt !== null && dueAt <= now ? `${daysWords(between(dueAt, now) / day)} past its resolution target` : null;
  if (deferredUntil !== null)
    return { kind: 'deferred', words: `Deferred until ${dayWords(deferredUntil)}: nothing before then` };
  if (facts.isDeferralAsked) return { kind: 'asked', words: 'Approve or decline its deferral: it was asked for' };
  if (severity === 'none') return { kind: 'severity', words: 'Set its severity: without one it counts as S1' };
  if (!facts.isAssigned)
    return { kind: 'assign', words: `Assign it: nobody has it${overdue === null ? '' : `, and it is ${overdue}`}` };
  if (overdue !== null) return { kind: 'overdue', words: `Fix or defer it: ${overdue}` };
  if (!facts.isDecided) return { kind: 'decide', words: 'Decide it in triage: no decision stands' };
  if (rank !== null && rank >= slow)
    return {
      kind: 'slow',
      words: `Ask what it waits for: ${rank === 100 ? 'all' : `${rank} of 100`} closed ${severity} were faster`,
    };
  return { kind: 'none', words: dueAt === null ? 'Nothing is due' : `Nothing is late: its target is ${dayWords(dueAt)}` };
}

function daysWords(days: number): string {
  if (days < 1) return 'less than a day';
  return days < 2 ? '1 day' : `${Math.floor(days).toLocaleString('en')} days`;
}
