import type { Instant } from '../kernel/instant';
import { severities } from '../kernel/severity';
import type { Severity } from '../kernel/severity';
import type { EventName, Told } from './messages';
import type { ForPeople, GateChange } from './occurrence';

/** What a message has to say of one event: how often, and the newest of it. */
export interface EventCount {
  readonly event: EventName;
  readonly count: number;
  readonly sentence: string;
}

/** A gate's change over everything that a message is about: what it said first, and what it says last. */
export interface ReleaseGateChange extends GateChange {
  readonly release: { readonly id: string; readonly name: string };
}

/** Occurrences put together. */
export interface Content extends ForPeople {
  readonly firstAt: Instant;
  readonly lastAt: Instant;
  /** The worst. */
  readonly severity: Severity | null;
  readonly events: readonly EventCount[];
  readonly releases: readonly { readonly id: string; readonly name: string }[];
  readonly gates: readonly ReleaseGateChange[];
}

/** @param about ids of the releases of it that matter here */
export function contentOf(occurrence: Told, about: readonly string[]): Content {
  const releases = occurrence.releases.filter(({ id }) => about.includes(id));
  return {
    ...{ firstAt: occurrence.at, lastAt: occurrence.at, severity: occurrence.severity },
    events: [{ event: occurrence.event, count: 1, sentence: occurrence.sentence }],
    releases: releases.map(({ id, name }) => ({ id, name })),
    gates: releases.flatMap(({ id, name, gates }) => gates.map((gate) => ({ ...gate, release: { id, name } }))),
    ...peopleOf(occurrence, {}),
  };
}

/** Both as one: counts add up, gates go from what the earlier knew first to what the later knew last. */
export function joined(earlier: Content, later: Content): Content {
  return {
    firstAt: earlier.firstAt < later.firstAt ? earlier.firstAt : later.firstAt,
    lastAt: earlier.lastAt > later.lastAt ? earlier.lastAt : later.lastAt,
    severity: worse(earlier.severity, later.severity),
    events: later.events.reduce(withEvent, earlier.events),
    releases: [...earlier.releases, ...later.releases.filter(({ id }) => !earlier.releases.some((known) => known.id === id))],
    gates: later.gates.reduce(withGate, earlier.gates),
    ...peopleOf(earlier, later),
  };
}

function peopleOf(earlier: ForPeople, later: ForPeople): ForPeople {
  const both = (kind: keyof ForPeople) => [...new Set([...(earlier[kind] ?? []), ...(later[kind] ?? [])])];
  const [people, approvers, requesters] = [both('people'), both('approvers'), both('requesters')];
  return {
    ...(people.length === 0 ? {} : { people }),
    ...(approvers.length === 0 ? {} : { approvers }),
    ...(requesters.length === 0 ? {} : { requesters }),
  };
}

/** What others say of the gates of its releases, although the rule tells nothing of that. */
export function withGatesOf(content: Content, occurrence: Told): Content {
  const about = content.releases.map(({ id }) => id);
  return { ...content, gates: contentOf(occurrence, about).gates.reduce(withGate, content.gates) };
}

/** How many occurrences it stands for. */
export function countOf({ events }: Content): number {
  return events.reduce((sum, { count }) => sum + count, 0);
}

function withEvent(events: readonly EventCount[], more: EventCount): readonly EventCount[] {
  if (!events.some(({ event }) => event === more.event)) return [...events, more];
  return events.map((known) => (known.event === more.event ? { ...more, count: known.count + more.count } : known));
}

function withGate(gates: readonly ReleaseGateChange[], more: ReleaseGateChange): readonly ReleaseGateChange[] {
  const same = (known: ReleaseGateChange) => known.release.id === more.release.id && known.stage.key === more.stage.key;
  if (!gates.some(same)) return [...gates, more];
  return gates.map((known) => (same(known) ? { ...more, from: known.from } : known));
}

function worse(a: Severity | null, b: Severity | null): Severity | null {
  return severities.find((severity) => severity === a || severity === b) ?? null;
}
