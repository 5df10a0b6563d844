import { z } from 'zod';
import type { Jira } from '../jira/jira';
import { ADMIN } from './people';

const permissionsSchema = z.object({ permissions: z.record(z.string(), z.object({ name: z.string() })) });
const schemeSchema = z.object({ id: z.number() });

/** Who decides in the demo. The administrators are named too: once anybody holds a permission, nobody else has it. */
const holders: Readonly<Record<string, readonly string[]>> = {
  'Override Holdpoint gates': ['Release managers', 'Approvers', 'Administrators'],
  'Lift Holdpoint holds': ['Release managers', 'Approvers', 'Administrators'],
  'Approve Holdpoint deferrals': ['Approvers', 'Administrators'],
};

/** Gives the app's permissions in SHOP to the roles that decide, as a Jira administrator does it in the permission scheme. */
export async function grantPermissions(jira: Jira): Promise<void> {
  const ask = async (method: 'GET' | 'POST', path: string, body?: unknown): Promise<unknown> => {
    const text = body === undefined ? '' : JSON.stringify(body);
    const actor = { kind: 'user', accountId: ADMIN } as const;
    const headers = { 'content-type': 'application/json' };
    return (await jira.handle({ method, path, headers, body: text, actor, scopes: null })).body;
  };
  const scheme = schemeSchema.safeParse(await ask('GET', '/rest/api/3/project/SHOP/permissionscheme'));
  // An import or an empty site has no such project.
  if (!scheme.success) return;
  const { permissions } = permissionsSchema.parse(await ask('GET', '/rest/api/3/permissions'));
  for (const [permission, { name }] of Object.entries(permissions))
    for (const role of holders[name] ?? [])
      await ask('POST', `/rest/api/3/permissionscheme/${scheme.data.id}/permission`, {
        ...{ permission, holder: { type: 'projectRole', value: role } },
      });
}
