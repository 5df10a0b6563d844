import { z } from 'zod';
import { gateModes, verdictStates } from '../kernel/verdict';

/**
 * The verdict of one version as it is published to the project property `holdpoint.gates.<version id>`, for workflow expressions,
 * pipelines and the panel's fallback. Everyone who may browse the project can read it, so it names no issue.
 */
export const publishedStageSchema = z.object({
  mode: z.enum(gateModes),
  state: z.enum(verdictStates),
  /** A finished sentence for people, e.g. "4.2.0 may not enter production: 2 open S1 defects, 0 allowed." */
  sentence: z.string(),
  /** The rule that holds first, with its value and limit; null while open. */
  rule: z.string().nullable(),
  value: z.number().nullable(),
  limit: z.number().nullable(),
  /** Set where the limit is the least that is asked; otherwise it is the most that is allowed. */
  atLeast: z.boolean().exactOptional(),
  /** JQL that lists the defects behind the reasons (all open defects of the release while the gate is open). */
  jql: z.string(),
  /** When it was decided, and until when it may be relied on. */
  at: z.string(),
  until: z.string(),
  /** The build that was judged, the newest successful one of the release; null where none was told. */
  build: z.string().nullable(),
  /** Where several services have builds of the release: the newest of each. */
  builds: z.array(z.string()).exactOptional(),
  /** Set where a held gate may be passed by an override: `state` is then open, until that is over. */
  override: z.object({ id: z.string(), until: z.string() }).nullable().default(null),
});
export type PublishedStage = z.infer<typeof publishedStageSchema>;

export const publishedVerdictSchema = z.object({
  schema: z.literal(1),
  version: z.string(),
  name: z.string(),
  /** Hash of the newest ledger entry when this was written. */
  head: z.string(),
  at: z.string(),
  until: z.string(),
  stages: z.record(z.string(), publishedStageSchema),
});
export type PublishedVerdict = z.infer<typeof publishedVerdictSchema>;

/** @param versionId Jira's id of the version */
export function verdictPropertyKey(versionId: string): string {
  return `holdpoint.gates.${versionId}`;
}
