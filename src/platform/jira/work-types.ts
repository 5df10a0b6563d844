import { route } from '@forge/api';
import { z } from 'zod';
import { askJira } from './request';
import type { JiraOutcome } from './outcome';

const workTypeSchema = z.object({
  id: z.string(),
  name: z.string(),
  subtask: z.boolean().optional(),
  /** 0 for what is planned, above for what holds several of them, below for parts of one. */
  hierarchyLevel: z.number().optional(),
});
export type WorkType = z.infer<typeof workTypeSchema>;

/** Work types of a project, as the person at the screen sees it: GET /rest/api/3/project/{id}. */
export async function workTypesForViewer(projectId: string): Promise<JiraOutcome<WorkType[]>> {
  const schema = z.object({ issueTypes: z.array(workTypeSchema) }).transform(({ issueTypes }) => issueTypes);
  return askJira({ as: 'viewer', method: 'GET', path: route`/rest/api/3/project/${projectId}` }, schema);
}

/** Ids of the site's priorities, the highest first: GET /rest/api/3/priority. */
export async function prioritiesInOrder(): Promise<JiraOutcome<string[]>> {
  const schema = z.array(z.object({ id: z.string() })).transform((all) => all.map(({ id }) => id));
  return askJira({ as: 'viewer', method: 'GET', path: route`/rest/api/3/priority` }, schema);
}
