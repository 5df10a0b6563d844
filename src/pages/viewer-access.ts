import { z } from 'zod';
import { between, minute } from '../kernel/instant';
import type { Instant } from '../kernel/instant';
import { appPermissionKeys, grantedPermissions, ok, viewerPermissions, viewerSecurityLevels } from '../platform/jira';
import type { AppPermission, JiraOutcome } from '../platform/jira';
import { readKey, writeFleeting } from '../platform/key-value';
import { mayDecide, mayNothing } from './access';
import type { Access } from './access';

const life = 5 * minute;
const cachedSchema = z.object({
  at: z.string(),
  mayBrowse: z.boolean(),
  levels: z.array(z.string()),
  may: z.object({ overrideGates: z.boolean(), liftHolds: z.boolean(), approveDeferrals: z.boolean() }),
});

/** One check per viewer and project, believed for five minutes. Jira is asked as the viewer. */
export async function viewerAccess(accountId: string, projectId: string, now: Instant): Promise<JiraOutcome<Access>> {
  const key = `access:${projectId}:${accountId}`;
  const cached = cachedSchema.safeParse(await readKey(key));
  if (cached.success && Math.abs(between(cached.data.at, now)) < life) return ok(cached.data);
  const access = await askedAccess(projectId, now);
  if (access.kind === 'ok') await writeFleeting(key, { at: now, ...access.value }, life / 1000);
  return access;
}

async function askedAccess(projectId: string, now: Instant): Promise<JiraOutcome<Access>> {
  const keys = await appPermissionKeys(now);
  if (keys.kind !== 'ok') return keys;
  const person = await viewerPermissions(projectId, keys.value);
  if (person.kind !== 'ok') return person;
  // Nothing is asked as the app of a project that the person may not even know.
  if (!person.value.browse) return ok({ mayBrowse: false, levels: [], may: mayNothing });
  const levels = await viewerSecurityLevels(projectId);
  if (levels.kind !== 'ok') return levels;
  const granted = await grantedPermissions(projectId, keys.value, now);
  // Where Jira does not show the scheme to the app, nobody knows who was meant to decide: then nobody may.
  if (granted.kind === 'busy' || granted.kind === 'failed') return granted;
  const may = (name: AppPermission) =>
    granted.kind === 'ok' &&
    mayDecide({ granted: granted.value[name], has: person.value.own[name], admin: person.value.administer });
  return ok({
    mayBrowse: true,
    levels: levels.value,
    may: { overrideGates: may('override-gates'), liftHolds: may('lift-holds'), approveDeferrals: may('approve-deferrals') },
  });
}
