import type { Component, Project, SiteSeed } from '../jira/model';
import {
  issueLinkTypes,
  ISSUE_TYPE,
  issueTypes,
  priorities,
  resolutions,
  statuses,
  workflows,
  workflowScheme,
} from './catalogue';
import { confidentialLevel, DANA, demoGroups, demoPermissions, demoRoles, demoUsers, DEV, IVO, LEAD } from './people';
import { SANDBOX_START } from './time';

export const PROJECT_ID = '10000';
export const CONFIDENTIAL_LEVEL_ID = '10701';

export const demoProject = (key: string, name: string, description: string): Project => ({
  id: PROJECT_ID,
  key,
  name,
  description,
  leadAccountId: LEAD,
  style: 'classic',
  issueTypeIds: Object.values(ISSUE_TYPE),
  workflows: workflowScheme(),
  roles: demoRoles(),
  permissions: demoPermissions(),
  securityLevels: [confidentialLevel(CONFIDENTIAL_LEVEL_ID, 'Customer confidential')],
  properties: {},
});

/** Who leads each component; some have nobody, as in most projects. */
const componentLeads = [
  ['Checkout', DEV],
  ['Payments', IVO],
  ['Search', DANA],
  ['Catalogue', DANA],
  ['Accounts', DEV],
  ['Warehouse', null],
  ['Mobile web', null],
] as const;

export const demoComponents = (): Component[] =>
  componentLeads.map(([name, leadAccountId], index) => ({
    id: String(10_601 + index),
    name,
    projectId: PROJECT_ID,
    ...(leadAccountId === null ? {} : { leadAccountId }),
  }));

/** A site with the demo's people and this project, and nothing in it. */
export const siteWithout = (project: Project, notes: string[]): SiteSeed => ({
  now: SANDBOX_START,
  users: demoUsers(),
  groups: demoGroups(),
  statuses: statuses(),
  issueTypes: issueTypes(),
  priorities: priorities(),
  resolutions: resolutions(),
  issueLinkTypes: issueLinkTypes(),
  workflows: workflows(),
  projects: [project],
  versions: [],
  components: [],
  issues: [],
  issueLinks: [],
  deliveries: [],
  homeProjectKey: project.key,
  defectTypes: ['Bug'],
  notes,
});
