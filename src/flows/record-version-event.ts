import type { z } from 'zod';
import type { StoredProject } from '../defects/shell';
import type { Instant } from '../kernel/instant';
import { readVersion } from '../platform/jira';
import type { JiraVersion } from '../platform/jira';
import type { versionEventSchema } from './event-payloads';
import { followBreaches, isTakenBackNow } from './gate-breaches';
import { recordHeldRelease } from './held-release';
import { enterVersionChange, lastChange } from './version-ledger';
import type { NamedVersion, VersionChange } from './version-ledger';

type VersionEvent = z.output<typeof versionEventSchema>;

/** What happens to a version that the ledger keeps, and what of Jira's own version shows that it still holds. */
const kept: Readonly<Record<VersionChange, (version: JiraVersion | null) => boolean>> = {
  released: (version) => version?.released === true,
  unreleased: (version) => version !== null && version.released !== true,
  archived: (version) => version?.archived === true,
  unarchived: (version) => version !== null && version.archived !== true,
  merged: (version) => version === null,
  deleted: (version) => version === null,
};

/**
 * Enters what happened to a version. Events come twice and late, so Jira is asked whether it still is so, and what the ledger says
 * already is not said again. A release by itself cannot be stopped; one whose last gate was not open is an entry of its own, and a
 * breach that is followed up.
 * @throws Error where Jira does not answer, so that the event is handled again
 */
export async function recordVersionEvent(event: VersionEvent, project: StoredProject, now: Instant): Promise<void> {
  const told = whatHappened(event);
  if (told === null) return;
  const { what, version, into } = told;
  const found = await readVersion(version.id);
  if (found.kind !== 'ok' && found.kind !== 'gone') throw new Error(found.because);
  const jira = found.kind === 'ok' ? found.value : null;
  if (!kept[what](jira)) return;
  const last = await lastChange(project.id, version.id, what);
  if (last?.what === what) return;
  const place = { version: { id: version.id, name: jira?.name ?? version.name }, after: last?.seq ?? 0, now };
  if (what === 'released') await recordHeldRelease(project, place);
  const own = what === 'unreleased' && (await isTakenBackNow(version.id));
  await enterVersionChange(project.id, { ...place, what, into, own });
  if (what === 'released') await followBreaches(version.id, now);
}

function whatHappened({
  eventType,
  version,
  mergedVersion,
}: VersionEvent): { what: VersionChange; version: NamedVersion; into: NamedVersion | null } | null {
  const verb = eventType.split(':')[2] ?? '';
  if (verb === 'merged') return mergedVersion == null ? null : { what: 'merged', version: mergedVersion, into: version };
  // A merge is told as a deletion too.
  if (verb === 'deleted' && mergedVersion != null) return { what: 'merged', version, into: mergedVersion };
  return isKept(verb) ? { what: verb, version, into: null } : null;
}

function isKept(verb: string): verb is VersionChange {
  return Object.hasOwn(kept, verb);
}
