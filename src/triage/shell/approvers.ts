import type { Instant } from '../../kernel/instant';
import { appPermissionKeys, ok, permissionHolders } from '../../platform/jira';
import type { JiraOutcome } from '../../platform/jira';
import type { ApproverLevel } from '../deferral';

const administer = 'ADMINISTER_PROJECTS';

/**
 * Account ids of those who may approve at a level, asked now, to tell them that something waits. It decides nothing: whoever approves is
 * asked anew (`decidingPerson`). Nobody where Jira does not show the scheme to the app.
 */
export async function approversAt(
  level: ApproverLevel,
  projectId: string,
  now: Instant,
): Promise<JiraOutcome<readonly string[]>> {
  if (level.kind === 'people') return ok(level.accountIds);
  if (level.kind === 'permission') {
    const keys = await appPermissionKeys(now);
    if (keys.kind !== 'ok') return orNobody(keys);
    const own = keys.value['approve-deferrals'];
    const holders = own === null ? ok(null) : await permissionHolders(projectId, own);
    if (holders.kind !== 'ok') return orNobody(holders);
    // Until somebody is granted the permission, admins of the project approve.
    if (holders.value !== null) return ok(holders.value);
  }
  const admins = await permissionHolders(projectId, administer);
  return admins.kind === 'ok' ? ok(admins.value ?? []) : orNobody(admins);
}

function orNobody(trouble: Exclude<JiraOutcome<never>, { kind: 'ok' }>): JiraOutcome<readonly string[]> {
  return trouble.kind === 'refused' || trouble.kind === 'gone' ? ok([]) : trouble;
}
