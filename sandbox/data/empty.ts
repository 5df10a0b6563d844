import type { SiteSeed } from '../jira/model';
import { demoProject, siteWithout } from './project';

/** A project as on the day it is created: people and workflows, no versions, no issues. */
export const emptyProject = (): SiteSeed =>
  siteWithout(demoProject('NEW', 'New project', 'A project without versions or issues.'), [
    'An empty project NEW: no versions and no issues yet.',
  ]);

/** A site with one project more: without versions or issues, of the same people. */
export const withEmptyProject = (seed: SiteSeed, key: string, name: string): SiteSeed => ({
  ...seed,
  projects: [
    ...seed.projects,
    { ...demoProject(key, name, 'A project beside the other.'), id: String(10_000 + seed.projects.length), securityLevels: [] },
  ],
});
