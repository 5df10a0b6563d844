import { z } from 'zod';
import { claimKey, claimSecret, readSecret, valuesUnder, writeSecret } from '../../platform/key-value';
import { sourceKinds } from '../source';
import type { Source } from '../source';

const timed = z.array(z.object({ value: z.string(), until: z.string().nullable() }));
const sourceSchema = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.enum(sourceKinds),
  projectId: z.string().nullable(),
  createdAt: z.string(),
  rotatedAt: z.string().nullable(),
  revokedAt: z.string().nullable(),
  secrets: timed,
  gateTokens: timed,
});

const idForm = /^[a-z0-9-]{1,60}$/;
const secretKey = (id: string) => `source:${id}`;
/** Names the sources, since secrets cannot be listed. */
const namePrefix = 'source-name:';

/** Null where there is none of that id, or what is stored cannot be read: then nothing is taken from it. */
export async function sourceById(id: string): Promise<Source | null> {
  if (!idForm.test(id)) return null;
  const stored = sourceSchema.safeParse(await readSecret(secretKey(id)));
  return stored.success ? stored.data : null;
}

/** In the order of their ids; revoked ones too. */
export async function allSources(): Promise<Source[]> {
  const ids = (await valuesUnder(namePrefix)).map(({ key }) => key.slice(namePrefix.length));
  const sources = await Promise.all(ids.map(sourceById));
  return sources.filter((source) => source !== null);
}

/** @returns false where a source of that id is there already */
export async function addSource(source: Source): Promise<boolean> {
  if (!(await claimSecret(secretKey(source.id), source))) return false;
  await claimKey(`${namePrefix}${source.id}`, { id: source.id });
  return true;
}

export async function replaceSource(source: Source): Promise<void> {
  await writeSecret(secretKey(source.id), source);
}
