import type { OwnershipView } from '../../contracts/ownership';
import type { Instant } from '../../kernel/instant';
import { escalationOf, ownerOf } from '../../triage';
import type { EscalationStep, OwnedDefect, OwnershipConfig } from '../../triage';

/** What the line is made of. */
export interface OwnerFacts {
  readonly config: OwnershipConfig;
  readonly owned: OwnedDefect & { readonly componentSince: Instant | null };
  /** When its clock started. */
  readonly startedAt: Instant;
  readonly decided: boolean;
  /** Clocks that started earlier are a backlog, of which nobody is told; null while none is counted. */
  readonly countedSince: Instant | null;
  readonly now: Instant;
}

/** Who owns an open defect now, and who is told next while nobody decides. */
export function ownershipView({ config, owned, startedAt, decided, countedSince, now }: OwnerFacts): OwnershipView {
  const { accountId, why, until } = ownerOf(config, owned, now);
  const waiting = { ...owned, startedAt, resolved: false, decidedAt: decided ? now : null };
  const escalation = escalationOf(config, waiting, now);
  const counts = escalation.kind === 'running' && countedSince !== null && escalation.since >= countedSince;
  return {
    now,
    owner: accountId === '' ? null : { accountId, name: nameOf(config, accountId), why, until },
    reached: counts ? stepOf(config, escalation.due) : null,
    next: counts ? stepOf(config, escalation.next) : null,
  };
}

function stepOf(config: OwnershipConfig, step: EscalationStep | null): OwnershipView['next'] {
  if (step === null) return null;
  const { whom, to, at, inMinutes } = step;
  return { whom, names: to.flatMap((accountId) => nameOf(config, accountId) ?? []), at, inMinutes };
}

/** The word for people without a name is no name. */
function nameOf({ people }: OwnershipConfig, accountId: string): string | null {
  const name = people.get(accountId)?.name ?? 'somebody';
  return name === 'somebody' ? null : name;
}
