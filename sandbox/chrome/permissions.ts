import { permissionsSchema } from './jira-answers';
import type { ViewerJira } from './viewer-jira';

/** Which of the permissions the viewer has, globally or in a project; none where Jira does not say. */
export async function permissionsOf(
  jira: ViewerJira,
  keys: readonly string[],
  projectKey?: string,
): Promise<ReadonlySet<string>> {
  const query = new URLSearchParams({ permissions: keys.join(','), ...(projectKey === undefined ? {} : { projectKey }) });
  const answer = await jira.tryRead(permissionsSchema, `/rest/api/3/mypermissions?${query.toString()}`);
  return new Set(keys.filter((key) => answer?.permissions[key]?.havePermission === true));
}

/** Whether the viewer holds the global permission to administer Jira. */
export async function isAdmin(jira: ViewerJira): Promise<boolean> {
  return (await permissionsOf(jira, ['ADMINISTER'])).has('ADMINISTER');
}
