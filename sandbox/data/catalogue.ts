import type { IssueLinkType, IssueType, NamedOption, Status, StatusCategoryKey, Transition, Workflow } from '../jira/model';
import type { ReleaseStatusIds } from './release-workflow';
import { releaseStatuses, releaseWorkflow } from './release-workflow';

export const STATUS = {
  open: '10001',
  inProgress: '10002',
  inReview: '10003',
  readyForVerification: '10004',
  closed: '10005',
  reopened: '10006',
} as const;
export const RELEASE_STATUS: ReleaseStatusIds = {
  planned: '10011',
  inStabilisation: '10012',
  inStaging: '10013',
  released: '10014',
};
export const ISSUE_TYPE = { bug: '10101', story: '10102', task: '10103', release: '10104' } as const;
export const RESOLUTION = {
  fixed: '10201',
  done: '10202',
  wontDo: '10203',
  duplicate: '10204',
  cannotReproduce: '10205',
} as const;
export const PRIORITY = { highest: '1', high: '2', medium: '3', low: '4', lowest: '5' } as const;
export const LINK_TYPE = { blocks: '10301', duplicate: '10302', relates: '10303' } as const;
const WORKFLOW = { defect: '10401', delivery: '10402', release: '10403' } as const;

export const priorities = (): NamedOption[] => [
  { id: PRIORITY.highest, name: 'Highest' },
  { id: PRIORITY.high, name: 'High' },
  { id: PRIORITY.medium, name: 'Medium' },
  { id: PRIORITY.low, name: 'Low' },
  { id: PRIORITY.lowest, name: 'Lowest' },
];

export const resolutions = (): NamedOption[] => [
  { id: RESOLUTION.fixed, name: 'Fixed' },
  { id: RESOLUTION.done, name: 'Done' },
  { id: RESOLUTION.wontDo, name: "Won't Do" },
  { id: RESOLUTION.duplicate, name: 'Duplicate' },
  { id: RESOLUTION.cannotReproduce, name: 'Cannot Reproduce' },
];

export const issueLinkTypes = (): IssueLinkType[] => [
  { id: LINK_TYPE.blocks, name: 'Blocks', inward: 'is blocked by', outward: 'blocks' },
  { id: LINK_TYPE.duplicate, name: 'Duplicate', inward: 'is duplicated by', outward: 'duplicates' },
  { id: LINK_TYPE.relates, name: 'Relates', inward: 'relates to', outward: 'relates to' },
];

export const issueTypes = (): IssueType[] => [
  { id: ISSUE_TYPE.bug, name: 'Bug', description: 'The shop does not do what it should.', subtask: false },
  { id: ISSUE_TYPE.story, name: 'Story', description: 'Something a customer or a colleague can do afterwards.', subtask: false },
  { id: ISSUE_TYPE.task, name: 'Task', description: 'Work without a visible result.', subtask: false },
  { id: ISSUE_TYPE.release, name: 'Release', description: 'The ticket of one version on its way to production.', subtask: false },
];

const status = (id: string, name: string, category: StatusCategoryKey, description: string): Status => ({
  id,
  name,
  category,
  description,
});

export const statuses = (): Status[] => [
  status(STATUS.open, 'Open', 'new', 'Nobody works on it yet.'),
  status(STATUS.inProgress, 'In Progress', 'indeterminate', 'Somebody works on it.'),
  status(STATUS.inReview, 'In Review', 'indeterminate', 'The change waits for review.'),
  status(
    STATUS.readyForVerification,
    'Ready for Verification',
    'indeterminate',
    'The change is in a build and waits for a test.',
  ),
  status(STATUS.closed, 'Closed', 'done', 'Nothing more is to be done.'),
  status(STATUS.reopened, 'Reopened', 'new', 'It was closed and came back.'),
  ...releaseStatuses(RELEASE_STATUS),
];

const transition = (id: string, name: string, from: string[], to: string): Transition => ({
  id,
  name,
  from,
  to,
  conditions: [],
  validators: [],
});

const NOT_DONE = [STATUS.open, STATUS.reopened, STATUS.inProgress, STATUS.inReview, STATUS.readyForVerification];

/** `Close` leads from every status that is not done, so that a person trying the demo can resolve a defect in one step. */
const defectWorkflow = (): Workflow => ({
  id: WORKFLOW.defect,
  name: 'Defect workflow',
  statusIds: Object.values(STATUS),
  transitions: [
    transition('1', 'Create', [], STATUS.open),
    transition('11', 'Start work', [STATUS.open, STATUS.reopened], STATUS.inProgress),
    transition('21', 'Send to review', [STATUS.inProgress], STATUS.inReview),
    transition('31', 'Ready to verify', [STATUS.inReview], STATUS.readyForVerification),
    transition('41', 'Back to work', [STATUS.inReview, STATUS.readyForVerification], STATUS.inProgress),
    transition('51', 'Close', NOT_DONE, STATUS.closed),
    transition('61', 'Reopen', [STATUS.closed], STATUS.reopened),
  ],
});

const deliveryWorkflow = (): Workflow => ({
  id: WORKFLOW.delivery,
  name: 'Delivery workflow',
  statusIds: [STATUS.open, STATUS.inProgress, STATUS.inReview, STATUS.closed],
  transitions: [
    transition('1', 'Create', [], STATUS.open),
    transition('11', 'Start work', [STATUS.open], STATUS.inProgress),
    transition('21', 'Send to review', [STATUS.inProgress], STATUS.inReview),
    transition('31', 'Back to work', [STATUS.inReview], STATUS.inProgress),
    transition('41', 'Close', [STATUS.open, STATUS.inProgress, STATUS.inReview], STATUS.closed),
    transition('51', 'Reopen', [STATUS.closed], STATUS.open),
  ],
});

export const workflows = (): Workflow[] => [
  defectWorkflow(),
  deliveryWorkflow(),
  releaseWorkflow(WORKFLOW.release, RELEASE_STATUS),
];

/** Workflow id per work type id, as `Project.workflows` wants it. */
export const workflowScheme = (): Record<string, string> => ({
  '*': WORKFLOW.delivery,
  [ISSUE_TYPE.bug]: WORKFLOW.defect,
  [ISSUE_TYPE.release]: WORKFLOW.release,
});
