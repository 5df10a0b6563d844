import type { HistoryItem, Issue, User, Version } from '../model';
import type { SearchResult, SearchScope } from './index';
import { searchIssues } from './index';
import type { JqlSite } from './jql-site';

export const NOW = new Date('2026-11-04T12:00:00.000Z');

export function doc(...paragraphs: string[]): unknown {
  return {
    type: 'doc',
    version: 1,
    content: paragraphs.map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] })),
  };
}

function user(accountId: string, displayName: string, groups: string[]): User {
  return {
    accountId,
    displayName,
    emailAddress: `${accountId}@example.com`,
    timeZone: 'UTC',
    accountType: 'atlassian',
    active: true,
    groups,
  };
}

function version(id: string, projectId: string, name: string, released: boolean, archived = false): Version {
  return { id, projectId, name, description: '', archived, released, startDate: null, releaseDate: null, relatedWork: [] };
}

const project = {
  description: '',
  leadAccountId: 'rhea',
  style: 'classic',
  issueTypeIds: [],
  workflows: {},
  roles: {},
  permissions: {},
  properties: {},
} as const;
const level = { id: '10900', name: 'Internal', description: '', roles: [] };

/** A site with two projects that share a version name. */
export const site: JqlSite = {
  projects: () => [
    { ...project, issueTypeIds: [], id: '10000', key: 'SHOP', name: 'Web shop', securityLevels: [level] },
    { ...project, issueTypeIds: [], id: '10001', key: 'PAY', name: 'Payments', securityLevels: [] },
  ],
  versions: () => [
    version('10020', '10000', '1.0', true, true),
    version('10021', '10000', '1.1', true),
    version('10022', '10000', '2.0', false),
    version('10023', '10000', '10021', false),
    version('10030', '10001', '1.0', true),
    version('10031', '10001', '2.0', false),
  ],
  components: () => [
    { id: '10050', name: 'Cart', projectId: '10000' },
    { id: '10051', name: 'Search', projectId: '10000' },
  ],
  statuses: () => [
    { id: '1', name: 'To Do', description: '', category: 'new' },
    { id: '3', name: 'In Progress', description: '', category: 'indeterminate' },
    { id: '4', name: 'In review', description: '', category: 'indeterminate' },
    { id: '5', name: 'Done', description: '', category: 'done' },
  ],
  issueTypes: () => [
    { id: '10004', name: 'Bug', description: '', subtask: false },
    { id: '10005', name: 'Sub-task', description: '', subtask: true },
  ],
  priorities: () => ['Highest', 'High', 'Medium', 'Low'].map((name, at) => ({ id: String(at + 1), name })),
  resolutions: () => [
    { id: '10000', name: 'Fixed' },
    { id: '10001', name: "Won't do" },
  ],
  users: () => [
    user('rhea', 'Rhea Ray', ['managers']),
    user('dev', 'Dev Das', ['developers']),
    user('qa', 'Quinn', ['developers']),
  ],
  groups: () => ['managers', 'developers', 'nobody'],
  customFields: () => [
    { id: 'customfield_10101', key: 'app__env__static__defect-severity', name: 'Defect severity', type: 'string' },
    { id: 'customfield_10102', key: 'app__env__static__users-affected', name: 'Users affected', type: 'number' },
    { id: 'customfield_10103', key: 'customfield_10103', name: 'Root cause', type: 'string' },
    { id: 'customfield_10104', key: 'customfield_10104', name: 'Twin', type: 'string' },
    { id: 'customfield_10105', key: 'customfield_10105', name: 'Twin', type: 'string' },
  ],
  issueLinkTypes: () => [{ id: '10300', name: 'Blocks', inward: 'is blocked by', outward: 'blocks' }],
  issueLinks: () => [{ id: '1', typeId: '10300', inwardIssueId: '101', outwardIssueId: '102' }],
};

export function item(fieldId: string, from: [string, string] | null, to: [string, string] | null): HistoryItem {
  return {
    field: fieldId,
    fieldtype: 'jira',
    fieldId,
    from: from?.[0] ?? null,
    fromString: from?.[1] ?? null,
    to: to?.[0] ?? null,
    toString: to?.[1] ?? null,
  };
}

export function anIssue(id: string, key: string, over: Partial<Issue> = {}): Issue {
  return {
    id,
    key,
    projectId: '10000',
    issueTypeId: '10004',
    statusId: '1',
    summary: 'Something',
    description: null,
    priorityId: '3',
    resolutionId: null,
    assignee: null,
    reporter: 'qa',
    creator: 'qa',
    labels: [],
    componentIds: [],
    fixVersionIds: [],
    affectsVersionIds: [],
    securityLevelId: null,
    created: '2026-10-01T08:00:00.000Z',
    updated: '2026-10-01T08:00:00.000Z',
    resolutionDate: null,
    dueDate: null,
    customFields: {},
    comments: [],
    properties: {},
    histories: [],
    ...over,
  };
}

