import { appPermissionKey } from './app-permission';
import type { Site } from './site';
import type { AppPermission, AppRegistration } from '../jira';

export interface KnownPermission {
  readonly key: string;
  readonly name: string;
  readonly description: string;
  readonly type: 'GLOBAL' | 'PROJECT';
}

/** Global permissions that the sandbox's site has. */
const GLOBAL = ['ADMINISTER', 'USER_PICKER', 'BULK_CHANGE'];

/** Built-in project permissions (OpenAPI, permission schemes, "Built-in permissions"). */
const PROJECT = [
  'ADMINISTER_PROJECTS',
  'BROWSE_PROJECTS',
  'MANAGE_SPRINTS_PERMISSION',
  'VIEW_DEV_TOOLS',
  'VIEW_READONLY_WORKFLOW',
  'ASSIGNABLE_USER',
  'ASSIGN_ISSUES',
  'CLOSE_ISSUES',
  'CREATE_ISSUES',
  'DELETE_ISSUES',
  'EDIT_ISSUES',
  'LINK_ISSUES',
  'MODIFY_REPORTER',
  'MOVE_ISSUES',
  'RESOLVE_ISSUES',
  'SCHEDULE_ISSUES',
  'SET_ISSUE_SECURITY',
  'TRANSITION_ISSUES',
  'MANAGE_WATCHERS',
  'VIEW_VOTERS_AND_WATCHERS',
  'ADD_COMMENTS',
  'DELETE_ALL_COMMENTS',
  'DELETE_OWN_COMMENTS',
  'EDIT_ALL_COMMENTS',
  'EDIT_OWN_COMMENTS',
  'CREATE_ATTACHMENTS',
  'DELETE_ALL_ATTACHMENTS',
  'DELETE_OWN_ATTACHMENTS',
  'DELETE_ALL_WORKLOGS',
  'DELETE_OWN_WORKLOGS',
  'EDIT_ALL_WORKLOGS',
  'EDIT_OWN_WORKLOGS',
  'WORK_ON_ISSUES',
];

/** Every permission of the site: Jira's own, then those of the installed app. */
export function knownPermissions(site: Site): KnownPermission[] {
  const { app } = site;
  const own = app === null ? [] : app.permissions.map((permission) => ofApp(app, permission));
  return [...GLOBAL.map((key) => builtIn(key, 'GLOBAL')), ...PROJECT.map((key) => builtIn(key, 'PROJECT')), ...own];
}

function ofApp(app: AppRegistration, { moduleKey, name, description }: AppPermission): KnownPermission {
  return { key: appPermissionKey(app, moduleKey), name, description, type: 'PROJECT' };
}

function builtIn(key: string, type: KnownPermission['type']): KnownPermission {
  return { key, name: key.toLowerCase().replaceAll('_', ' '), description: '', type };
}
