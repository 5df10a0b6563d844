import { route } from '@forge/api';
import { z } from 'zod';
import { ok } from './outcome';
import { askJira } from './request';
import type { JiraOutcome } from './outcome';

/** A person whom Jira knows. */
export interface Account {
  readonly accountId: string;
  readonly name: string;
  readonly active: boolean;
  /** Whether a human being is behind it, and not an app. */
  readonly human: boolean;
}

const pageSchema = z.object({
  values: z.array(
    z.object({
      accountId: z.string(),
      displayName: z.string().default(''),
      active: z.boolean().default(true),
      accountType: z.string().default('atlassian'),
    }),
  ),
});
/** Ids have up to 128 characters, and all of them stand in the address. */
const perRequest = 40;

/** People by their account ids; those whom Jira does not know, or the viewer may not look up, are missing: GET /rest/api/3/user/bulk */
export async function readAccounts(as: 'app' | 'viewer', accountIds: readonly string[]): Promise<JiraOutcome<Account[]>> {
  const found: Account[] = [];
  for (let start = 0; start < accountIds.length; start += perRequest) {
    const some = accountIds.slice(start, start + perRequest);
    const query = new URLSearchParams({ maxResults: String(perRequest) });
    for (const id of some) query.append('accountId', id);
    const page = await askJira({ as, method: 'GET', path: route`/rest/api/3/user/bulk?${query}` }, pageSchema);
    if (page.kind !== 'ok') return page;
    found.push(
      ...page.value.values.map(({ accountId, displayName, active, accountType }) => ({
        ...{ accountId, name: displayName, active, human: accountType !== 'app' },
      })),
    );
  }
  return ok(found);
}

const leadSchema = z.object({ lead: z.object({ accountId: z.string() }).nullish() });

/** Account id of the lead of a project; null where it has none: GET /rest/api/3/project/{id} */
export async function readProjectLead(projectId: string): Promise<JiraOutcome<string | null>> {
  const path = route`/rest/api/3/project/${projectId}`;
  const answer = await askJira({ as: 'app', method: 'GET', path }, leadSchema);
  return answer.kind === 'ok' ? ok(answer.value.lead?.accountId ?? null) : answer;
}

const componentsSchema = z.array(z.object({ name: z.string(), lead: z.object({ accountId: z.string() }).nullish() }));

/** Account ids of those who lead components of a project, by the component's name: GET /rest/api/3/project/{id}/components */
export async function readComponentLeads(projectId: string): Promise<JiraOutcome<Map<string, string>>> {
  const path = route`/rest/api/3/project/${projectId}/components`;
  const answer = await askJira({ as: 'app', method: 'GET', path }, componentsSchema);
  if (answer.kind !== 'ok') return answer;
  return ok(new Map(answer.value.flatMap(({ name, lead }) => (lead == null ? [] : [[name, lead.accountId] as const]))));
}

const grantsSchema = z.object({
  projectPermissions: z.array(z.object({ permission: z.string(), issues: z.array(z.number()).default([]) })).default([]),
});

/** Which of these issues a person may see, security levels included, in one request: POST /rest/api/3/permissions/check. @param issueIds a few hundred at most */
export async function issuesSeenBy(accountId: string, issueIds: readonly string[]): Promise<JiraOutcome<Set<string>>> {
  const asked = { permissions: ['BROWSE_PROJECTS'], issues: issueIds.map(Number), projects: [] };
  const body = { accountId, projectPermissions: [asked] };
  const answer = await askJira({ as: 'app', method: 'POST', path: route`/rest/api/3/permissions/check`, body }, grantsSchema);
  if (answer.kind === 'gone' || answer.kind === 'refused') return ok(new Set());
  if (answer.kind !== 'ok') return answer;
  return ok(new Set(answer.value.projectPermissions.flatMap(({ issues }) => issues.map(String))));
}
