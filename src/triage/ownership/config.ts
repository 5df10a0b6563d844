import type { Calendar } from '../../governance';

/** Who answers for which component, as an admin sets it. */
export interface OwnershipSettings {
  readonly calendars: readonly Calendar[];
  /** In order of precedence: where a defect has several components, the first rota that has somebody counts. */
  readonly rotas: readonly Rota[];
  /** For components without a rota of their own, and defects without a component; its own `component` is not looked at. */
  readonly defaultRota: Rota | null;
  readonly absences: readonly Absence[];
  /** Account ids. */
  readonly releaseManagers: readonly string[];
  /** IANA name; of everybody who has no calendar. */
  readonly zone: string;
  /** Whether people are sent once a day what waits for them. */
  readonly digest: boolean;
}

/** The settings, and what Jira knows of people. */
export interface OwnershipConfig extends OwnershipSettings {
  /** Everybody with an active account, by account id; nobody else is asked to do anything while there is another. */
  readonly people: ReadonlyMap<string, Person>;
  /** Account ids of those who lead components in Jira, by the name of the component. */
  readonly componentLeads: ReadonlyMap<string, string>;
  /** Account id of the project's lead: the very last who is asked. */
  readonly lead: string;
}

export interface Person {
  readonly name: string;
  /** Name of the calendar that the person works by; null where it isn't known. */
  readonly calendar: string | null;
}

/** Those who take turns. */
export interface Rota {
  /** Name of the component. */
  readonly component: string;
  /** Name of the calendar in which the time until an escalation is counted. */
  readonly calendar: string;
  /** Account ids, in the order of their turns. */
  readonly members: readonly string[];
  readonly rotation: Rotation;
  readonly deputies: readonly Deputy[];
  readonly ladder: readonly LadderStep[];
}

export interface Rotation {
  readonly kind: 'weekly' | 'daily';
  /** The day on which the first member's first turn begins, `2026-11-02`; weeks begin on its weekday. */
  readonly start: string;
  /** When a turn ends and the next begins, `09:00`. */
  readonly handOver: string;
  /** IANA name. */
  readonly zone: string;
}

export interface Deputy {
  readonly accountId: string;
  /** Account id of the person whom the deputy stands in for; null stands in for everybody on the rota. */
  readonly of: string | null;
}

/** Whom to tell when nothing has been decided. */
export interface LadderStep {
  /** Working time since the clock started. */
  readonly afterMinutes: number;
  readonly who:
    { readonly kind: 'deputy' | 'lead' | 'release-managers' } | { readonly kind: 'person'; readonly accountId: string };
}

/** Whole days in the person's own zone. */
export interface Absence {
  readonly accountId: string;
  /** The first day, `2026-11-02`. */
  readonly from: string;
  /** The last day. */
  readonly to: string;
}

/** A calendar by its name. */
export function calendarNamed(config: OwnershipSettings, name: string | null): Calendar | null {
  return config.calendars.find((calendar) => calendar.name === name) ?? null;
}
