import { z } from 'zod';
import { closedSince } from '../../defects/shell';
import type { StoredProject } from '../../defects/shell';
import { sha256 } from '../../kernel/hash';
import { day, plus } from '../../kernel/instant';
import type { Instant } from '../../kernel/instant';
import { readKey, writeFleeting } from '../../platform/key-value';
import type { Access } from '../access';
import { closedOnes } from './closed-ones';
import type { ClosedOnes } from './closed-ones';
import { windowDays } from './standing';

const keptSchema = z.object({
  stamp: z.string(),
  severities: z.array(
    z.object({ restsOn: z.number(), centiles: z.array(z.number()).transform((kept) => Float64Array.from(kept)) }),
  ),
});
const life = day;

/**
 * How long closed ones of each severity took, for every panel of a project without going through its defects: kept until the project
 * changes or the day does. What is kept rests on what people of the same security levels see, and nobody else is given it.
 */
export async function keptClosedOnes(project: StoredProject, access: Access, now: Instant): Promise<readonly ClosedOnes[]> {
  const key = `aging:${project.id}:${sha256([...access.levels].sort().join(' ')).slice(0, 24)}`;
  const stamp = `${project.changes} ${now.slice(0, 10)}`;
  const kept = keptSchema.safeParse(await readKey(key));
  if (kept.success && kept.data.stamp === stamp) return kept.data.severities;
  const found = closedOnes(await closedSince(project.id, plus(now, -windowDays * day)), access, Date.parse(now));
  const severities = found.map(({ restsOn, centiles }) => ({ restsOn, centiles: [...centiles] }));
  await writeFleeting(key, { stamp, severities }, life / 1000);
  return found;
}
