import { appFields } from './app-fields';
import { appProperties } from './app-properties';
import { attachments } from './attachments';
import { bulk } from './bulk';
import { bulkEdit } from './bulk-edit';
import { commentList } from './comment-list';
import { expressions } from './expressions';
import { formMetadata } from './form-metadata';
import { issueLinks } from './issue-links';
import { issues } from './issues';
import { issueSecurity } from './issue-security';
import { linkTypes } from './link-types';
import { notify } from './notify';
import { options } from './options';
import { permissions } from './permissions';
import { permissionSchemes } from './permission-schemes';
import { projectRoles } from './project-roles';
import { projects } from './projects';
import { properties } from './properties';
import { relatedWork } from './related-work';
import { search } from './search';
import { serverInfo } from './server-info';
import { transitions } from './transitions';
import { users } from './users';
import { versionCounts } from './version-counts';
import { versionReplacement } from './version-replacement';
import { versions } from './versions';
import { watchers } from './watchers';
import { workflowRules } from './workflow-rules';
import { workflows } from './workflows';
import type { Route } from './route';

/** Every operation that the sandbox models. */
export const routes: readonly Route[] = [
  ...serverInfo,
  ...users,
  ...options,
  ...permissions,
  ...permissionSchemes,
  ...projects,
  ...projectRoles,
  ...versions,
  ...versionCounts,
  ...versionReplacement,
  ...relatedWork,
  ...properties,
  ...issueSecurity,
  ...issues,
  ...attachments,
  ...formMetadata,
  ...commentList,
  ...notify,
  ...watchers,
  ...transitions,
  ...issueLinks,
  ...linkTypes,
  ...bulk,
  ...bulkEdit,
  ...search,
  ...appFields,
  ...appProperties,
  ...expressions,
  ...workflowRules,
  ...workflows,
];