const toDo: [string, string] = ['1', 'To Do'];
const inProgress: [string, string] = ['3', 'In Progress'];
const done: [string, string] = ['5', 'Done'];

/** SHOP-1 (done, whole history), SHOP-2 (in progress), SHOP-10 (nearly all empty), PAY-1 (another project). */
export const issues: readonly Issue[] = [
  anIssue('101', 'SHOP-1', {
    statusId: '5',
    summary: 'Crash when the cart is emptied',
    description: doc('Stack trace attached.', 'Happens in Firefox only'),
    priorityId: '1',
    resolutionId: '10000',
    assignee: 'dev',
    labels: ['Regression', 'cart'],
    componentIds: ['10050'],
    fixVersionIds: ['10021'],
    affectsVersionIds: ['10020'],
    securityLevelId: '10900',
    created: '2026-11-01T09:05:30.000Z',
    updated: '2026-11-03T10:30:20.000Z',
    resolutionDate: '2026-11-03T10:30:00.000Z',
    dueDate: '2026-11-03',
    customFields: { customfield_10101: 'S1', customfield_10102: 250, customfield_10103: 'Missing null check' },
    comments: [
      {
        id: '1',
        author: 'dev',
        created: '2026-11-02T10:00:00.000Z',
        updated: '2026-11-02T10:00:00.000Z',
        body: doc('Fixed on main'),
      },
      { id: '2', author: 'qa', created: '2026-11-03T10:00:00.000Z', updated: '2026-11-03T10:00:00.000Z', body: doc('Verified') },
    ],
    properties: { gate: { value: { state: 'held', score: 7, tags: ['a', 'b'] }, updated: '2026-11-03T10:00:00.000Z' } },
    histories: [
      {
        id: '1',
        author: 'rhea',
        created: '2026-11-01T10:00:00.000Z',
        items: [item('fixVersions', null, ['10020', '1.0']), item('assignee', null, ['dev', 'Dev Das'])],
      },
      { id: '2', author: 'dev', created: '2026-11-02T09:00:00.000Z', items: [item('status', toDo, inProgress)] },
      {
        id: '3',
        author: 'rhea',
        created: '2026-11-02T12:00:00.000Z',
        items: [item('fixVersions', ['10020', '1.0'], null), item('fixVersions', null, ['10021', '1.1'])],
      },
      {
        id: '4',
        author: 'dev',
        created: '2026-11-03T10:30:00.000Z',
        items: [item('status', inProgress, done), item('resolution', null, ['10000', 'Fixed'])],
      },
    ],
  }),
  anIssue('102', 'SHOP-2', {
    statusId: '3',
    summary: 'Search is slow',
    description: doc('Takes ten seconds. 支付缺陷'),
    priorityId: '2',
    assignee: 'qa',
    reporter: 'rhea',
    labels: ['performance'],
    componentIds: ['10050', '10051'],
    fixVersionIds: ['10022'],
    created: '2026-11-02T23:30:00.000Z',
    updated: '2026-11-04T11:59:30.000Z',
    dueDate: '2026-11-04',
    customFields: { customfield_10101: 'S2', customfield_10102: 0 },
    comments: [
      {
        id: '3',
        author: 'rhea',
        created: '2026-11-03T09:00:00.000Z',
        updated: '2026-11-03T09:00:00.000Z',
        body: doc('Any news?'),
      },
    ],
    histories: [
      {
        id: '5',
        author: 'qa',
        created: '2026-11-03T08:00:00.000Z',
        items: [item('status', ['9', 'Backlog'], inProgress), item('priority', ['4', 'Low'], ['2', 'High'])],
      },
    ],
  }),
  anIssue('110', 'SHOP-10', { priorityId: null, reporter: null, creator: null }),
  anIssue('201', 'PAY-1', {
    projectId: '10001',
    issueTypeId: '10005',
    statusId: '4',
    summary: 'Refund fails',
    priorityId: '4',
    fixVersionIds: ['10030', '10031'],
    created: '2026-09-15T08:00:00.000Z',
    updated: '2026-10-20T08:00:00.000Z',
    dueDate: '2026-12-01',
    customFields: { customfield_10102: 12.5 },
  }),
];

export function search(jql: string, over: Partial<SearchScope> = {}): SearchResult {
  return searchIssues(jql, { issues, site, now: NOW, currentUser: 'rhea', timeZone: 'UTC', ...over });
}

/** Keys in the order found, or the errors. */
export function answer(jql: string, over: Partial<SearchScope> = {}): string {
  const result = search(jql, over);
  return result.kind === 'ok' ? result.issues.map(({ key }) => key).join(' ') : result.errors.join('\n');
}
