import { z } from 'zod';
import { severities } from '../kernel/severity';
import { gateModes, verdictStates } from '../kernel/verdict';

/** What several screens show alike. Instants are ISO 8601 in UTC. */
export const severitySchema = z.enum(severities);
/** How settings and rows name a stage. */
export const stageKeySchema = z
  .string()
  .regex(/^[a-z][a-z0-9-]{0,29}$/, 'A stage key is 1 to 30 lower-case letters, digits and dashes.');
export const modeSchema = z.enum(gateModes);
export const stateSchema = z.enum(verdictStates);

/** How far Holdpoint's own store of a project can be trusted. */
export const storeStateSchema = z.discriminatedUnion('kind', [
  /** Everything is being read; `total` is null until the search has answered. Meanwhile no gate is open. */
  z.object({
    kind: z.literal('reading'),
    done: z.number(),
    total: z.number().nullable(),
    since: z.string(),
    /** Points of Jira's budget that this reading has used. */
    points: z.number(),
    /** An admin paused it. */
    paused: z.boolean(),
    /** Set while the hour's budget is used up, or Jira asked to wait: until when. */
    waitUntil: z.string().nullable(),
    /** When it will be done at this pace; null while nobody can tell. */
    expectedEnd: z.string().nullable(),
  }),
  /** Jira has been read up to `upTo`. */
  z.object({ kind: z.literal('ready'), upTo: z.string() }),
  /** The first read stopped; `message` says what to do. */
  z.object({ kind: z.literal('failed'), message: z.string(), at: z.string() }),
]);
export type StoreState = z.infer<typeof storeStateSchema>;

export const projectSchema = z.object({ id: z.string(), key: z.string(), name: z.string() });
export const versionSchema = z.object({
  id: z.string(),
  name: z.string(),
  startDate: z.string().nullable(),
  releaseDate: z.string().nullable(),
  released: z.boolean(),
});

export const stageSummarySchema = z.object({
  stage: z.object({ key: z.string(), name: z.string() }),
  mode: modeSchema,
  state: stateSchema,
  sentence: z.string(),
  /** When it was decided; null while there is no verdict yet. */
  at: z.string().nullable(),
  /** Until when it may be relied on; screens show it as stale afterwards even when they can no longer read. */
  until: z.string().nullable().optional(),
  /** Set where the verdict is out of date: since when. Never shown as open or held then. */
  staleSince: z.string().nullable(),
});
export type StageSummary = z.infer<typeof stageSummarySchema>;

/** An answer of the back end to a screen: the view, or why there is none, in words for people. */
export type Answer<View> =
  | { readonly kind: 'ok'; readonly view: View }
  | { readonly kind: 'refused'; readonly title: string; readonly message: string }
  | { readonly kind: 'failed'; readonly title: string; readonly message: string };
