import { knownPermissions } from './permission-catalogue';
import { rolesHolding } from './permissions';
import { projectRoles } from './project-roles';
import type { NamedRole } from './project-roles';
import type { Site } from './site';
import type { Project } from '../model';

/** Keeps the ids of schemes apart from those of projects, which they are derived from. */
const SCHEME_OFFSET = 20_000;

/** One permission of one role in a project. */
export interface Grant {
  readonly id: number;
  readonly permission: string;
  readonly role: NamedRole;
}

/** Each project of the sandbox has a permission scheme of its own. */
export function schemeIdOf(project: Project): number {
  return SCHEME_OFFSET + Number(project.id);
}

export function projectOfScheme(site: Site, schemeId: string): Project | undefined {
  return [...site.projects.values()].find((project) => String(schemeIdOf(project)) === schemeId);
}

/** What the project's roles may do, permission by permission. */
export function grantsOf(site: Site, project: Project): Grant[] {
  const roles = projectRoles(site);
  return Object.entries(spelledOut(site, project)).flatMap(([permission, holders]) =>
    holders.flatMap((name) =>
      roles
        .filter((role) => role.name === name)
        .map((role) => ({ id: grantId(site, `${project.id} ${permission} ${name}`), permission, role })),
    ),
  );
}

/** Gives a role a permission. */
export function grant(site: Site, project: Project, permission: string, role: NamedRole): void {
  change(site, project, permission, (holders) => [...holders, role.name]);
}

/** Takes a permission from a role. */
export function revoke(site: Site, project: Project, { permission, role }: Grant): void {
  change(site, project, permission, (holders) => holders.filter((name) => name !== role.name));
}

function change(site: Site, project: Project, permission: string, changed: (holders: readonly string[]) => string[]): void {
  const permissions = spelledOut(site, project);
  permissions[permission] = changed(permissions[permission] ?? []);
  site.projects.set(project.id, { ...project, permissions });
}

/** With the finer permissions too that a seed leaves to the coarser ones, so that changing one does not change others. */
function spelledOut(site: Site, project: Project): Record<string, string[]> {
  const known = knownPermissions(site).filter(({ type }) => type === 'PROJECT');
  return { ...project.permissions, ...Object.fromEntries(known.map(({ key }) => [key, [...rolesHolding(project, key)]])) };
}

function grantId(site: Site, name: string): number {
  const id = site.grantIds.get(name) ?? site.nextId('grant');
  site.grantIds.set(name, id);
  return Number(id);
}
