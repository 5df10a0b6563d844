import { z } from 'zod';
import { agingWindowDays, closedTimes, leastClosed, referenceOf } from '../analytics';
import { closedSince, projectById } from '../defects/shell';
import type { Facts } from '../gates';
import { day, plus } from '../kernel/instant';
import type { Instant } from '../kernel/instant';
import { severities } from '../kernel/severity';
import { readKey, writeFleeting } from '../platform/key-value';
import { startOfDay } from '../scoring';

type References = Facts['aging'];

const time = z.number().nullable();
const reference = z.object({ p50: time, p85: time, p95: time, restsOn: z.number() });
const keptSchema = z.object({
  from: z.string(),
  references: z.object({ S1: reference, S2: reference, S3: reference, S4: reference }),
});

/**
 * How long the closed defects of a project took, by severity, as of the beginning of the day (UTC): a gate that opens at noon does not
 * close at one because somebody closed something quickly. Kept for the day, so that a verdict does not go through all defects.
 */
export async function agingReferences(projectId: string, now: Instant): Promise<References> {
  const from = startOfDay(now);
  const key = `gate-aging:${projectId}`;
  const kept = keptSchema.safeParse(await readKey(key));
  if (kept.success && kept.data.from === from) return kept.data.references;
  const references = await measured(projectId, from);
  const project = await projectById(projectId);
  // While the project is being read it knows some of its defects only.
  if (project?.state === 'ready') await writeFleeting(key, { from, references }, day / 1000);
  return references;
}

async function measured(projectId: string, at: Instant): Promise<References> {
  const defects = await closedSince(projectId, plus(at, -agingWindowDays * day));
  const groups = severities.length;
  const facts = {
    created: Float64Array.from(defects, ({ createdAt }) => Date.parse(createdAt)),
    resolved: Float64Array.from(defects, ({ endedAt }) => Date.parse(endedAt)),
    // One without a severity says nothing of any.
    group: Uint16Array.from(defects, ({ severity }) => (severity === null ? groups : severities.indexOf(severity))),
    groups,
  };
  const times = closedTimes(facts, Date.parse(at), agingWindowDays);
  const of = (place: number) => referenceOf(times[place] ?? new Float64Array(), leastClosed);
  return { S1: of(0), S2: of(1), S3: of(2), S4: of(3) };
}
