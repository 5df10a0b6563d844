import { securityLevelBean } from '../beans/option-beans';
import { demand, demandAdministrator, projectFor } from './find-for-call';
import { notFound } from './refusal';
import { param } from './read-request';
import { ok } from './route';
import type { Call, Route } from './route';
import type { Project } from '../model';

/** Each project has its own scheme, with the project's id. */
export const issueSecurity: readonly Route[] = [
  {
    method: 'GET',
    path: '/rest/api/3/issuesecurityschemes',
    handle: (call) => {
      demandAdministrator(call);
      const withLevels = [...call.site.projects.values()].filter((project) => project.securityLevels.length > 0);
      return ok({ issueSecuritySchemes: withLevels.map((project) => scheme(call, project)) });
    },
  },
  {
    method: 'GET',
    path: '/rest/api/3/project/{projectKeyOrId}/issuesecuritylevelscheme',
    handle: (call) => {
      const project = projectFor(call, param(call, 'projectKeyOrId'));
      demand(call, 'ADMINISTER_PROJECTS', project);
      if (project.securityLevels.length === 0) {
        throw notFound('The project has no issue security scheme.');
      }
      const levels = project.securityLevels.map((level) => securityLevelBean(call.site, level));
      return ok({ ...scheme(call, project), levels });
    },
  },
];

function scheme(call: Call, project: Project): Record<string, unknown> {
  const self = call.site.url(`/rest/api/3/issuesecurityschemes/${project.id}`);
  return { self, id: Number(project.id), name: `${project.key} issue security`, description: '' };
}
