import { badRequest, notFound } from './refusal';
import { queryNumber } from './read-request';
import type { Call } from './route';

/** The projects that use a workflow, page by page (OpenAPI, `WorkflowProjectUsageDTO`). */
export function projectUsages(call: Call): Record<string, unknown> {
  const { workflowId = '' } = call.params;
  if (!call.site.workflows.has(workflowId)) throw notFound(`The workflow '${workflowId}' does not exist.`);
  const most = queryNumber(call, 'maxResults', 50);
  if (most < 1 || most > 200) throw badRequest('maxResults must be between 1 and 200.');
  const token = call.query.get('nextPageToken') ?? '0';
  if (!/^\d+$/.test(token)) throw badRequest('Invalid format of nextPageToken');
  const using = [...call.site.projects.values()].filter(({ workflows }) => Object.values(workflows).includes(workflowId));
  const end = Number(token) + most;
  const values = using.slice(Number(token), end).map(({ id }) => ({ id }));
  return { workflowId, projects: { ...(end < using.length ? { nextPageToken: String(end) } : {}), values } };
}
