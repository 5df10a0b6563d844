import { settingsSchema } from '../contracts/settings';
import { allProjects, beginReading, forgetWaits } from '../defects/shell';
import { siteChain } from '../governance';
import { appendEntry, entriesOfKind, pseudonymOf } from '../governance/shell';
import type { Instant } from '../kernel/instant';
import { newId } from '../platform/identity';
import { pushMessages } from '../platform/queue';
import type { ChangeMessage } from '../platform/queue';
import { differences, tidied } from '../settings';
import type { Settings } from '../settings';
import { accountIdsOf, adoptRevision, claimedSettings, claimRevision, readSettings, replacedIn } from '../settings/shell';
import { z } from 'zod';
import { enterGates } from './enter-gates';

export interface SettingsSave {
  readonly settings: Settings;
  /** The revision that the admin edited. */
  readonly revision: number;
  readonly accountId: string;
  readonly now: Instant;
}

export type SaveOutcome =
  { readonly kind: 'saved'; readonly revision: number } | { readonly kind: 'conflict'; readonly revision: number };

/** The revision that holds; where the stored settings are too damaged to say it, the ledger counts the saves. */
export async function currentRevision(): Promise<number> {
  return (await readSettings()).revision ?? (await entriesOfKind(siteChain, 'settings-saved')).count;
}

/**
 * Saves settings over the revision that was edited. A revision is claimed first (only one saver gets it), entered in the ledger,
 * and then made the one that holds; a crash in between is finished by whoever saves next.
 */
export async function saveSettings(save: SettingsSave): Promise<SaveOutcome> {
  const before = await readSettings();
  const held = before.revision ?? (await currentRevision());
  if (held !== save.revision) return { kind: 'conflict', revision: held };
  const revision = held + 1;
  const wanted = tidied(save.settings);
  const mine = await claimRevision(revision, wanted);
  const settings = mine ? wanted : ((await claimedSettings(revision)) ?? wanted);
  const old = before.kind === 'ok' ? before.settings : null;
  const who = await pseudonymOf(save.accountId, newId());
  await appendEntry(siteChain, {
    at: save.now,
    kind: 'settings-saved',
    subject: 'settings',
    entryKey: `settings:${revision}`,
    actor: { kind: 'person', pseudonym: who },
    settings: held,
    body: { schema: 1, revision, changes: await listed(old, settings) },
    evidence: null,
  });
  await enterGates({ old, settings, revision, who, now: save.now });
  await adoptRevision(revision, settings);
  await followUp(old, settings, save.now);
  return mine ? { kind: 'saved', revision } : { kind: 'conflict', revision };
}

const json = z.json();

/** People stand in it by their pseudonyms: the ledger is never changed, and who is forgotten is forgotten there too. */
async function listed(from: Settings | null, to: Settings) {
  const before = json.parse(from);
  const after = json.parse(to);
  const changes = differences(before, after);
  const people = [
    ...(from === null ? [] : accountIdsOf(settingsSchema.parse(before))),
    ...accountIdsOf(settingsSchema.parse(after)),
  ];
  const text = JSON.stringify(changes);
  const pseudonyms = new Map<string, string>();
  for (const id of new Set(people)) if (text.includes(JSON.stringify(id))) pseudonyms.set(id, await pseudonymOf(id, newId()));
  return changes.map(({ path, from: was, to: is }) => ({
    path,
    from: replacedIn(was, pseudonyms),
    to: replacedIn(is, pseudonyms),
  }));
}

/** Other work types are other issues: then every project is read from the start. Else what is stored is judged anew. */
async function followUp(old: Settings | null, settings: Settings, now: Instant): Promise<void> {
  const types = (of: Settings | null) => JSON.stringify([of?.defectTypes, of?.releaseTypes]);
  const readAgain = types(old) !== types(settings);
  const projects = await allProjects();
  if (readAgain) for (const { id } of projects) await beginReading(id, now);
  // Another budget may let a reading go on that waits for the next hour.
  if (old?.reading.pointsPerHour !== settings.reading.pointsPerHour) await forgetWaits();
  await pushMessages(
    projects.flatMap(({ id, state }): ChangeMessage[] => [
      // Also where it is read anew: its gates are held at once, however long the reading has to wait for points.
      { kind: 'evaluate', projectId: id },
      { kind: readAgain || state === 'reading' ? 'read' : 'look-back', projectId: id },
      ...(readAgain || state === 'reading' ? [] : [{ kind: 'score' as const, projectId: id }]),
    ]),
  );
}
