import type { Issue, IssueType, Status, Version, Workflow } from '../../jira/model';
import { newIssue } from '../new-issue';
import { RHEA } from '../people';
import type { ReleaseStatusIds } from '../release-workflow';
import { releaseStatuses, releaseWorkflow } from '../release-workflow';
import { HOUR } from '../time';
import type { FreeId } from './option-book';

/** What the import adds so that releases can be held: work type, statuses and workflow of release tickets. */
export interface ReleaseParts {
  readonly type: IssueType;
  readonly statusIds: ReleaseStatusIds;
  /** Those that the export does not have. */
  readonly newStatuses: Status[];
  readonly workflow: Workflow;
}

const TEMPLATE: ReleaseStatusIds = {
  planned: 'planned',
  inStabilisation: 'inStabilisation',
  inStaging: 'inStaging',
  released: 'released',
};

export const releaseParts = (statuses: readonly Status[], types: readonly IssueType[], freeId: FreeId): ReleaseParts => {
  const wanted = releaseStatuses(TEMPLATE);
  const placed = wanted.map((status) => {
    const same = statuses.find(({ name, category }) => name === status.name && category === status.category);
    return { key: status.id, status: same ?? { ...status, id: freeId() }, isNew: same === undefined };
  });
  const idOf = (key: string): string => placed.find((entry) => entry.key === key)?.status.id ?? '';
  const statusIds = {
    planned: idOf(TEMPLATE.planned),
    inStabilisation: idOf(TEMPLATE.inStabilisation),
    inStaging: idOf(TEMPLATE.inStaging),
    released: idOf(TEMPLATE.released),
  };
  const type = types.find(({ name }) => name === 'Release') ?? {
    id: freeId(),
    name: 'Release',
    description: 'The ticket of one version on its way to production.',
    subtask: false,
  };
  return {
    type,
    statusIds,
    newStatuses: placed.filter(({ isNew }) => isNew).map(({ status }) => status),
    workflow: releaseWorkflow(freeId(), statusIds),
  };
};

const numberOf = (key: string): number => Number(key.slice(key.lastIndexOf('-') + 1));

/** A release ticket for each unreleased version of the project, in stabilisation. */
export const addedTickets = (
  project: { readonly id: string; readonly key: string },
  versions: readonly Version[],
  issues: readonly Issue[],
  parts: ReleaseParts,
  shell: { readonly now: string; readonly priorityId: string | null; readonly freeId: FreeId },
): Issue[] => {
  const last = issues
    .filter(({ projectId }) => projectId === project.id)
    .reduce((top, { key }) => Math.max(top, numberOf(key)), 0);
  return versions
    .filter(({ projectId, released, archived }) => projectId === project.id && !released && !archived)
    .map((version, index) =>
      newIssue(
        { id: shell.freeId(), key: `${project.key}-${last + index + 1}`, projectId: project.id },
        Date.parse(shell.now) - HOUR,
        {
          issueTypeId: parts.type.id,
          summary: `Release ${version.name}`,
          statusId: parts.statusIds.inStabilisation,
          priorityId: shell.priorityId,
          reporter: RHEA,
          assignee: RHEA,
          fixVersionIds: [version.id],
        },
      ),
    );
};
