import { z } from 'zod';
import { readKey, removeKey, writeKey } from '../../platform/key-value';

const stored = z.object({ ids: z.array(z.string()) });
const keyOf = (projectId: string) => `version-order:${projectId}`;
/** A value of the key-value store has 240 KiB. */
const mostKept = 10_000;

/** Ids of the versions of a project in the order in which Jira lists them; none while it has not been read. */
export async function versionOrder(projectId: string): Promise<readonly string[]> {
  return stored.safeParse(await readKey(keyOf(projectId))).data?.ids ?? [];
}

/** @returns whether it is another order than before */
export async function keepVersionOrder(projectId: string, all: readonly string[]): Promise<boolean> {
  const ids = all.slice(0, mostKept);
  const before = await versionOrder(projectId);
  if (before.length === ids.length && before.every((id, at) => id === ids[at])) return false;
  await writeKey(keyOf(projectId), { ids });
  return true;
}

export async function forgetVersionOrder(projectId: string): Promise<void> {
  await removeKey(keyOf(projectId));
}
