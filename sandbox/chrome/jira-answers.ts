import { z } from 'zod';

/** The parts of Jira's REST answers (OpenAPI of Jira Cloud's platform REST API v3) that the pages show. */
const named = z.object({ id: z.string(), name: z.string() });
const orNull = <T>(schema: z.ZodType<T>) => schema.nullish().transform((value) => value ?? null);
export const personSchema = z.object({ accountId: z.string(), displayName: z.string() });
export const statusSchema = z.object({
  id: z.string(),
  name: z.string(),
  statusCategory: z.object({ key: z.string(), name: z.string() }),
});

export const projectSchema = z.object({
  id: z.string(),
  key: z.string(),
  name: z.string(),
  projectTypeKey: z.string().default('software'),
  simplified: z.boolean().default(false),
  issueTypes: z.array(z.object({ id: z.string(), name: z.string(), subtask: z.boolean().default(false) })).optional(),
});
export type ProjectAnswer = z.infer<typeof projectSchema>;
export const projectPageSchema = z.object({ values: z.array(projectSchema) });

export const versionSchema = z.object({
  id: z.string(),
  name: z.string(),
  description: z.string().default(''),
  released: z.boolean().default(false),
  archived: z.boolean().default(false),
  overdue: z.boolean().default(false),
  startDate: z.string().optional(),
  releaseDate: z.string().optional(),
});
export type VersionAnswer = z.infer<typeof versionSchema>;
export const relatedWorkSchema = z.array(
  z.object({
    relatedWorkId: z.string().optional(),
    title: z.string().optional(),
    category: z.string(),
    url: z.string().optional(),
  }),
);
export const unresolvedCountSchema = z.object({ issuesCount: z.number(), issuesUnresolvedCount: z.number() });

const linkedIssue = z.object({
  key: z.string(),
  fields: z.object({ summary: z.string(), status: statusSchema.optional() }),
});
const issueLink = z.object({
  id: z.string(),
  type: z.object({ inward: z.string().default(''), outward: z.string().default('') }),
  inwardIssue: linkedIssue.optional(),
  outwardIssue: linkedIssue.optional(),
});
const comment = z.object({ id: z.string(), author: personSchema.nullish(), body: z.unknown(), created: z.string() });

export const issueFieldsSchema = z.looseObject({
  summary: z.string().default(''),
  description: z.unknown(),
  status: statusSchema,
  issuetype: named,
  project: projectSchema,
  priority: orNull(named),
  resolution: orNull(named),
  assignee: orNull(personSchema),
  reporter: orNull(personSchema),
  labels: z.array(z.string()).default([]),
  components: z.array(named).default([]),
  fixVersions: z.array(named).default([]),
  versions: z.array(named).default([]),
  security: orNull(named),
  created: orNull(z.string()),
  updated: orNull(z.string()),
  resolutiondate: orNull(z.string()),
  duedate: orNull(z.string()),
  issuelinks: z.array(issueLink).default([]),
  attachment: z.array(z.object({ id: z.string(), filename: z.string(), size: z.number() })).default([]),
  comment: z.object({ comments: z.array(comment) }).optional(),
});

const historyItem = z.object({ field: z.string(), fromString: z.string().nullish(), toString: z.unknown() });
const history = z.object({ id: z.string(), author: personSchema.nullish(), created: z.string(), items: z.array(historyItem) });

export const issueSchema = z.object({
  id: z.string(),
  key: z.string(),
  fields: issueFieldsSchema,
  changelog: z.object({ total: z.number().optional(), histories: z.array(history) }).optional(),
});
export type IssueAnswer = z.infer<typeof issueSchema>;
export type CommentAnswer = z.infer<typeof comment>;
export type HistoryAnswer = z.infer<typeof history>;

export const foundSchema = z.object({
  issues: z.array(z.object({ id: z.string(), key: z.string(), fields: issueFieldsSchema.partial() })),
  nextPageToken: orNull(z.string()),
});

export const transitionsSchema = z.object({
  transitions: z.array(z.object({ id: z.string(), name: z.string(), to: z.object({ name: z.string() }).optional() })),
});

export const fieldSchema = z.object({
  id: z.string(),
  key: z.string().optional(),
  name: z.string(),
  custom: z.boolean().default(false),
  schema: z.looseObject({ type: z.string().optional() }).nullish(),
});
export const fieldsSchema = z.array(fieldSchema);

export const namedListSchema = z.array(named);
export const peopleSchema = z.array(personSchema);
export const permissionsSchema = z.object({ permissions: z.record(z.string(), z.object({ havePermission: z.boolean() })) });
export const createdSchema = z.object({ key: z.string() });
export const createMetaSchema = z.object({ fields: z.array(z.object({ fieldId: z.string() })) });
