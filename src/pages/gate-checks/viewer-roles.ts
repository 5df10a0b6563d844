import { z } from 'zod';
import { between, minute } from '../../kernel/instant';
import { viewerInRole } from '../../platform/jira';
import { readKey, writeFleeting } from '../../platform/key-value';
import type { Viewer } from '../viewer';

const life = 5 * minute;
const cachedSchema = z.object({ at: z.string(), roles: z.record(z.string(), z.boolean().nullable()) });

/**
 * In which of these roles of a project the viewer is, for what the screen offers; null for one that the project does not have. Believed
 * for five minutes: Jira is asked anew when somebody acts. Where Jira does not answer, nothing is offered.
 */
export async function viewerRoles(
  projectId: string,
  roles: readonly string[],
  viewer: Viewer,
): Promise<(role: string) => boolean | null> {
  const key = `roles:${projectId}:${viewer.accountId}`;
  const cached = cachedSchema.safeParse(await readKey(key));
  const fresh = cached.success && Math.abs(between(cached.data.at, viewer.now)) < life ? cached.data.roles : {};
  const known = new Map(Object.entries(fresh));
  const wanted = [...new Set(roles)].filter((role) => !known.has(role));
  for (const role of wanted) {
    const asked = await viewerInRole(projectId, viewer.accountId, role);
    if (asked.kind === 'ok') known.set(role, asked.value);
  }
  if (wanted.length > 0) await writeFleeting(key, { at: viewer.now, roles: Object.fromEntries(known) }, life / 1000);
  return (role) => known.get(role) ?? (known.has(role) ? null : false);
}
