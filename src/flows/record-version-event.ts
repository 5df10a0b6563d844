import { z } from 'zod';
import type { StoredProject } from '../defects/shell';
import { verdictsOf } from '../gates/shell';
import { appendEntry, findEntries } from '../governance/shell';
import type { NewFact } from '../governance/shell';
import type { Instant } from '../kernel/instant';
import type { Json } from '../kernel/json';
import { readVersion } from '../platform/jira';
import type { JiraVersion } from '../platform/jira';
import { readSettings } from '../settings/shell';
import { gateEvidence } from './gate-evidence';
import type { versionEventSchema } from './event-payloads';
import { judgeVersion } from './judge-version';
import type { Judged } from './judge-version';

type VersionEvent = z.output<typeof versionEventSchema>;
interface Named {
  readonly id: string;
  readonly name: string;
}

/** What happens to a version that the ledger keeps, and what of Jira's own version shows that it still holds. */
const kept = {
  released: (version: JiraVersion | null) => version?.released === true,
  unreleased: (version: JiraVersion | null) => version !== null && version.released !== true,
  archived: (version: JiraVersion | null) => version?.archived === true,
  unarchived: (version: JiraVersion | null) => version !== null && version.archived !== true,
  merged: (version: JiraVersion | null) => version === null,
  deleted: (version: JiraVersion | null) => version === null,
} as const;
type What = keyof typeof kept;
/** Of one group only the last one holds. */
const groups: readonly (readonly What[])[] = [
  ['released', 'unreleased'],
  ['archived', 'unarchived'],
  ['merged', 'deleted'],
];

/**
 * Enters what happened to a version. Events come twice and late, so Jira is asked whether it still is so, and what the ledger says
 * already is not said again. A release by itself cannot be stopped; one whose last gate was not open is an entry of its own.
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
  const last = await lastOf(project.id, version.id, what);
  if (last?.what === what) return;
  const place = { what, version: { id: version.id, name: jira?.name ?? version.name }, after: last?.seq ?? 0, now };
  if (what === 'released') await enterHeldRelease(project, place);
  await appendEntry(project.id, { ...fact(place, 'version-changed'), body: changedBody(place, into) });
}

function whatHappened({
  eventType,
  version,
  mergedVersion,
}: VersionEvent): { what: What; version: Named; into: Named | null } | null {
  const verb = eventType.split(':')[2] ?? '';
  if (verb === 'merged') return mergedVersion == null ? null : { what: 'merged', version: mergedVersion, into: version };
  // A merge is told as a deletion too.
  if (verb === 'deleted' && mergedVersion != null) return { what: 'merged', version, into: mergedVersion };
  return isKept(verb) ? { what: verb, version, into: null } : null;
}

function isKept(verb: string): verb is What {
  return Object.hasOwn(kept, verb);
}

const changedSchema = z.object({ what: z.string() });
const mostLooked = 50;

async function lastOf(chain: string, versionId: string, what: What): Promise<{ what: string; seq: number } | null> {
  const subject = `version:${versionId}`;
  const query = { subject, kind: 'version-changed', issueId: null, from: null, to: null, before: null };
  const group: readonly string[] = groups.find((names) => names.includes(what)) ?? [];
  for (const entry of await findEntries(chain, query, mostLooked)) {
    const body = changedSchema.safeParse(entry.body);
    if (entry.subject === subject && body.success && group.includes(body.data.what))
      return { what: body.data.what, seq: entry.seq };
  }
  return null;
}

interface Place {
  readonly what: What;
  readonly version: Named;
  /** Place in the ledger of what was said of the version last: with it the same event gives the same key. */
  readonly after: number;
  readonly now: Instant;
}

function fact({ what, version, after, now }: Place, kind: string): Omit<NewFact, 'body'> {
  return {
    ...{ at: now, kind, subject: `version:${version.id}`, entryKey: `${kind}:${version.id}:${what}:${after}` },
    ...{ actor: { kind: 'app', rule: null }, settings: null, evidence: null },
  };
}

function changedBody({ what, version }: Place, into: Named | null): Json {
  return {
    schema: 1,
    what,
    version: { id: version.id, name: version.name },
    ...(into === null ? {} : { into: { id: into.id, name: into.name } }),
    sentence: `${version.name} was ${what}${into === null ? '' : ` into ${into.name}`} in Jira.`,
  };
}

async function enterHeldRelease(project: StoredProject, place: Place): Promise<void> {
  const settings = await readSettings();
  const { version, now } = place;
  const factsOf = await gateEvidence({ projectId: project.id, versionIds: [version.id], settings: [settings], now });
  const before = await verdictsOf([version.id]);
  const judged = judgeVersion({ project, version, facts: factsOf(version.id), settings, before, now });
  const last = judged.at(-1);
  if (last === undefined || last.verdict.state === 'open') return;
  const breaching = breachingIssues(last);
  await appendEntry(
    project.id,
    {
      ...fact(place, 'released-while-held'),
      settings: settings.revision,
      body: heldBody(project, place.version, last),
      evidence: { issues: breaching.map(({ id, key, severity, level }) => ({ id, key, severity, level })) },
    },
    breaching.map(({ id }) => id),
  );
}

function heldBody({ readUpTo }: StoredProject, version: Named, { verdict, mode }: Judged): Json {
  const { stage, state, sentence } = verdict;
  const named = { version: { id: version.id, name: version.name }, stage: { key: stage.key, name: stage.name } };
  return { schema: 1, ...named, state, sentence, mode, readUpTo };
}

function breachingIssues({ verdict, defects }: Judged) {
  const ids = new Set(verdict.conditions.flatMap(({ state, defectIds }) => (state === 'breached' ? defectIds : [])));
  return defects
    .filter(({ id }) => ids.has(id))
    .map(({ id, key, severity, securityLevel }) => ({ id, key, severity, level: securityLevel }));
}
