import type { ControlEventView } from '../../contracts/gate-control';
import type { DrillEvent, HoldEvent, OverrideEvent } from '../../gates';

interface Known {
  /** Account ids by pseudonym; those of people who were erased are missing. */
  readonly people: ReadonlyMap<string, string>;
}

export function personOf(pseudonym: string, { people }: Known) {
  return { accountId: people.get(pseudonym) ?? null, pseudonym };
}

export function eventView({ act, at, who, because }: HoldEvent | DrillEvent | OverrideEvent, known: Known): ControlEventView {
  return { act, at, who: who === null ? null : personOf(who, known), because };
}
