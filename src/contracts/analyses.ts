import { z } from 'zod';
import { jiraIdSchema } from './project';
import { projectSchema } from './screen';

/** The analysis of why defects escaped from a release, and what is done about it. */
const release = z.object({ projectId: jiraIdSchema, versionId: jiraIdSchema });
/** What is longer is refused with words that say so. */
const text = z.string().max(4000);
const day = z.string().max(10);

export const analysisContentSchema = z.object({
  /** Chains of answers: each says why the one before it came about. */
  causes: z.array(z.object({ levels: z.array(z.object({ because: text, evidence: text })).max(10) })).max(50),
  /** `owner` is an account id; empty where nobody is chosen. */
  actions: z.array(z.object({ what: text, owner: z.string().max(128), due: day, check: text, checkOn: day })).max(50),
});
export type AnalysisContentView = z.infer<typeof analysisContentSchema>;

const knownSchema = z.object({ found: z.number(), escaped: z.number() }).nullable();
/** Account id; null for somebody who was erased. */
const person = z.string().nullable();

export const analysisViewSchema = z.object({
  now: z.string(),
  project: projectSchema,
  release: z.object({ id: z.string(), name: z.string(), releaseDate: z.string().nullable() }),
  state: z.enum(['none', 'draft', 'submitted', 'approved', 'returned']),
  /** How far it has come, and what comes next. */
  sentence: z.string(),
  /** Counts its changes: a change is made over the one that was seen. */
  revision: z.number(),
  content: analysisContentSchema,
  authors: z.array(person),
  events: z.array(
    z.object({
      act: z.enum(['submitted', 'approved', 'returned']),
      at: z.string(),
      who: person,
      because: z.string().nullable(),
      /** What was known of the escapes then; it stays as it was. */
      known: knownSchema,
    }),
  ),
  /** What is known of the escapes now. */
  known: knownSchema,
  may: z.object({ write: z.boolean(), decide: z.boolean() }),
});
export type AnalysisView = z.infer<typeof analysisViewSchema>;

const change = { ...release.shape, revision: z.number().int().min(0) };
export const changeAnalysisRequestSchema = z.discriminatedUnion('act', [
  z.object({ act: z.literal('write'), ...change, content: analysisContentSchema }),
  z.object({ act: z.literal('submit'), ...change }),
  z.object({ act: z.literal('approve'), ...change }),
  z.object({ act: z.literal('return'), ...change, because: z.string().max(1000) }),
]);
export const changeAnalysisViewSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('done'), sentence: z.string(), view: analysisViewSchema }),
  z.object({
    kind: z.literal('refused'),
    message: z.string(),
    /** What is missing, and where: `causes.0.levels.1.because`. */
    problems: z.array(z.object({ path: z.string(), message: z.string() })),
  }),
]);

export const analysisCalls = {
  analysis: {
    /** Of the release itself, or of the one that was shipped before it. */
    request: release.extend({ which: z.enum(['own', 'before']).default('own') }),
    view: analysisViewSchema,
  },
  changeAnalysis: { request: changeAnalysisRequestSchema, view: changeAnalysisViewSchema },
} as const;
