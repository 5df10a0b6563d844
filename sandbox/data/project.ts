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
import { confidentialLevel, demoGroups, demoPermissions, demoRoles, demoUsers, LEAD } from './people';
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

export const demoComponents = (): Component[] =>
  ['Checkout', 'Payments', 'Search', 'Catalogue', 'Accounts', 'Warehouse', 'Mobile web'].map((name, index) => ({
    id: String(10_601 + index),
    name,
    projectId: PROJECT_ID,
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
