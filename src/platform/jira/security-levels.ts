import { route } from '@forge/api';
import { z } from 'zod';
import { ok } from './outcome';
import { askJira } from './request';
import type { JiraOutcome } from './outcome';

const levelsSchema = z.object({ levels: z.array(z.object({ id: z.string() })).default([]) });

/**
 * Whether no issue of the project can be hidden from the app by a security level: it has no scheme, or the app may see every level of
 * it. Two points: GET /rest/api/3/project/{id}/issuesecuritylevelscheme names all levels, .../securitylevel those that the caller sees.
 */
export async function appSeesEveryLevel(projectId: string): Promise<JiraOutcome<boolean>> {
  const scheme = await askJira(
    { as: 'app', method: 'GET', path: route`/rest/api/3/project/${projectId}/issuesecuritylevelscheme` },
    levelsSchema,
  );
  if (scheme.kind === 'gone') return ok(true);
  if (scheme.kind === 'refused') return ok(false);
  if (scheme.kind !== 'ok') return scheme;
  const seen = await askJira(
    { as: 'app', method: 'GET', path: route`/rest/api/3/project/${projectId}/securitylevel` },
    levelsSchema,
  );
  if (seen.kind !== 'ok') return seen.kind === 'gone' || seen.kind === 'refused' ? ok(false) : seen;
  const visible = new Set(seen.value.levels.map(({ id }) => id));
  return ok(scheme.value.levels.every(({ id }) => visible.has(id)));
}
