import { z } from 'zod';
import { between, minute } from '../kernel/instant';
import type { Instant } from '../kernel/instant';
import { ok, viewerMayBrowse, viewerSecurityLevels } from '../platform/jira';
import type { JiraOutcome } from '../platform/jira';
import { readKey, writeFleeting } from '../platform/key-value';
import type { Access } from './access';

const life = 5 * minute;
const cachedSchema = z.object({ at: z.string(), mayBrowse: z.boolean(), levels: z.array(z.string()) });

/** One check per viewer and project, believed for five minutes. Jira is asked as the viewer. */
export async function viewerAccess(accountId: string, projectId: string, now: Instant): Promise<JiraOutcome<Access>> {
  const key = `access:${projectId}:${accountId}`;
  const cached = cachedSchema.safeParse(await readKey(key));
  if (cached.success && Math.abs(between(cached.data.at, now)) < life) return ok(cached.data);
  const browse = await viewerMayBrowse(projectId);
  if (browse.kind !== 'ok') return browse;
  const levels = browse.value ? await viewerSecurityLevels(projectId) : ok([]);
  if (levels.kind !== 'ok') return levels;
  const access = { mayBrowse: browse.value, levels: levels.value };
  await writeFleeting(key, { at: now, ...access }, life / 1000);
  return ok(access);
}
