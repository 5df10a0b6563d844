import { z } from 'zod';
import { newSecret } from '../../platform/identity';
import { readSecret, writeSecret } from '../../platform/key-value';
import { unlessErased, withErased } from '../erased';
import type { ReadDefect } from './store-defects';

const name = 'erased-people';
const stored = z.object({ key: z.string(), people: z.array(z.string()) });

/** Keeps a keyed hash of somebody who was erased: Jira goes on naming the account, and an issue that is read again must not bring it back. */
export async function rememberErased(accountId: string): Promise<void> {
  const erased = stored.safeParse(await readSecret(name)).data ?? { key: newSecret(), people: [] };
  await writeSecret(name, withErased(erased, accountId));
}

/** Takes people who were erased out of what Jira says of defects. */
export async function withoutErased(read: readonly ReadDefect[]): Promise<ReadDefect[]> {
  const erased = stored.safeParse(await readSecret(name)).data;
  if (erased === undefined || erased.people.length === 0) return [...read];
  const kept = unlessErased(erased);
  return read.map(({ defect, history }) => ({
    defect: { ...defect, assigneeId: kept(defect.assigneeId) },
    history: { ...history, assignee: history.assignee.map((span) => ({ ...span, value: kept(span.value) })) },
  }));
}
