import { z } from 'zod';
import { workflowsBean } from '../beans/workflow-bean';
import { workflowOf } from '../site/find';
import { badRequest, Refusal } from './refusal';
import { readBody } from './read-request';
import { ok } from './route';
import { capabilities } from './workflow-capabilities';
import { updateWorkflows, validateUpdate } from './workflow-update';
import { projectUsages } from './workflow-usages';
import type { Call, Route } from './route';
import type { AppRegistration } from '../jira';
import type { Workflow } from '../model';

const PATH = '/rest/api/3/workflows';

/** Workflows in bulk, with their transitions and the app's rules on them. */
export const workflows: readonly Route[] = [
  { method: 'POST', path: PATH, handle: (call) => ok(workflowsBean(call.site, workflowReader(call), wanted(call))) },
  { method: 'POST', path: `${PATH}/update`, handle: (call) => ok(updateWorkflows(call, workflowReader(call))) },
  { method: 'POST', path: `${PATH}/update/validation`, handle: (call) => ok(validateUpdate(call, workflowReader(call))) },
  { method: 'GET', path: `${PATH}/capabilities`, handle: (call) => ok(capabilities(call, workflowReader(call))) },
  {
    method: 'GET',
    path: '/rest/api/3/workflow/{workflowId}/projectUsages',
    handle: (call) => {
      workflowReader(call);
      return ok(projectUsages(call));
    },
  },
];

const body = z.strictObject({
  projectAndIssueTypes: z.array(z.strictObject({ projectId: z.string(), issueTypeId: z.string() })).default([]),
  workflowIds: z.array(z.string()).default([]),
  workflowNames: z.array(z.string()).default([]),
});

/** Each workflow once, however often it is asked for; ids and names that there are not are left out. */
function wanted(call: Call): Workflow[] {
  const { projectAndIssueTypes, workflowIds, workflowNames } = readBody(call, body);
  const ofPairs = projectAndIssueTypes.map(({ projectId, issueTypeId }) => {
    const project = call.site.projects.get(projectId);
    if (project === undefined || !project.issueTypeIds.includes(issueTypeId)) {
      throw badRequest(`The project '${projectId}' or its issue type '${issueTypeId}' does not exist.`);
    }
    return workflowOf(call.site, project, issueTypeId);
  });
  const named = [...call.site.workflows.values()].filter(
    ({ id, name }) => workflowIds.includes(id) || workflowNames.includes(name),
  );
  return [...new Set([...ofPairs, ...named])];
}

/**
 * Only Jira administrators and the app. Whoever administers one team-managed project alone is refused too, though Jira would show
 * the workflows of that project.
 * @throws Refusal 401, which is what the OpenAPI says; 501 while the app is uninstalled
 */
function workflowReader(call: Call): AppRegistration {
  if (!call.viewer.administers && call.actor.kind !== 'app') {
    throw new Refusal(401, ['Only Jira administrators can see and change workflows.']);
  }
  if (call.site.app === null) {
    throw new Refusal(501, ['The sandbox does not model workflows whose rules belong to an app that is not installed.']);
  }
  return call.site.app;
}
