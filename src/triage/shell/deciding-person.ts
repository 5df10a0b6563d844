import type { Instant } from '../../kernel/instant';
import { appPermissionKeys, grantedPermissions, ok, viewerPermissions } from '../../platform/jira';
import type { JiraOutcome } from '../../platform/jira';
import type { DecidingPerson } from '../deferral';

/** What Jira says of the person who acts, asked now: a decision rests on no cached answer about the person. Null for who may not see the project. */
export async function decidingPerson(
  projectId: string,
  accountId: string,
  now: Instant,
): Promise<JiraOutcome<DecidingPerson | null>> {
  const keys = await appPermissionKeys(now);
  if (keys.kind !== 'ok') return keys;
  const person = await viewerPermissions(projectId, keys.value);
  if (person.kind !== 'ok') return person;
  if (!person.value.browse) return ok(null);
  const granted = await grantedPermissions(projectId, keys.value, now);
  if (granted.kind === 'busy' || granted.kind === 'failed') return granted;
  return ok({
    accountId,
    // Where Jira does not show the scheme to the app, nobody knows who was meant to approve: then only who has the permission may.
    granted: granted.kind !== 'ok' || granted.value['approve-deferrals'],
    has: person.value.own['approve-deferrals'],
    admin: person.value.administer,
  });
}
