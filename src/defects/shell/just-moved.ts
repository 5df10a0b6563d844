import { z } from 'zod';
import { readKey, writeFleeting } from '../../platform/key-value';

const keptSchema = z.object({ ids: z.array(z.string()) });
const keyOf = (versionId: string) => `just-moved:${versionId}`;
const mostKept = 50;
/** Jira's search and the store know of a change by then. */
const keptSeconds = 180;

/** Issues that were taken out of a version moments ago: searches and the store may still have them in it. */
export async function justMovedFrom(versionId: string): Promise<readonly string[]> {
  const kept = keptSchema.safeParse(await readKey(keyOf(versionId)));
  return kept.success ? kept.data.ids : [];
}

export async function noteMovedFrom(versionId: string, issueIds: readonly string[]): Promise<void> {
  const ids = [...new Set([...issueIds, ...(await justMovedFrom(versionId))])].slice(0, mostKept);
  await writeFleeting(keyOf(versionId), { ids }, keptSeconds);
}
