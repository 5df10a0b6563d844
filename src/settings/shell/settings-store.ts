import { z } from 'zod';
import { settingsSchema } from '../../contracts/settings';
import { claimKey, readKey, writeKey } from '../../platform/key-value';
import { defaultSettings } from '../defaults';
import { upToDate } from '../older-documents';
import { settingsProblems } from '../problems';
import type { Problem } from '../problems';
import type { Settings } from '../settings';

/**
 * The settings as stored. `damaged` means that there is a document which cannot be read or cannot stand: nothing may then be decided
 * from it, and the defaults are no substitute, because they could open a gate that the admin had closed.
 */
export type StoredSettings =
  | { readonly kind: 'ok'; readonly settings: Settings; readonly revision: number }
  | { readonly kind: 'damaged'; readonly because: string; readonly revision: number | null };

const key = 'settings';
const revisionKey = (revision: number) => `settings:${revision}`;
const revisionSchema = z.object({ revision: z.number().int().min(0) });
const storedSchema = revisionSchema.extend({ document: z.unknown() });

export async function readSettings(): Promise<StoredSettings> {
  const stored = await readKey(key);
  if (stored === undefined) return { kind: 'ok', settings: defaultSettings, revision: 0 };
  const outer = storedSchema.safeParse(stored);
  if (!outer.success) return { kind: 'damaged', because: 'The stored settings have no revision.', revision: null };
  const { revision, document } = outer.data;
  const parsed = parseSettings(document);
  if (parsed.kind === 'ok') return { kind: 'ok', settings: parsed.settings, revision };
  const first = parsed.problems[0];
  return { kind: 'damaged', because: `At "${first?.path ?? ''}": ${first?.message ?? ''}`, revision };
}

/**
 * A document from a person or from storage: its shape first, then whether it can stand.
 * @param projects how problems name a project, by its id
 */
export function parseSettings(
  document: unknown,
  projects?: (projectId: string) => string,
): { kind: 'ok'; settings: Settings } | { kind: 'invalid'; problems: Problem[] } {
  const json = z.json().safeParse(document);
  const parsed = settingsSchema.safeParse(json.success ? upToDate(json.data) : document);
  if (!parsed.success) {
    return {
      kind: 'invalid',
      problems: parsed.error.issues.map((issue) => ({ path: issue.path.join('.'), message: issue.message })),
    };
  }
  const problems = settingsProblems(parsed.data, projects);
  return problems.length === 0 ? { kind: 'ok', settings: parsed.data } : { kind: 'invalid', problems };
}

/** Of several who save over the same revision, one gets true. The document of every revision stays where it is. */
export function claimRevision(revision: number, settings: Settings): Promise<boolean> {
  return claimKey(revisionKey(revision), settings);
}

/** The document that was claimed for a revision, if it can be read. */
export async function claimedSettings(revision: number): Promise<Settings | null> {
  const parsed = parseSettings(await readKey(revisionKey(revision)));
  return parsed.kind === 'ok' ? parsed.settings : null;
}

/** Makes a claimed revision the one that holds. */
export function adoptRevision(revision: number, settings: Settings): Promise<void> {
  return writeKey(key, { revision, document: settings });
}
