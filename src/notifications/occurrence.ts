import type { Instant } from '../kernel/instant';
import type { Severity } from '../kernel/severity';
import type { VerdictState } from '../kernel/verdict';

/** What a gate said before and says now; both are the same where nothing turned. */
export interface GateChange {
  readonly stage: { readonly key: string; readonly name: string };
  /** Null where nothing had been decided before. */
  readonly from: VerdictState | null;
  readonly to: VerdictState;
  /** The verdict in words, which name no issue. */
  readonly sentence: string;
}

/** Whether a deployment of the release into a stage is under way, or has been done and stands. */
export const deploymentStates = ['deploying', 'deployed'] as const;
export type DeploymentState = (typeof deploymentStates)[number];

/** A release that something happened to, as it stood at that moment. */
export interface ReleaseFacts {
  readonly id: string;
  readonly name: string;
  readonly released: boolean;
  /** Id of the release ticket on which people are told (`ticketToTellOn`); null where the version has none. */
  readonly ticketId: string | null;
  readonly deployments: readonly { readonly stage: string; readonly state: DeploymentState }[];
  /** Every gate that has a verdict. */
  readonly gates: readonly GateChange[];
}

/** Pseudonyms of people whom something is for, where it is for some. */
export interface ForPeople {
  /** By name. */
  readonly people?: readonly string[];
  /** Who decides on what was asked for. */
  readonly approvers?: readonly string[];
  /** Who asked for it. */
  readonly requesters?: readonly string[];
}

/** Something that happened and that people may want to be told. The files of messages/ make them. */
export interface Occurrence<Event extends string = string> extends ForPeople {
  /** Of two with the same id the second is not told: something that is handed in twice happened once. At most 200 characters. */
  readonly id: string;
  readonly event: Event;
  /** When Holdpoint learned of it. */
  readonly at: Instant;
  readonly projectId: string;
  /** Null where a severity makes no sense, and rules do not ask for one. */
  readonly severity: Severity | null;
  /** Id of the issue that it happened to; null where it is about a release or the project. */
  readonly issueId: string | null;
  readonly releases: readonly ReleaseFacts[];
  /** One sentence for people who may see the release ticket: it names no issue that has a security level. */
  readonly sentence: string;
}

/** What every kind of message says of the place where it happened. */
export interface Happening {
  readonly id: string;
  readonly at: Instant;
  readonly projectId: string;
}

/** A release ticket that messages could stand on. */
interface Ticket {
  readonly id: string;
  readonly category: string;
}

/** Where people are told of a release: its first release ticket that is not done, else the first; null where there is none. */
export function ticketToTellOn(tickets: readonly Ticket[]): string | null {
  return (tickets.find(({ category }) => category !== 'done') ?? tickets[0])?.id ?? null;
}
