import { ok, projectsUsing, readProject, readWorkflows } from '../platform/jira';
import type { EditableWorkflow, JiraOutcome } from '../platform/jira';
import type { Settings } from '../settings';
import { typeIds } from './outdated-issues';

/** A workflow that a project follows. */
export interface FollowedWorkflow {
  readonly workflow: EditableWorkflow;
  /** Who follows it. */
  readonly releases: boolean;
  readonly defects: boolean;
  /** Ids of all projects that use it; null where Jira does not say. */
  readonly projects: readonly string[] | null;
}

/** Workflows that the release tickets and the defects of a project follow, as the person at the screen sees them. */
export async function workflowsOfProject(projectId: string, settings: Settings): Promise<JiraOutcome<FollowedWorkflow[]>> {
  const jira = await readProject(projectId);
  if (jira.kind !== 'ok') return jira;
  const releases = await followed(projectId, typeIds(jira.value, settings.releaseTypes));
  if (releases.kind !== 'ok') return releases;
  const defects = await followed(projectId, typeIds(jira.value, settings.defectTypes));
  if (defects.kind !== 'ok') return defects;
  const all = new Map([...releases.value, ...defects.value].map((workflow) => [workflow.id, workflow]));
  const has = (some: readonly EditableWorkflow[], id: string) => some.some((workflow) => workflow.id === id);
  return ok(
    await Promise.all(
      [...all.values()].map(async (workflow) => {
        const using = await projectsUsing(workflow.id);
        return {
          workflow,
          ...{ releases: has(releases.value, workflow.id), defects: has(defects.value, workflow.id) },
          projects: using.kind === 'ok' ? using.value : null,
        };
      }),
    ),
  );
}

async function followed(projectId: string, types: readonly string[]): Promise<JiraOutcome<EditableWorkflow[]>> {
  if (types.length === 0) return ok([]);
  return readWorkflows('viewer', { projectAndIssueTypes: types.map((issueTypeId) => ({ projectId, issueTypeId })) });
}
