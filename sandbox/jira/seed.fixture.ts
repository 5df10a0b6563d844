import type { Clock } from '../clock';
import type { Trace, TraceEntry } from '../trace';
import type { Issue, Project, SiteSeed, Transition, User, Version, Workflow } from './model';

/** Builders for the sandbox Jira's own tests: one small site, every part of which a test can change. */
export const NOW = '2026-11-02T09:00:00.000Z';

export function aUser(part: Partial<User> & { accountId: string }): User {
  const name = part.accountId;
  return {
    displayName: `The ${name}`,
    emailAddress: `${name}@example.com`,
    timeZone: 'Europe/London',
    accountType: 'atlassian',
    active: true,
    groups: ['jira-users'],
    ...part,
  };
}

export function aVersion(part: Partial<Version> & { id: string; name: string }): Version {
  return {
    projectId: '10000',
    description: '',
    archived: false,
    released: false,
    startDate: null,
    releaseDate: null,
    relatedWork: [],
    ...part,
  };
}

export function anIssue(part: Partial<Issue> & { id: string; key: string }): Issue {
  return {
    projectId: '10000',
    issueTypeId: '10001',
    statusId: '1',
    summary: `Summary of ${part.key}`,
    description: null,
    priorityId: '3',
    resolutionId: null,
    assignee: null,
    reporter: 'dev',
    creator: 'dev',
    labels: [],
    componentIds: [],
    fixVersionIds: [],
    affectsVersionIds: [],
    securityLevelId: null,
    created: '2026-10-01T09:00:00.000Z',
    updated: '2026-10-01T09:00:00.000Z',
    resolutionDate: null,
    dueDate: null,
    customFields: {},
    comments: [],
    properties: {},
    histories: [],
    ...part,
  };
}

export function aTransition(part: Partial<Transition> & { id: string; to: string }): Transition {
  return { name: `Transition ${part.id}`, from: '*', conditions: [], validators: [], ...part };
}

const bugWorkflow: Workflow = {
  id: 'w-bugs',
  name: 'Bugs',
  statusIds: ['1', '2', '3'],
  transitions: [
    aTransition({ id: '1', name: 'Create', from: [], to: '1' }),
    aTransition({ id: '11', name: 'To Do', to: '1' }),
    aTransition({ id: '21', name: 'Start', from: ['1'], to: '2' }),
    aTransition({ id: '31', name: 'Done', to: '3' }),
  ],
};

const stage = { stage: 'production' };

export const releaseWorkflow: Workflow = {
  id: 'w-releases',
  name: 'Releases',
  statusIds: ['1', '4', '5'],
  transitions: [
    aTransition({ id: '1', name: 'Create', from: [], to: '1' }),
    aTransition({
      id: '41',
      name: 'Deploy to staging',
      from: ['1'],
      to: '4',
      validators: [
        { id: 'v1', moduleKey: 'published', config: stage },
        { id: 'v2', moduleKey: 'decided', config: stage },
      ],
    }),
    aTransition({
      id: '51',
      name: 'Deploy to production',
      from: ['1', '4'],
      to: '5',
      conditions: [{ id: 'c1', moduleKey: 'open', config: stage }],
    }),
  ],
};

const everybody = ['Administrators', 'Developers', 'Viewers'];

export function aProject(part: Partial<Project> = {}): Project {
  return {
    id: '10000',
    key: 'SHOP',
    name: 'Shop',
    description: 'The shop',
    leadAccountId: 'admin',
    style: 'classic',
    issueTypeIds: ['10001', '10002'],
    workflows: { '*': 'w-bugs', '10002': 'w-releases' },
    roles: {
      Administrators: ['admin'],
      Developers: ['dev', 'admin'],
      Viewers: ['viewer'],
      'atlassian-addons-project-access': ['app-holdpoint'],
    },
    permissions: {
      BROWSE_PROJECTS: everybody,
      CREATE_ISSUES: ['Developers'],
      CREATE_ATTACHMENTS: ['Developers'],
      EDIT_ISSUES: ['Developers'],
      TRANSITION_ISSUES: ['Developers'],
      ADMINISTER_PROJECTS: ['Administrators'],
    },
    securityLevels: [{ id: '10400', name: 'Confidential', description: 'Not for viewers', roles: ['Developers'] }],
    properties: {},
    ...part,
  };
}

