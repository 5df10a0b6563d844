import { z } from 'zod';

const actorSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('person'), pseudonym: z.string() }),
  z.object({ kind: z.literal('app'), rule: z.string().nullable() }),
]);

/** One entry of a ledger as it is exported. `evidence` is left out where the reader may not see every issue that it names. */
export const exportedEntrySchema = z.object({
  chain: z.string(),
  seq: z.number().int(),
  at: z.string(),
  kind: z.string(),
  subject: z.string(),
  entryKey: z.string(),
  actor: actorSchema,
  app: z.string(),
  settings: z.number().nullable(),
  body: z.json(),
  evidenceHash: z.string().nullable(),
  evidence: z.json().optional(),
  previousHash: z.string(),
  hash: z.string(),
});

/** The file that *Export as JSON* makes and `holdpoint verify` reads. */
export const ledgerExportSchema = z.object({
  holdpointLedger: z.literal(1),
  /** Id of the project, or `site`. */
  chain: z.string(),
  name: z.string(),
  exportedAt: z.string(),
  head: z.object({ seq: z.number(), hash: z.string() }),
  entries: z.array(exportedEntrySchema),
});
