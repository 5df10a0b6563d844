import { derivedUuid } from './derived-uuid';
import type { Site } from './site';
import type { Workflow } from '../model';

export interface WorkflowVersion {
  readonly id: string;
  readonly versionNumber: number;
}

/** Jira counts how often a workflow was published; an update must name the version that it starts from. */
export function workflowVersion(site: Site, workflowId: string): WorkflowVersion {
  const versionNumber = site.workflowVersions.get(workflowId) ?? 0;
  return { id: derivedUuid(`workflow ${workflowId} ${versionNumber}`), versionNumber };
}

/** Puts a changed workflow in the place of the one before. */
export function publishWorkflow(site: Site, workflow: Workflow): void {
  site.workflows.set(workflow.id, workflow);
  site.workflowVersions.set(workflow.id, workflowVersion(site, workflow.id).versionNumber + 1);
}
