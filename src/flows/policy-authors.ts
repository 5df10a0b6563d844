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

/**
 * Pseudonyms of those who changed what gates ask of a project, in the last 90 days: they do not approve that their own policy is passed over.
 * Who administers a project and changed its gates alone is one of them, for this project and no other.
 */
export async function policyAuthors(projectId: string, now: Instant): Promise<string[]> {
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
    const touched = read.success && read.data.changes.some(({ path }) => concerns(path, projectId));
    return touched && actor.kind === 'person' ? [actor.pseudonym] : [];
  });
  return [...new Set(authors)];
}

function concerns(path: string, projectId: string): boolean {
  const [part = '', section, project] = path.split('.');
  return (
    policyParts.includes(part) && (part !== 'gates' || section !== 'byProject' || project === undefined || project === projectId)
  );
}
