export { fetchHistories, fetchIssues, issuesPerFetch } from './issues';
export type { JiraHistory, JiraIssue } from './issues';
export { isFinal, ok } from './outcome';
export type { JiraOutcome, JiraTrouble } from './outcome';
export { readProject, readProjects, readVersion, readVersions, unreleaseVersion } from './projects';
export type { JiraProject, JiraVersion } from './projects';
export { projectPropertyKeys, readProjectProperty, removeProjectProperty, writeProjectProperty } from './properties';
export { metered } from './points';
export { eachIdPage, searchFixVersions, searchIds, searchStamps } from './search';
export { readFields, readStatuses } from './site';
export { viewerAdministers, viewerIsAdmin, viewerSecurityLevels } from './viewer';
export { appSeesEveryLevel } from './security-levels';
export { projectPageAddress } from './page-address';
export { addRelatedWork, readRelatedWork, removeRelatedWork } from './related-work';
export { readTransitions } from './workflows';
export { readStatusWays } from './status-ways';
export {
  offeredRules,
  projectsUsing,
  readWorkflows,
  transitionRulesSchema,
  updateWorkflow,
  validateWorkflow,
} from './workflow-editing';
export type { EditableWorkflow } from './workflow-editing';
export { appPermissionKeys, grantedPermissions, viewerPermissions } from './permissions';
export type { AppPermission } from './permissions';
export { permissionHolders } from './permission-holders';
export { roleNames, viewerInRole } from './project-roles';
export { addComment, addCommentAsViewer, hasComment } from './comments';
export { addLabel, removeLabel, writeIssueProperty } from './issue-properties';
export { maySeeIssue, readGroupMembers, readIssuePeople, readRoleMembers, readWatchers } from './issue-people';
export { notifyPeople } from './notify';
export { attachText } from './attachments';
export { createIssue } from './new-issue';
export type { NewIssue } from './new-issue';
export { moveIssue, moveIssueAsViewer, transitionsOf } from './transitions';
export { enteredBy, enteredStatusAt, ownAccountId } from './changelog-authors';
export { addFixVersion, addFixVersionAsApp, moveFixVersion, plannedNow, takeFixVersionAsApp } from './fix-versions';
export { appFieldId, writeFieldValues } from './app-field-values';
export type { FieldValue } from './app-field-values';
export { issuesSeenBy, readAccounts, readComponentLeads, readProjectLead } from './accounts';
export { addAffectsVersions } from './affects-versions';
export { viewerMayEdit, viewerMayEditIn } from './may-edit';
export { viewerMayEditOf } from './may-edit-all';
export { linkAsViewer, readLinkTypes } from './issue-links';
export type { JiraLinkType } from './issue-links';
export { idsForViewer, searchAsViewer } from './viewer-search';
export type { Found, FoundIssue } from './viewer-search';
export { prioritiesInOrder, workTypesForViewer } from './work-types';
export { issuesForViewer } from './issues-for-viewer';
export type { ViewedIssue } from './issues-for-viewer';
export { addWatcherAsViewer, setFieldsAsViewer } from './viewer-edits';
