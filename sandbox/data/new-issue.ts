import type { Issue } from '../jira/model';
import { PRIORITY, STATUS } from './catalogue';
import { instantOf } from './time';

/** An issue's place in the project, known before its content is written. */
export interface IssuePlace {
  readonly id: string;
  readonly key: string;
  readonly projectId: string;
}

/** An issue as it is on the day it is created, with what its kind sets itself. */
export const newIssue = (
  place: IssuePlace,
  created: number,
  values: Pick<Issue, 'issueTypeId' | 'summary' | 'reporter'> & Partial<Issue>,
): Issue => ({
  ...place,
  statusId: STATUS.open,
  description: null,
  priorityId: PRIORITY.medium,
  resolutionId: null,
  assignee: null,
  creator: values.reporter,
  labels: [],
  componentIds: [],
  fixVersionIds: [],
  affectsVersionIds: [],
  securityLevelId: null,
  created: instantOf(created),
  updated: instantOf(created),
  resolutionDate: null,
  dueDate: null,
  customFields: {},
  comments: [],
  properties: {},
  histories: [],
  ...values,
});

/** Something that becomes an issue once it is known how many were created before it. */
export interface IssueDraft {
  readonly created: number;
  write(place: IssuePlace): Issue;
}
