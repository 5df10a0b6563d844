import { z } from 'zod';
import { jiraIdSchema } from './project';
import { projectSchema } from './screen';

const instantSchema = z.iso.datetime();
const placeSchema = z.object({ seq: z.number().int().min(0), hash: z.string().regex(/^[0-9a-f]{64}$/) });

/** The screen *Decisions*: the ledger of a project, or of what concerns every project (for Jira admins). */
const filter = {
  projectId: jiraIdSchema,
  ledger: z.enum(['project', 'site']).default('project'),
  versionId: jiraIdSchema.nullable().default(null),
  /** Key of an issue, e.g. SHOP-12. */
  issueKey: z
    .string()
    .trim()
    .toUpperCase()
    .regex(/^[A-Z][A-Z0-9_]{1,20}-\d{1,12}$/, 'Write a key such as SHOP-12.')
    .nullable()
    .default(null),
  kind: z
    .string()
    .regex(/^[a-z-]{1,40}$/)
    .nullable()
    .default(null),
  /** From (included) to (not included). */
  from: instantSchema.nullable().default(null),
  to: instantSchema.nullable().default(null),
};
export const decisionsRequestSchema = z.object({
  ...filter,
  before: z.number().int().min(1).nullable().default(null),
  /** Place of the one entry that is asked for; the rest of the filter then says nothing. */
  entry: z.number().int().min(1).nullable().default(null),
});

export const decisionSchema = z.object({
  seq: z.number(),
  at: z.string(),
  kind: z.string(),
  /** What happened, in a few words: "Gate held", "Settings saved". */
  title: z.string(),
  /** How it stands out in a list. */
  tone: z.enum(['good', 'bad', 'warning', 'calm']),
  sentence: z.string(),
  who: z.discriminatedUnion('kind', [
    /** `accountId` is null for somebody who was erased. */
    z.object({ kind: z.literal('person'), accountId: z.string().nullable(), pseudonym: z.string() }),
    z.object({ kind: z.literal('app'), rule: z.string().nullable() }),
  ]),
  version: z.object({ id: z.string(), name: z.string() }).nullable(),
  stage: z.string().nullable(),
  /** Further facts for people, each with its label. */
  facts: z.array(z.object({ label: z.string(), value: z.string() })),
  /** Issues that the entry names and the viewer may see; and how many others. */
  issues: z.array(z.object({ id: z.string(), key: z.string(), role: z.enum(['came', 'went', 'holds', 'named']) })),
  hidden: z.number(),
  app: z.string(),
  settings: z.number().nullable(),
  hash: z.string(),
});
export type Decision = z.infer<typeof decisionSchema>;

export const decisionsViewSchema = z.object({
  now: z.string(),
  project: projectSchema,
  /** Newest first. */
  decisions: z.array(decisionSchema),
  /** `before` of the next page; null at the end. */
  next: z.number().nullable(),
  /** Choices for the filters. */
  versions: z.array(z.object({ id: z.string(), name: z.string() })),
  kinds: z.array(z.object({ kind: z.string(), title: z.string() })),
  /** The newest entry of the whole ledger. */
  head: placeSchema,
  /** Whether the viewer may open the ledger of the site. */
  mayOpenSite: z.boolean(),
});
export type DecisionsView = z.infer<typeof decisionsViewSchema>;

/** Some of an export; call again with `next` until it is null. JSON is the whole ledger, so that it can be verified; CSV keeps the filter. */
export const exportRequestSchema = z.object({
  ...filter,
  format: z.enum(['json', 'csv']),
  next: z.number().int().min(0).nullable().default(null),
});
export const exportViewSchema = z.object({
  /** JSON: entries, separated by commas, without brackets around them; CSV: lines, the first with the names of the columns. */
  text: z.string(),
  next: z.number().nullable(),
  /** How many of the ledger's entries have been gone through. */
  done: z.number(),
  /** JSON: the last entry of the file, once `next` is null. */
  head: placeSchema,
});

/** Checks some of the ledger; call again with the place found as `after` until `more` is false. */
export const verifyRequestSchema = z.object({
  projectId: jiraIdSchema,
  ledger: z.enum(['project', 'site']).default('project'),
  /** The last place that was found whole; null for the start. */
  after: placeSchema.nullable().default(null),
});
export const verifyViewSchema = z.discriminatedUnion('kind', [
  /** `withheld`: how many of these entries have lost their evidence; the chain is whole without it. */
  z.object({ kind: z.literal('whole'), place: placeSchema, more: z.boolean(), total: z.number(), withheld: z.number() }),
  z.object({ kind: z.literal('broken'), seq: z.number(), because: z.string() }),
]);

/** What a person opened or exported on one day. */
const readerSchema = z.object({
  /** `accountId` is null for somebody who was erased. */
  who: z.object({ accountId: z.string().nullable(), pseudonym: z.string() }),
  act: z.enum(['opened', 'exported']),
  /** The screen or the file, in words: "Readiness", "Decisions as JSON". */
  what: z.string(),
  /** What it was about, in words: "This project", "Release 4.2.0". */
  subject: z.string(),
  firstAt: z.string(),
  lastAt: z.string(),
  times: z.number().int(),
});
export type Reader = z.infer<typeof readerSchema>;

/** Who read what of a project; for Jira admins. */
export const readersViewSchema = z.object({
  /** Newest first. */
  rows: z.array(readerSchema),
  /** There is more than the rows tell. */
  more: z.boolean(),
  /** The first day that is looked at (UTC): `2026-10-04`. */
  sinceDay: z.string(),
});
export type ReadersView = z.infer<typeof readersViewSchema>;
