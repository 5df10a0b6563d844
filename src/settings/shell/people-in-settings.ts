import { settingsSchema } from '../../contracts/settings';
import type { Settings as SettingsDocument } from '../../contracts/settings';
import type { Json } from '../../kernel/json';
import { valuesUnder, writeKey } from '../../platform/key-value';
import { z } from 'zod';
import { upToDate } from '../older-documents';

/** Stands in settings for a person whose data was erased: turns stay whose they were. Nobody has it, so nobody is asked. */
const erased = 'erased';
const prefix = 'settings';

/** Every account id that a document names. */
export function accountIdsOf({ ownership, deferrals }: Pick<SettingsDocument, 'ownership' | 'deferrals'>): string[] {
  const { rotas, defaultRota, absences, releaseManagers } = ownership;
  const all = defaultRota === null ? rotas : [...rotas, defaultRota];
  const found = [
    ...all.flatMap(({ members, deputies, ladder }) => [
      ...members,
      ...deputies.flatMap(({ accountId, of }) => (of === null ? [accountId] : [accountId, of])),
      ...ladder.flatMap(({ who }) => (who.kind === 'person' ? [who.accountId] : [])),
    ]),
    ...absences.map(({ accountId }) => accountId),
    ...releaseManagers,
    ...deferrals.approvers.flatMap((level) => (level.kind === 'people' ? level.accountIds : [])),
  ];
  return [...new Set(found)].filter((id) => id !== erased);
}

/** A document, or a part of it, in which each of these texts stands as another one. */
export function replacedIn(document: Json, texts: ReadonlyMap<string, string>): Json {
  if (typeof document === 'string') return texts.get(document) ?? document;
  if (isList(document)) return document.map((one) => replacedIn(one, texts));
  if (typeof document !== 'object' || document === null) return document;
  return Object.fromEntries(Object.entries(document).map(([key, value]) => [key, replacedIn(value, texts)]));
}

function isList(document: Json): document is readonly Json[] {
  return Array.isArray(document);
}

/** The documents of all revisions and the one that holds, which has its revision around it. */
async function documents(): Promise<{ key: string; value: Json; people: string[] }[]> {
  const found = await valuesUnder(prefix);
  return found.flatMap(({ key, value }) => {
    const json = z.json().safeParse(value);
    if (!json.success || (key !== prefix && !key.startsWith(`${prefix}:`))) return [];
    const inner = z.object({ document: z.json() }).safeParse(json.data);
    const read = settingsSchema.safeParse(upToDate(inner.success && key === prefix ? inner.data.document : json.data));
    return read.success ? [{ key, value: json.data, people: accountIdsOf(read.data) }] : [];
  });
}

/**
 * Account ids that settings name, of older revisions too, in their order.
 * @param after the last one of the page before; empty for the first page
 */
export async function peopleInSettings(after: string, most: number): Promise<string[]> {
  const all = new Set((await documents()).flatMap(({ people }) => people));
  return [...all]
    .filter((id) => id > after)
    .sort()
    .slice(0, most);
}

/** Takes a person out of the settings and their older revisions. What rested on that person's turn goes to the next. Safe to repeat. */
export async function eraseFromSettings(accountId: string): Promise<void> {
  for (const { key, value, people } of await documents()) {
    const without = replacedIn(value, new Map([[accountId, erased]]));
    if (people.includes(accountId) && typeof without === 'object' && without !== null) await writeKey(key, { ...without });
  }
}
