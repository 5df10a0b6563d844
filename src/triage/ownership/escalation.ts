import { addWorkingMinutes, roundTheClock, workingMinutesBetween } from '../../governance';
import type { Instant } from '../../kernel/instant';
import { isAvailable } from './absence';
import { candidates, firstAvailable, rotasOf } from './candidates';
import type { OwnedDefect } from './candidates';
import { calendarNamed } from './config';
import type { LadderStep, OwnershipConfig } from './config';
import { nameOf, timeWords } from './words';

/** A defect that waits for a decision. */
export interface WaitingDefect extends OwnedDefect {
  readonly startedAt: Instant;
  /** The last change of its components; null where there was none. */
  readonly componentSince: Instant | null;
  readonly resolved: boolean;
  readonly decidedAt: Instant | null;
}

export type Escalation =
  /** Nobody is told anything; `why` is a sentence. */
  | { readonly kind: 'none'; readonly why: string }
  | {
      readonly kind: 'running';
      /** When the clock started: with the defect, or again when its components changed. */
      readonly since: Instant;
      /** The highest step that has been reached. */
      readonly due: EscalationStep | null;
      readonly next: EscalationStep | null;
    };

export interface EscalationStep {
  /** 1 for the first of the ladder. */
  readonly step: number;
  readonly at: Instant;
  /** Account ids; never empty. While there is anybody else, the owner is not among them. */
  readonly to: readonly string[];
  /** `the lead of the project` */
  readonly whom: string;
  /** `the lead of the project, after 4 hours of working time without a decision` */
  readonly why: string;
  /** Working time from now on; 0 once it is reached. */
  readonly inMinutes: number;
}

/**
 * Where a defect stands on the ladder of its first rota. Time is counted in the rota's calendar, round the clock where there is no such
 * calendar, so that a wrong name escalates too early rather than never.
 */
export function escalationOf(config: OwnershipConfig, defect: WaitingDefect, now: Instant): Escalation {
  if (defect.resolved) return { kind: 'none', why: 'It is resolved.' };
  if (defect.decidedAt !== null) return { kind: 'none', why: 'It has been decided.' };
  const rota = rotasOf(config, defect).find(({ ladder }) => ladder.length > 0);
  if (rota === undefined) return { kind: 'none', why: 'No rota with an escalation covers it.' };
  const calendar = calendarNamed(config, rota.calendar) ?? roundTheClock;
  const since = [defect.startedAt, defect.componentSince ?? ''].reduce((a, b) => (a > b ? a : b));
  const ladder = rota.ladder.filter(({ afterMinutes }) => afterMinutes >= 0).toSorted((a, b) => a.afterMinutes - b.afterMinutes);
  const steps = ladder.flatMap((step, n) => {
    const at = addWorkingMinutes(calendar, since, step.afterMinutes);
    return at === null ? [] : [{ step, n: n + 1, at }];
  });
  const described = (one: (typeof steps)[number] | undefined): EscalationStep | null =>
    one === undefined
      ? null
      : {
          ...{ step: one.n, at: one.at, to: told(config, defect, one.step.who, now), whom: whomWords(config, one.step) },
          why: `${whomWords(config, one.step)}, after ${timeWords(one.step.afterMinutes)} of working time without a decision`,
          inMinutes: Math.max(0, Math.ceil(workingMinutesBetween(calendar, now, one.at))),
        };
  return {
    kind: 'running',
    since,
    due: described(steps.findLast(({ at }) => at <= now)),
    next: described(steps.find(({ at }) => at > now)),
  };
}

/**
 * Whom to tell of a defect whose time to decide is over, whatever its ladder has reached by then: those of the step that it has reached or
 * reaches next; the lead where no ladder runs.
 */
export function peopleAtExpiry(config: OwnershipConfig, defect: WaitingDefect, now: Instant): readonly string[] {
  const escalation = escalationOf(config, defect, now);
  const step = escalation.kind === 'running' ? (escalation.due ?? escalation.next) : null;
  return step?.to ?? told(config, defect, { kind: 'lead' }, now);
}

/** Whom a step tells, of those who can be asked; else the lead, the release managers, and at the very last the lead all the same. */
function told(config: OwnershipConfig, defect: OwnedDefect, who: LadderStep['who'], now: Instant): readonly string[] {
  const at = Date.parse(now);
  const owner = firstAvailable(config, defect, at).accountId;
  const canBeTold = (accountId: string) => accountId !== owner && isAvailable(config, accountId, at);
  const asked = meant(config, defect, who, at).filter(canBeTold);
  const wanted = who.kind === 'deputy' ? asked.slice(0, 1) : [...new Set(asked)];
  if (wanted.length > 0) return wanted;
  const other = [config.lead, ...config.releaseManagers].find(canBeTold);
  return [other ?? config.lead];
}

function meant(config: OwnershipConfig, defect: OwnedDefect, who: LadderStep['who'], at: number): readonly string[] {
  switch (who.kind) {
    case 'deputy':
      return [...candidates(config, defect, at)].flatMap(({ kind, accountId }) => (kind === 'deputy' ? [accountId] : []));
    case 'lead':
      return [config.lead];
    case 'release-managers':
      return config.releaseManagers;
    case 'person':
      return [who.accountId];
  }
}

const whoWords = { deputy: 'the deputy', lead: 'the lead of the project', 'release-managers': 'the release managers' } as const;

function whomWords(config: OwnershipConfig, { who }: LadderStep): string {
  return who.kind === 'person' ? nameOf(config, who.accountId) : whoWords[who.kind];
}
