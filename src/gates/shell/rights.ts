import type { Instant } from '../../kernel/instant';
import { appPermissionKeys, grantedPermissions, ok, viewerPermissions } from '../../platform/jira';
import type { AppPermission, JiraOutcome } from '../../platform/jira';

/**
 * Whether the person who acts may do what one of Holdpoint's permissions is for, asked of Jira now. Once anybody holds it in the
 * project, only who holds it may; until then project admins. Null for who may not see the project.
 */
export async function mayNow(projectId: string, right: AppPermission, now: Instant): Promise<JiraOutcome<boolean | null>> {
  const keys = await appPermissionKeys(now);
  if (keys.kind !== 'ok') return keys;
  const person = await viewerPermissions(projectId, keys.value);
  if (person.kind !== 'ok') return person;
  if (!person.value.browse) return ok(null);
  const granted = await grantedPermissions(projectId, keys.value, now);
  if (granted.kind === 'busy' || granted.kind === 'failed') return granted;
  // Where Jira does not show the scheme to the app, nobody knows who was meant to: then only who has the permission may.
  const isGranted = granted.kind !== 'ok' || granted.value[right];
  return ok(isGranted ? person.value.own[right] : person.value.administer);
}
