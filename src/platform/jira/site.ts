import { route } from '@forge/api';
import { z } from 'zod';
import { askJira } from './request';
import type { JiraOutcome } from './outcome';

const fieldsSchema = z.array(
  z.object({
    id: z.string(),
    key: z.string().optional(),
    name: z.string().optional(),
    schema: z.object({ custom: z.string().optional() }).optional(),
  }),
);
export type JiraField = z.infer<typeof fieldsSchema>[number];

/** Every field of the site: GET /rest/api/3/field. */
export function readFields(): Promise<JiraOutcome<JiraField[]>> {
  return askJira({ as: 'app', method: 'GET', path: route`/rest/api/3/field` }, fieldsSchema);
}

const statusesSchema = z.array(z.object({ id: z.string(), name: z.string(), statusCategory: z.object({ key: z.string() }) }));
export type JiraStatus = z.infer<typeof statusesSchema>[number];

/** Every status of the site with its category: GET /rest/api/3/status. A changelog names statuses but not their categories. */
export function readStatuses(): Promise<JiraOutcome<JiraStatus[]>> {
  return askJira({ as: 'app', method: 'GET', path: route`/rest/api/3/status` }, statusesSchema);
}
