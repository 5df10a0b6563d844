import { z } from 'zod';
import { panelRequestSchema } from './panel';
import { jiraIdSchema, projectRequestSchema } from './project';

/** Which change or release brought a defect in: a part of the panel, and a list on the page about pipelines. */
const changeSchema = z.object({
  kind: z.enum(['commit', 'build', 'issue']),
  /** Hash of the commit, name of the build, id of the issue. */
  value: z.string().min(1).max(255),
  /** How people call it. */
  label: z.string().max(255),
});
const versionSchema = z.object({ id: z.string(), name: z.string() });

export const originViewSchema = z.object({
  now: z.string(),
  mayEdit: z.boolean(),
  /** Null while nobody has said it. */
  origin: z
    .object({
      change: changeSchema.nullable(),
      version: versionSchema.nullable(),
      /** In words, e.g. `4.1.0, commit 1a2b3c4d5e`. */
      words: z.string(),
      setAt: z.string(),
      /** Account id; null for a person whose data was erased. */
      by: z.string().nullable(),
    })
    .nullable(),
  /** What facts speak for, the best first. */
  suggestions: z.array(
    z.object({ change: changeSchema.nullable(), version: versionSchema.nullable(), words: z.string(), why: z.string() }),
  ),
  /** Releases to choose from, in the order of their dates. */
  versions: z.array(versionSchema),
  /** Releases that have the defect, by its origin and its fix; `named` where Jira says so too. Empty without an origin. */
  affected: z.array(versionSchema.extend({ named: z.boolean() })),
});
export type OriginView = z.infer<typeof originViewSchema>;

export const setOriginRequestSchema = panelRequestSchema.extend({
  /** Null where nobody knows the release. */
  versionId: jiraIdSchema.nullable(),
  /** What was typed for a commit or a build, or an issue that was suggested; null for neither. Without both the origin is taken back. */
  change: z
    .discriminatedUnion('kind', [
      z.object({ kind: z.literal('typed'), text: z.string().trim().min(1).max(200, 'At most 200 characters.') }),
      z.object({ kind: z.literal('issue'), issueId: jiraIdSchema }),
    ])
    .nullable(),
});

export const regressionsViewSchema = z.object({
  now: z.string(),
  /** Defects that the viewer may see and of which somebody said what brought them in. */
  known: z.number(),
  causes: z.array(
    z.object({
      kind: z.enum(['version', 'commit', 'build', 'issue']),
      label: z.string(),
      count: z.number(),
      open: z.number(),
      /** At most 20, open ones first. */
      defects: z.array(z.object({ key: z.string(), open: z.boolean() })),
    }),
  ),
});
export type RegressionsView = z.infer<typeof regressionsViewSchema>;

export const originCalls = {
  origin: { request: panelRequestSchema, view: originViewSchema },
  setOrigin: { request: setOriginRequestSchema, view: originViewSchema },
  /** Adds the releases that have the defect to those that Jira names as affected, as the viewer. */
  setAffected: { request: panelRequestSchema, view: originViewSchema },
  /** Changes and releases of a project that brought in several defects. */
  regressions: { request: projectRequestSchema, view: regressionsViewSchema },
} as const;
