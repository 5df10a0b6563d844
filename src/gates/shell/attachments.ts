import { z } from 'zod';
import type { Instant } from '../../kernel/instant';
import { readKey, removeKey, writeKey } from '../../platform/key-value';
import type { Guard } from '../attachment';

const named = z.object({ id: z.string(), name: z.string() });
const storedSchema = z.object({
  kind: z.enum(['looked', 'none', 'refused']),
  guards: z.array(
    z.object({
      workflow: named,
      transition: named,
      to: z.string(),
      stage: z.string().nullable(),
      locks: z.array(z.enum(['condition', 'published', 'decided'])),
    }),
  ),
  checkedAt: z.string(),
});

/**
 * What the last look at a project's workflows found. `none`: the project has no work type of release tickets; `refused`: Jira does not
 * show the workflows to the app, and `guards` are those of the look before.
 */
export interface StoredAttachment {
  readonly kind: 'looked' | 'none' | 'refused';
  readonly guards: readonly Guard[];
  readonly checkedAt: Instant;
}

const key = (projectId: string) => `attachment:${projectId}`;

/** Null where nobody has looked yet. */
export async function attachmentOfProject(projectId: string): Promise<StoredAttachment | null> {
  const stored = storedSchema.safeParse(await readKey(key(projectId)));
  return stored.success ? stored.data : null;
}

export async function storeAttachment(projectId: string, attachment: StoredAttachment): Promise<void> {
  await writeKey(key(projectId), attachment);
}

export async function forgetAttachment(projectId: string): Promise<void> {
  await removeKey(key(projectId));
}
