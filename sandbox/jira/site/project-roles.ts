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
