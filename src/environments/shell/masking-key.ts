import { z } from 'zod';
import { newSecret } from '../../platform/identity';
import { claimSecret, readSecret } from '../../platform/key-value';

const name = 'masking-key';
const stored = z.object({ key: z.string().min(20) });

/** What pseudonyms depend on: made once for an installation, so that equal values stay equal, and known to nobody else. */
export async function maskingKey(): Promise<string> {
  const found = stored.safeParse(await readSecret(name));
  if (found.success) return found.data.key;
  const key = newSecret();
  if (await claimSecret(name, { key })) return key;
  return stored.parse(await readSecret(name)).key;
}
