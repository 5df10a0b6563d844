import { usualScope, type ProjectScope } from '../../../../../src/contracts/scope-settings';
import type { Edit } from '../edit-settings';

type Projects = Readonly<Record<string, ProjectScope>>;

/** A project that says the same as every other says nothing. */
export function withScope(projects: Projects, projectId: string, scope: ProjectScope): Record<string, ProjectScope> {
  const others = Object.entries(projects).filter(([id]) => id !== projectId);
  const isUsual = scope.defectShare === usualScope.defectShare && scope.unit === usualScope.unit;
  return Object.fromEntries(isUsual ? others : [...others, [projectId, scope]]);
}

export const changeScope =
  (projectId: string, scope: ProjectScope): Edit =>
  (settings) => ({ ...settings, scope: { projects: withScope(settings.scope.projects, projectId, scope) } });
