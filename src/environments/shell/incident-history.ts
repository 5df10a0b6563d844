import { z } from 'zod';
import type { Instant } from '../../kernel/instant';
import { factsOf } from './fact-store';
import { incidentIn } from './told';
import type { ToldIncident } from './told';

/** An incident, and when somebody noticed it, where that was told. */
export interface DetectedIncident {
  readonly told: ToldIncident;
  readonly detectedAt: Instant | null;
}

const detected = z.object({ detectedAt: z.string().nullable() });

/** Incidents of a project, newest first. @param most bounds the answer: below 4 MiB up to 5,000 */
export async function incidentHistory(projectId: string, most: number): Promise<DetectedIncident[]> {
  return (await factsOf(projectId, { kind: 'incident' }, most)).flatMap((fact) => {
    const detectedAt = detected.safeParse(fact.body).data?.detectedAt ?? null;
    return incidentIn(fact).map((told) => ({ told, detectedAt }));
  });
}
