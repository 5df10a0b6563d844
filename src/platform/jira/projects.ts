import { route } from '@forge/api';
import { z } from 'zod';
import { ok } from './outcome';
import { askJira, tellJira } from './request';
import type { JiraOutcome } from './outcome';

const projectSchema = z.object({
  id: z.string(),
  key: z.string(),
  name: z.string(),
  issueTypes: z.array(z.object({ id: z.string(), name: z.string() })),
});
export type JiraProject = z.infer<typeof projectSchema>;

const projectPageSchema = z.object({
  values: z.array(z.object({ id: z.string(), key: z.string(), name: z.string() })),
  isLast: z.boolean().optional(),
});
export type JiraProjectName = z.infer<typeof projectPageSchema>['values'][number];

const versionSchema = z.object({
  id: z.string(),
  name: z.string(),
  archived: z.boolean().optional(),
  released: z.boolean().optional(),
  startDate: z.string().nullish(),
  releaseDate: z.string().nullish(),
});
const versionPageSchema = z.object({ values: z.array(versionSchema), isLast: z.boolean().optional() });
export type JiraVersion = z.infer<typeof versionSchema>;

const pageSize = 50;

/** One version: GET /rest/api/3/version/{id}. */
export function readVersion(versionId: string): Promise<JiraOutcome<JiraVersion>> {
  return askJira({ as: 'app', method: 'GET', path: route`/rest/api/3/version/${versionId}` }, versionSchema);
}

/** Says that a version is not released: PUT /rest/api/3/version/{id}. Its dates stay. */
export function unreleaseVersion(versionId: string): Promise<JiraOutcome<null>> {
  return tellJira({ as: 'app', method: 'PUT', path: route`/rest/api/3/version/${versionId}`, body: { released: false } });
}

/** One project with its work types: GET /rest/api/3/project/{id}. */
export function readProject(projectId: string): Promise<JiraOutcome<JiraProject>> {
  return askJira({ as: 'app', method: 'GET', path: route`/rest/api/3/project/${projectId}` }, projectSchema);
}

/** Every project that the app may browse: GET /rest/api/3/project/search. */
export async function readProjects(): Promise<JiraOutcome<JiraProjectName[]>> {
  const all: JiraProjectName[] = [];
  for (;;) {
    const path = route`/rest/api/3/project/search?startAt=${all.length}&maxResults=${pageSize}`;
    const page = await askJira({ as: 'app', method: 'GET', path }, projectPageSchema);
    if (page.kind !== 'ok') return page;
    all.push(...page.value.values);
    if (page.value.isLast ?? page.value.values.length < pageSize) return ok(all);
    if (page.value.values.length === 0) return ok(all);
  }
}

/** Every version of a project, archived ones too: GET /rest/api/3/project/{id}/version. */
export async function readVersions(projectId: string): Promise<JiraOutcome<JiraVersion[]>> {
  const all: JiraVersion[] = [];
  for (;;) {
    const path = route`/rest/api/3/project/${projectId}/version?startAt=${all.length}&maxResults=${pageSize}`;
    const page = await askJira({ as: 'app', method: 'GET', path }, versionPageSchema);
    if (page.kind !== 'ok') return page;
    all.push(...page.value.values);
    if (page.value.isLast ?? page.value.values.length < pageSize) return ok(all);
    if (page.value.values.length === 0) return ok(all);
  }
}
