import { z } from 'zod';
import { siteChain } from '../governance';
import { findEntries } from '../governance/shell';
import { day, plus } from '../kernel/instant';
import type { Instant } from '../kernel/instant';

/** Parts of the settings that say when a gate is held. */
const policyParts = ['gates', 'stages', 'tiers', 'projects', 'slaTargetDays', 'forecast', 'defectTypes'];
const lookBackDays = 90;
const mostEntries = 500;
const bodySchema = z.object({ changes: z.array(z.object({ path: z.string() })) });

/** Pseudonyms of those who changed what gates ask for, in the last 90 days: they do not approve that their own policy is passed over. */
export async function policyAuthors(now: Instant): Promise<string[]> {
  const query = {
    subject: 'settings',
    kind: 'settings-saved',
    issueId: null,
    from: plus(now, -lookBackDays * day),
    to: null,
    before: null,
  };
  const entries = await findEntries(siteChain, query, mostEntries);
  const authors = entries.flatMap(({ actor, body }) => {
    const read = bodySchema.safeParse(body);
    const touched = read.success && read.data.changes.some(({ path }) => policyParts.includes(path.split('.')[0] ?? ''));
    return touched && actor.kind === 'person' ? [actor.pseudonym] : [];
  });
  return [...new Set(authors)];
}
