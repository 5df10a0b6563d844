import { z } from 'zod';
import { claimFleeting, readKey, removeKey, writeKey } from '../../platform/key-value';

const key = 'digests-sent';
const schema = z.record(z.string(), z.string());
/** In seconds: longer than a day lasts anywhere. */
const claimed = 3 * 86_400;
const claimKey = (accountId: string, day: string) => `digest:${day}:${accountId}`;

/** The last day on which each person was sent a digest, by account id. */
export async function lastDigestDays(): Promise<Map<string, string>> {
  const read = schema.safeParse(await readKey(key));
  return new Map(read.success ? Object.entries(read.data) : []);
}

/** Of several who want to send a person the digest of a day, one gets true. It is claimed before it is sent: rather none than two. */
export function claimDigest(accountId: string, day: string): Promise<boolean> {
  return claimFleeting(claimKey(accountId, day), {}, claimed);
}

/** Jira has refused it for now: the next round tries again. */
export function releaseDigest(accountId: string, day: string): Promise<void> {
  return removeKey(claimKey(accountId, day));
}

/** Remembers who was sent one. Days before yesterday say nothing any more. */
export async function noteDigests(sent: ReadonlyMap<string, string>): Promise<void> {
  if (sent.size === 0) return;
  const newest = [...sent.values()].sort().at(-1) ?? '';
  const all = [...(await lastDigestDays()), ...sent].filter(([, day]) => Date.parse(newest) - Date.parse(day) <= 3 * 86_400_000);
  await writeKey(key, Object.fromEntries(all));
}

/** Forgets a person. */
export async function eraseFromDigests(accountId: string): Promise<void> {
  const days = await lastDigestDays();
  if (days.delete(accountId)) await writeKey(key, Object.fromEntries(days));
}