export function aSeed(part: Partial<SiteSeed> = {}): SiteSeed {
  return {
    now: NOW,
    users: [
      aUser({ accountId: 'admin', groups: ['jira-users', 'site-admins'] }),
      aUser({ accountId: 'dev' }),
      aUser({ accountId: 'viewer' }),
      aUser({ accountId: 'outsider' }),
      aUser({ accountId: 'app-holdpoint', accountType: 'app', groups: [] }),
    ],
    groups: ['jira-users', 'site-admins'],
    statuses: [
      { id: '1', name: 'To Do', description: '', category: 'new' },
      { id: '2', name: 'In Progress', description: '', category: 'indeterminate' },
      { id: '3', name: 'Done', description: '', category: 'done' },
      { id: '4', name: 'In staging', description: '', category: 'indeterminate' },
      { id: '5', name: 'Released', description: '', category: 'done' },
    ],
    issueTypes: [
      { id: '10001', name: 'Bug', description: 'A defect', subtask: false },
      { id: '10002', name: 'Release', description: 'A release ticket', subtask: false },
    ],
    priorities: [
      { id: '1', name: 'Highest' },
      { id: '3', name: 'Medium' },
    ],
    resolutions: [
      { id: '10000', name: 'Done' },
      { id: '10001', name: "Won't Do" },
    ],
    issueLinkTypes: [{ id: '10000', name: 'Blocks', inward: 'is blocked by', outward: 'blocks' }],
    workflows: [bugWorkflow, releaseWorkflow],
    projects: [aProject()],
    versions: [
      aVersion({ id: '10010', name: '4.1.0', released: true, releaseDate: '2026-09-01' }),
      aVersion({ id: '10011', name: '4.2.0', startDate: '2026-10-01', releaseDate: '2026-10-30' }),
      aVersion({ id: '10012', name: '4.3.0' }),
    ],
    components: [{ id: '10020', name: 'Checkout', projectId: '10000' }],
    issues: [
      anIssue({ id: '10100', key: 'SHOP-1', fixVersionIds: ['10011'], customFields: { 'app:defect-severity': 'S1' } }),
      anIssue({ id: '10101', key: 'SHOP-2', securityLevelId: '10400' }),
      anIssue({ id: '10102', key: 'SHOP-3', issueTypeId: '10002', fixVersionIds: ['10011'] }),
    ],
    issueLinks: [],
    deliveries: [],
    homeProjectKey: 'SHOP',
    defectTypes: ['Bug'],
    notes: [],
    ...part,
  };
}

/** A clock that stands until it is moved. */
export function aClock(start = NOW): Clock & { move(milliseconds: number): void } {
  let now = Date.parse(start);
  return {
    now: () => new Date(now),
    offset: () => 0,
    schedule: () => () => undefined,
    advance: (milliseconds) => {
      now += milliseconds;
      return Promise.resolve();
    },
    busy: () => [],
    stop: () => undefined,
    move: (milliseconds) => {
      now += milliseconds;
    },
  };
}

export function aTrace(): Trace & { readonly entries: TraceEntry[] } {
  const entries: TraceEntry[] = [];
  return {
    entries,
    add: ({ kind, what, status, points }) =>
      void entries.push({ n: entries.length, at: NOW, kind, what, status, points: points ?? 0 }),
    since: (n) => ({ next: entries.length, entries: entries.slice(n) }),
    clear: () => void entries.splice(0),
  };
}
