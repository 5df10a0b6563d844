import type { Project, User } from '../model';
import type { Site } from './site';

export interface NamedRole {
  readonly id: number;
  readonly name: string;
}

/** Jira's own first role ids stand near 10002. */
const FIRST_ROLE_ID = 10_002;

/** All project roles of the site. The seed knows them by name; their ids follow the order of the names. */
export function projectRoles(site: Site): NamedRole[] {
  const names = new Set([...site.projects.values()].flatMap((project) => Object.keys(project.roles)));
  return [...names].sort().map((name, index) => ({ id: FIRST_ROLE_ID + index, name }));
}

/** Groups stand among the members of a role with this before their names. */
export const GROUP = 'group:';

/** Whether a user is in a role of the project, by account or through a group. */
export function isMember(project: Project | undefined, role: string, user: User | undefined): boolean {
  return (project?.roles[role] ?? []).some(
    (member) =>
      member === user?.accountId || (member.startsWith(GROUP) && user?.groups.includes(member.slice(GROUP.length)) === true),
  );
}

/** Adds accounts and groups to a role; who is in it already stays. */
export function addMembers(site: Site, project: Project, role: string, members: readonly string[]): Project {
  const changed = { ...project, roles: { ...project.roles, [role]: [...new Set([...(project.roles[role] ?? []), ...members])] } };
  site.projects.set(project.id, changed);
  return changed;
}
