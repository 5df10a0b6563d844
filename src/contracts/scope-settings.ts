import { z } from 'zod';
import { jiraIdSchema } from './project';

/** What the size of an issue is counted in; `auto` takes points or hours where most issues have them. */
export const scopeUnitChoices = ['auto', 'issues', 'points', 'hours'] as const;

export const projectScopeSchema = z.object({
  /** Of a release's capacity, in percent, that is kept for defects. */
  defectShare: z.number().int('Use a whole number.').min(0, 'At least 0 %.').max(100, 'At most 100 %.'),
  unit: z.enum(scopeUnitChoices),
});
export type ProjectScope = z.infer<typeof projectScopeSchema>;

/** Of every project that says nothing else. */
export const usualScope: ProjectScope = { defectShare: 20, unit: 'auto' };

/** Scopes of releases: a part of the settings document. */
export const scopeSettingsSchema = z
  .object({
    /** By the id of a project. */
    projects: z.record(jiraIdSchema, projectScopeSchema),
  })
  .prefault({ projects: {} });
