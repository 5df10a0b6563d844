import { isAppPermission } from './app-permission';
import { isMember } from './project-roles';
import type { Site } from './site';
import type { Actor } from '../jira';
import type { Issue, Project } from '../model';

export const ADMIN_GROUP = 'site-admins';
const APP_ACCESS_ROLE = 'atlassian-addons-project-access';

/** A seed's permission scheme may leave out the finer permissions; then the coarser one stands for them. */
const STANDS_FOR: Readonly<Record<string, string>> = {
  ASSIGN_ISSUES: 'EDIT_ISSUES',
  ASSIGNABLE_USER: 'EDIT_ISSUES',
  RESOLVE_ISSUES: 'EDIT_ISSUES',
  LINK_ISSUES: 'EDIT_ISSUES',
  SCHEDULE_ISSUES: 'EDIT_ISSUES',
  SET_ISSUE_SECURITY: 'EDIT_ISSUES',
  TRANSITION_ISSUES: 'EDIT_ISSUES',
  CREATE_ISSUES: 'EDIT_ISSUES',
  ADD_COMMENTS: 'EDIT_ISSUES',
  MODIFY_REPORTER: 'ADMINISTER_PROJECTS',
  DELETE_ISSUES: 'ADMINISTER_PROJECTS',
};

/** Project roles that hold a permission in a project. */
export function rolesHolding(project: Project, permission: string): readonly string[] {
  return project.permissions[permission] ?? project.permissions[STANDS_FOR[permission] ?? ''] ?? [];
}

/** What one account may do and see. Made anew for each request. */
export interface Permissions {
  /** Null for nobody. */
  readonly accountId: string | null;
  /** Global permission ADMINISTER. */
  readonly administers: boolean;
  has(permission: string, project: Project): boolean;
  browses(projectId: string): boolean;
  /** Browse Projects and the issue's security level. */
  sees(issue: Issue): boolean;
}

export function accountIdOf(site: Site, actor: Actor): string | null {
  switch (actor.kind) {
    case 'user':
      return actor.accountId;
    case 'app':
      return site.app?.appAccountId ?? [...site.users.values()].find((user) => user.accountType === 'app')?.accountId ?? null;
    case 'anonymous':
      return null;
  }
}

/** Permissions come from project roles, ADMINISTER from the group `site-admins`; an account unknown to the site has none. */
export function permissionsOf(site: Site, accountId: string | null): Permissions {
  const user = accountId === null ? undefined : site.users.get(accountId);
  const active = user !== undefined && user.active;
  const administers = active && user.groups.includes(ADMIN_GROUP);
  const holds = (project: Project, roles: readonly string[]) => active && roles.some((role) => isMember(project, role, user));
  const isApp = (project: Project) => active && user.accountType === 'app' && holds(project, [APP_ACCESS_ROLE]);
  const has = (permission: string, project: Project) =>
    (isApp(project) && !isAppPermission(permission)) ||
    holds(project, rolesHolding(project, permission)) ||
    (permission === 'ADMINISTER_PROJECTS' && administers);
  const browsable = new Map<string, boolean>();
  const browses = (projectId: string) => {
    const known = browsable.get(projectId);
    if (known !== undefined) {
      return known;
    }
    const project = site.projects.get(projectId);
    const answer = project !== undefined && has('BROWSE_PROJECTS', project);
    browsable.set(projectId, answer);
    return answer;
  };
  return {
    accountId: active ? user.accountId : null,
    administers,
    has,
    browses,
    sees: (issue) => browses(issue.projectId) && seesLevel(site, issue, holds, isApp),
  };
}

function seesLevel(
  site: Site,
  issue: Issue,
  holds: (project: Project, roles: readonly string[]) => boolean,
  isApp: (project: Project) => boolean,
): boolean {
  if (issue.securityLevelId === null) {
    return true;
  }
  const project = site.projects.get(issue.projectId);
  const level = project?.securityLevels.find((candidate) => candidate.id === issue.securityLevelId);
  return project !== undefined && (isApp(project) || (level !== undefined && holds(project, level.roles)));
}
