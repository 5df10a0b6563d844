import type { Project, SecurityLevel, User } from '../jira/model';

/** The app's own user, as the sandbox's Forge host knows it. */
export const APP_ACCOUNT_ID = 'app-holdpoint';

const person = (login: string, displayName: string, groups: string[] = ['shop-users']): User => ({
  accountId: `sandbox:${login}`,
  displayName,
  emailAddress: `${login}@example.com`,
  timeZone: 'Europe/Amsterdam',
  accountType: 'atlassian',
  active: true,
  groups,
});

export const RHEA = 'sandbox:rhea';
export const DEV = 'sandbox:dev';
export const QA = 'sandbox:qa';
export const OPS = 'sandbox:ops';
export const LEAD = 'sandbox:lead';
export const HEAD = 'sandbox:head';
export const ADMIN = 'sandbox:admin';
export const VIEWER = 'sandbox:viewer';
/** The rest of the team, so that not every defect is one person's. */
export const DANA = 'sandbox:dana';
export const IVO = 'sandbox:ivo';
export const NOOR = 'sandbox:noor';

export const demoGroups = (): string[] => ['shop-users', 'site-admins'];

/** The demo users, with the app's own user and three team members. */
export const demoUsers = (): User[] => [
  person('rhea', 'Rhea (release manager)'),
  person('dev', 'Dean (developer)'),
  person('qa', 'Quinn (tester)'),
  person('ops', 'Oda (operations)'),
  person('lead', 'Lea (team lead)'),
  person('head', 'Hedda (head of engineering)'),
  person('admin', 'Ada (Jira administrator)', ['shop-users', 'site-admins']),
  person('viewer', 'Vic (viewer)'),
  person('outsider', 'Otto (outsider)', []),
  person('dana', 'Dana (developer, search)'),
  person('ivo', 'Ivo (developer, payments)'),
  person('noor', 'Noor (tester, mobile)'),
  {
    accountId: APP_ACCOUNT_ID,
    displayName: 'Holdpoint',
    emailAddress: 'app-holdpoint@example.com',
    timeZone: 'Etc/UTC',
    accountType: 'app',
    active: true,
    groups: [],
  },
];

const APP_ROLE = 'atlassian-addons-project-access';

/** Members per project role; people brought by an import join the developers. */
export const demoRoles = (moreDevelopers: readonly string[] = []): Project['roles'] => ({
  Administrators: [ADMIN],
  Developers: [DEV, QA, OPS, LEAD, HEAD, RHEA, DANA, IVO, NOOR, ...moreDevelopers],
  'Release managers': [RHEA],
  Approvers: [LEAD, HEAD],
  Viewers: [VIEWER],
  [APP_ROLE]: [APP_ACCOUNT_ID],
});

const TEAM = ['Administrators', 'Developers', 'Release managers', 'Approvers'];
const TEAM_PERMISSIONS = [
  'CREATE_ISSUES',
  'EDIT_ISSUES',
  'TRANSITION_ISSUES',
  'RESOLVE_ISSUES',
  'CLOSE_ISSUES',
  'SCHEDULE_ISSUES',
  'ADD_COMMENTS',
  'EDIT_OWN_COMMENTS',
  'DELETE_OWN_COMMENTS',
  'CREATE_ATTACHMENTS',
  'LINK_ISSUES',
  'MOVE_ISSUES',
  'ASSIGN_ISSUES',
  'MODIFY_REPORTER',
  'SET_ISSUE_SECURITY',
];

/** Roles per built-in permission key of Jira Cloud (REST API "Permissions", built-in permissions). */
export const demoPermissions = (): Project['permissions'] => ({
  BROWSE_PROJECTS: [...TEAM, 'Viewers', APP_ROLE],
  ...Object.fromEntries(TEAM_PERMISSIONS.map((key) => [key, [...TEAM, APP_ROLE]])),
  ASSIGNABLE_USER: [...TEAM],
  DELETE_ISSUES: ['Administrators'],
  EDIT_ALL_COMMENTS: ['Administrators'],
  DELETE_ALL_COMMENTS: ['Administrators'],
  ADMINISTER_PROJECTS: ['Administrators', APP_ROLE],
});

/** A security level that the project's viewers are not in. */
export const confidentialLevel = (id: string, name: string): SecurityLevel => ({
  id,
  name,
  description: 'Names a customer; for the team only.',
  roles: ['Developers', 'Administrators', APP_ROLE],
});
