import { z } from 'zod';
import { keyedHash } from '../../kernel/hash';
import { newSecret } from '../../platform/identity';
import { readSecret, writeSecret } from '../../platform/key-value';
import type { ReadDefect } from './store-defects';

const name = 'erased-people';
const stored = z.object({ key: z.string(), people: z.array(z.string()) });
/** A value of the key-value store has 240 KiB. */
const mostKept = 5000;

/** Keeps a keyed hash of somebody who was erased: Jira goes on naming the account, and an issue that is read again must not bring it back. */
export async function rememberErased(accountId: string): Promise<void> {
  const { key, people } = stored.safeParse(await readSecret(name)).data ?? { key: newSecret(), people: [] };
  const hash = keyedHash(key, accountId).slice(0, 32);
  await writeSecret(name, { key, people: [...people.filter((one) => one !== hash), hash].slice(-mostKept) });
}

/** Takes people who were erased out of what Jira says of defects. */
export async function withoutErased(read: readonly ReadDefect[]): Promise<ReadDefect[]> {
  const { key, people } = stored.safeParse(await readSecret(name)).data ?? { key: '', people: [] };
  if (people.length === 0) return [...read];
  const erased = new Set(people);
  const kept = (id: string | null) => (id !== null && erased.has(keyedHash(key, id).slice(0, 32)) ? null : id);
  return read.map(({ defect, history }) => ({
    defect: { ...defect, assigneeId: kept(defect.assigneeId) },
    history: { ...history, assignee: history.assignee.map((span) => ({ ...span, value: kept(span.value) })) },
  }));
}
