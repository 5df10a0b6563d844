import { z } from 'zod';
import { allProjects } from '../../defects/shell';
import { between, minute } from '../../kernel/instant';
import type { Instant } from '../../kernel/instant';
import { TablesNotReady } from '../../platform/database';
import { ok, roleNames } from '../../platform/jira';
import type { JiraOutcome } from '../../platform/jira';
import { readKey, writeFleeting } from '../../platform/key-value';
import { roleWarnings } from '../../settings';
import type { GateWarning, ProjectRoles, Settings } from '../../settings';

const siteKey = 'project-roles';
const life = 5 * minute;
/** Each project is a request; roles are mostly the same in all of them. */
const mostProjects = 20;
const cachedSchema = z.object({ at: z.string(), projects: z.array(z.object({ key: z.string(), roles: z.array(z.string()) })) });

/** Roles that Jira keeps for apps are nobody's. */
const ofApps = 'atlassian-addons-project-access';

/** The roles that people of a project can be in, as they are at this moment. */
export async function rolesOfProject(projectId: string): Promise<JiraOutcome<string[]>> {
  const roles = await roleNames(projectId);
  return roles.kind === 'ok' ? ok(roles.value.filter((name) => name !== ofApps)) : roles;
}

/** The roles of the projects that Holdpoint follows, the first 20; one that Jira does not answer for is left out. Believed for five minutes. */
export async function rolesOfProjects(now: Instant): Promise<ProjectRoles[]> {
  const cached = cachedSchema.safeParse(await readKey(siteKey));
  if (cached.success && Math.abs(between(cached.data.at, now)) < life) return cached.data.projects;
  const projects: ProjectRoles[] = [];
  for (const { id, key } of (await followed()).slice(0, mostProjects)) {
    const roles = await rolesOfProject(id);
    if (roles.kind === 'ok') projects.push({ key, roles: roles.value });
  }
  await writeFleeting(siteKey, { at: now, projects }, life / 1000);
  return projects;
}

/** Settings can be looked at before the tables are there. */
async function followed(): Promise<{ id: string; key: string }[]> {
  try {
    return await allProjects();
  } catch (error) {
    if (error instanceof TablesNotReady) return [];
    throw error;
  }
}

/** What is hardly meant about the roles that gates ask; Jira is asked only where one does. */
export async function warningsOfRoles(settings: Settings, now: Instant): Promise<GateWarning[]> {
  if (!settings.gates.rows.some(({ rule }) => rule === 'manual-check')) return [];
  return roleWarnings(settings, await rolesOfProjects(now));
}
