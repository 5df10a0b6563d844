import { ticketsOfComing } from '../defects/shell';
import type { StoredVersion } from '../defects/shell';
import { settleFreeze } from '../gates';
import type { Freeze } from '../gates';
import { freezesOfProject, freezeStore } from '../gates/shell';
import type { StoredFreeze } from '../gates/shell';
import type { Instant } from '../kernel/instant';
import { enteredStatusAt, ok } from '../platform/jira';
import type { JiraOutcome } from '../platform/jira';
import type { Settings } from '../settings';
import { readSettings } from '../settings/shell';
import { enterFreeze } from './enter-freeze';
import { evaluateVersions } from './evaluate-versions';
import { orderedReleases } from './gate-releases';

/** Which releases of a project are frozen, with what is asked of them. */
export interface FrozenReleases {
  readonly settings: Settings;
  readonly revision: number | null;
  /** All of the project, in the order in which they come. */
  readonly releases: readonly StoredVersion[];
  readonly standing: readonly Freeze[];
}

/**
 * Begins and ends the freezes of a project that begin or end by themselves, and has the ledger say so.
 * @returns what is frozen now; null where nothing ever was, or the settings cannot be read
 */
export async function settleFreezes(projectId: string, now: Instant): Promise<JiraOutcome<FrozenReleases | null>> {
  const read = await readSettings();
  if (read.kind !== 'ok') return ok(null);
  const { settings, revision } = read;
  const stored = await freezesOfProject(projectId);
  const { startStatus } = settings.gates.freezes;
  const planned = settings.forecast.freezes;
  if (stored.length === 0 && startStatus === '' && Object.keys(planned).length === 0) return ok(null);
  const releases = await orderedReleases(projectId);
  const tickets = await ticketsIn(projectId, startStatus);
  const standing: Freeze[] = [];
  let changed = false;
  for (const place of placesOf(releases, stored)) {
    const { version, freezes } = place;
    const stands = freezes.some(({ state }) => state === 'standing');
    const ticketId = stands || place.isOut ? undefined : tickets.get(version.id);
    const at = ticketId === undefined ? ok(null) : await enteredStatusAt(ticketId);
    if (at.kind !== 'ok') return at;
    const ticket = ticketId === undefined || at.value === null ? null : { id: ticketId, at: at.value };
    const settled = settleFreeze({ ...place, projectId, day: planned[version.id]?.day ?? null, ticket, now });
    if (settled !== null) {
      await keep(settled);
      changed = true;
    }
    const last = settled ?? freezes.find(({ state }) => state === 'standing');
    if (last?.state === 'standing') standing.push(last);
  }
  if (changed || stored.some(({ events, entered }) => events.length > entered)) await enterFreezes(projectId, revision, now);
  return ok({ settings, revision, releases, standing });
}

async function keep(freeze: Freeze): Promise<void> {
  await (freeze.events.length === 1 ? freezeStore.insert(freeze) : freezeStore.update(freeze));
}

/** The ledger first, then the verdicts that rest on it. */
export async function enterFreezes(projectId: string, revision: number | null, now: Instant): Promise<void> {
  const toEnter = (await freezesOfProject(projectId)).filter(({ events, entered }) => events.length > entered);
  for (const freeze of toEnter) await enterFreeze(freeze, revision);
  const versions = new Set(toEnter.map(({ version }) => version.id));
  await evaluateVersions({ projectId, versions, now, stampAnew: false });
}

/** By the id of a release the ticket that is in the status which freezes. */
async function ticketsIn(projectId: string, status: string): Promise<Map<string, string>> {
  const plain = (text: string) => text.trim().toLowerCase();
  if (plain(status) === '') return new Map();
  const tickets = (await ticketsOfComing(projectId)).filter((ticket) => plain(ticket.status) === plain(status));
  return new Map(tickets.map(({ id, versionId }) => [versionId, id]));
}

interface Place {
  readonly version: { readonly id: string; readonly name: string };
  readonly isOut: boolean;
  readonly freezes: readonly StoredFreeze[];
}

/** Releases that are there, and those that are gone while they were frozen. */
function placesOf(releases: readonly StoredVersion[], stored: readonly StoredFreeze[]): Place[] {
  const of = (id: string) => stored.filter(({ version }) => version.id === id);
  const there = releases.map(({ id, name, released, archived }) => ({
    ...{ version: { id, name }, isOut: released || archived, freezes: of(id) },
  }));
  const known = new Set(releases.map(({ id }) => id));
  const gone = [...new Map(stored.filter(({ version }) => !known.has(version.id)).map(({ version }) => [version.id, version]))];
  return [...there, ...gone.map(([id, version]) => ({ version, isOut: true, freezes: of(id) }))];
}
