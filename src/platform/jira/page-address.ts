import { getAppContext, route } from '@forge/api';
import { z } from 'zod';
import { ok } from './outcome';
import { askJira } from './request';
import type { JiraOutcome } from './outcome';

const serverSchema = z.object({ baseUrl: z.url() });
const projectSchema = z.object({ key: z.string(), projectTypeKey: z.string().optional(), style: z.string().optional() });

/** What Jira calls the kinds of projects in its addresses (docs/platform.md A.8). */
const kinds: Readonly<Record<string, string>> = { software: 'software', business: 'core', service_desk: 'servicedesk' };

/**
 * Absolute address of Holdpoint's page in a project, without the route: GET /rest/api/3/serverInfo and /project/{id}, two points.
 * @returns e.g. `https://example.atlassian.net/jira/software/c/projects/SHOP/apps/<app>/<environment>`
 */
export async function projectPageAddress(projectId: string): Promise<JiraOutcome<string>> {
  const server = await askJira({ as: 'app', method: 'GET', path: route`/rest/api/3/serverInfo` }, serverSchema);
  if (server.kind !== 'ok') return server;
  const project = await askJira({ as: 'app', method: 'GET', path: route`/rest/api/3/project/${projectId}` }, projectSchema);
  if (project.kind !== 'ok') return project;
  const { key, projectTypeKey = 'software', style } = project.value;
  const { appAri, environmentAri } = getAppContext();
  const kind = `${kinds[projectTypeKey] ?? 'software'}${style === 'classic' ? '/c' : ''}`;
  return ok(`${server.value.baseUrl}/jira/${kind}/projects/${key}/apps/${appAri.appId}/${environmentAri.environmentId}`);
}
