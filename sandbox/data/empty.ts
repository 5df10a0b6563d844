import type { SiteSeed } from '../jira/model';
import { demoProject, siteWithout } from './project';

/** A project as on the day it is created: people and workflows, no versions, no issues. */
export const emptyProject = (): SiteSeed =>
  siteWithout(demoProject('NEW', 'New project', 'A project without versions or issues.'), [
    'An empty project NEW: no versions and no issues yet.',
  ]);
