import { parse } from 'yaml';
import { z } from 'zod';

/**
 * What the sandbox needs of manifest.yml. Unknown members pass through: the manifest's own validator is @forge/manifest, run by the
 * tests. Names are the manifest's (developer.atlassian.com/platform/forge/manifest-reference).
 */
const text = z.union([z.string(), z.looseObject({ i18n: z.string() }).transform((reference) => reference.i18n)]);

const functionSchema = z.looseObject({
  key: z.string(),
  handler: z.string(),
  timeoutSeconds: z.number().int().min(1).max(900).optional(),
});
const filterSchema = z.looseObject({ ignoreSelf: z.boolean().default(false), expression: z.string().optional() });
const subscriptionSchema = z.union([
  z.string().transform((eventType) => ({ eventType, filter: undefined })),
  z.looseObject({ eventType: z.string(), filter: filterSchema.optional() }),
]);
const triggerSchema = z.looseObject({
  key: z.string(),
  function: z.string(),
  events: z.array(subscriptionSchema),
  filter: filterSchema.default({ ignoreSelf: false }),
});
const consumerSchema = z.looseObject({ key: z.string(), queue: z.string(), function: z.string() });
/** developer.atlassian.com/platform/forge/manifest-reference/modules/scheduled-trigger; @forge/manifest does not look. */
const mostScheduledTriggers = 5;
const scheduledTriggerSchema = z.looseObject({
  key: z.string(),
  function: z.string(),
  interval: z.enum(['fiveMinute', 'hour', 'day', 'week']),
});
const staticOutputSchema = z.looseObject({
  key: z.string(),
  statusCode: z.number().int(),
  body: z.string().optional(),
  contentType: z.string().optional(),
});
const webTriggerSchema = z.looseObject({
  key: z.string(),
  function: z.string(),
  response: z
    .discriminatedUnion('type', [
      z.looseObject({ type: z.literal('static'), outputs: z.array(staticOutputSchema) }),
      z.looseObject({ type: z.literal('dynamic') }),
    ])
    .default({ type: 'dynamic' }),
});
const formatterSchema = z.looseObject({ expression: z.string() });
const customFieldSchema = z.looseObject({
  key: z.string(),
  name: text,
  description: text,
  type: z.enum(['string', 'number', 'datetime']),
  readOnly: z.boolean().default(false),
  validation: z.looseObject({ expression: z.string(), errorMessage: text }).optional(),
  edit: z.looseObject({ validation: z.looseObject({ expression: z.string(), errorMessage: text }).optional() }).optional(),
  view: z.looseObject({ formatter: formatterSchema.optional() }).optional(),
  formatter: formatterSchema.optional(),
});
const conditionSchema = z.looseObject({ key: z.string(), name: text, description: text, expression: z.string() });
const validatorSchema = z.looseObject({
  key: z.string(),
  name: text,
  description: text,
  expression: z.string().optional(),
  function: z.string().optional(),
  errorMessage: z.unknown().optional(),
});
/** A remote back end (`endpoint`) is not modelled: the sandbox's app has none. */
const preUninstallSchema = z.looseObject({ key: z.string(), function: z.string() });
const globalPermissionSchema = z.looseObject({
  key: z.string(),
  name: text,
  description: text,
  anonymousAllowed: z.boolean(),
  defaultGrants: z.array(z.enum(['none', 'all', 'jira-administrators'])).optional(),
});
const permissionSchema = z.looseObject({ key: z.string(), name: text, description: text });
const resourceSchema = z.looseObject({ key: z.string(), path: z.string(), entry: z.record(z.string(), z.string()).optional() });
const address = z.union([z.string(), z.looseObject({ address: z.string() }).transform((entry) => entry.address)]);
const addresses = z.array(address).default([]);
const externalSchema = z.looseObject({
  fetch: z.looseObject({ backend: addresses, client: addresses }).default({ backend: [], client: [] }),
  images: addresses,
  media: addresses,
  scripts: addresses,
  styles: addresses,
  fonts: addresses,
  frames: addresses,
});
const nothingExternal = {
  fetch: { backend: [], client: [] },
  images: [],
  media: [],
  scripts: [],
  styles: [],
  fonts: [],
  frames: [],
};
const permissionsSchema = z.looseObject({
  scopes: z.array(z.string()).default([]),
  content: z
    .looseObject({ scripts: z.array(z.string()).default([]), styles: z.array(z.string()).default([]) })
    .default({ scripts: [], styles: [] }),
  external: externalSchema.default(nothingExternal),
});

const modulesSchema = z.looseObject({
  function: z.array(functionSchema).default([]),
  trigger: z.array(triggerSchema).default([]),
  consumer: z.array(consumerSchema).default([]),
  scheduledTrigger: z.array(scheduledTriggerSchema).max(mostScheduledTriggers).default([]),
  preUninstall: z.array(preUninstallSchema).default([]),
  webtrigger: z.array(webTriggerSchema).default([]),
  sql: z.array(z.looseObject({ key: z.string() })).default([]),
  'jira:customField': z.array(customFieldSchema).default([]),
  'jira:workflowCondition': z.array(conditionSchema).default([]),
  'jira:workflowValidator': z.array(validatorSchema).default([]),
  'jira:projectPermission': z.array(permissionSchema).default([]),
  'jira:globalPermission': z.array(globalPermissionSchema).default([]),
});

const manifestSchema = z.looseObject({
  app: z.looseObject({ id: z.string().startsWith('ari:cloud:ecosystem::app/') }),
  permissions: permissionsSchema,
  modules: modulesSchema,
  resources: z.array(resourceSchema).default([]),
});

export type Manifest = z.infer<typeof manifestSchema>;
export type AppFunction = z.infer<typeof functionSchema>;
export type Trigger = z.infer<typeof triggerSchema>;
export type WebTriggerModule = z.infer<typeof webTriggerSchema>;
export type ScheduledTrigger = z.infer<typeof scheduledTriggerSchema>;

/** Parses manifest.yml. Throws an error that names each place which is missing or wrong. */
export function parseManifest(yaml: string): Manifest {
  const parsed = manifestSchema.safeParse(parse(yaml));
  if (!parsed.success) throw new Error(`manifest.yml cannot be used:\n${z.prettifyError(parsed.error)}`);
  return parsed.data;
}
