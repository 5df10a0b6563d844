import { route } from '@forge/api';
import { z } from 'zod';
import { readAccounts, readProjectLead } from './accounts';
import { membersOfRole, readGroupMembers } from './issue-people';
import { ok } from './outcome';
import { askJira } from './request';
import type { JiraOutcome } from './outcome';

const schemeSchema = z.object({
  permissions: z
    .array(
      z.object({
        permission: z.string(),
        holder: z.object({ type: z.string(), parameter: z.string().nullish(), value: z.string().nullish() }),
      }),
    )
    .default([]),
});
/** More are not told one by one. */
const mostHolders = 80;
type Holder = z.infer<typeof schemeSchema>['permissions'][number]['holder'];

/**
 * Account ids of the people to whom a project's scheme grants a permission, as roles, groups, people or the lead: GET
 * /rest/api/3/project/{id}/permissionscheme as the app, one request for each role and group, two for who of them is a person. What
 * depends on an issue, or is everybody, stands for nobody here. Null where it is granted to nobody at all.
 */
export async function permissionHolders(projectId: string, permission: string): Promise<JiraOutcome<string[] | null>> {
  const path = route`/rest/api/3/project/${projectId}/permissionscheme?expand=permissions`;
  const scheme = await askJira({ as: 'app', method: 'GET', path }, schemeSchema);
  if (scheme.kind !== 'ok') return scheme;
  const grants = scheme.value.permissions.filter((grant) => grant.permission === permission);
  if (grants.length === 0) return ok(null);
  const found = new Set<string>();
  for (const { holder } of grants) {
    const people = await peopleOf(projectId, holder);
    if (people.kind === 'busy' || people.kind === 'failed') return people;
    for (const accountId of people.kind === 'ok' ? people.value : []) found.add(accountId);
  }
  return peopleAmong([...found].slice(0, mostHolders));
}

/** Apps have roles and permissions too, this one among them. Where Jira does not tell, everybody counts. */
async function peopleAmong(accountIds: readonly string[]): Promise<JiraOutcome<string[]>> {
  const accounts = await readAccounts('app', accountIds);
  if (accounts.kind === 'busy' || accounts.kind === 'failed') return accounts;
  if (accounts.kind !== 'ok') return ok([...accountIds]);
  return ok(accounts.value.filter(({ active, human }) => active && human).map(({ accountId }) => accountId));
}

async function peopleOf(projectId: string, { type, parameter, value }: Holder): Promise<JiraOutcome<string[]>> {
  const name = parameter ?? value;
  if (type === 'projectLead') {
    const lead = await readProjectLead(projectId);
    return lead.kind === 'ok' ? ok(lead.value === null ? [] : [lead.value]) : lead;
  }
  if (name == null) return ok([]);
  if (type === 'projectRole') return membersOfRole(projectId, value ?? name);
  if (type === 'group') return readGroupMembers(name);
  return ok(type === 'user' ? [name] : []);
}
