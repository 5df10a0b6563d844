import { route } from '@forge/api';
import { z } from 'zod';
import { ok } from './outcome';
import { askJira, tellJira } from './request';
import type { JiraOutcome } from './outcome';

/** The value of a project property; null where there is none. GET /rest/api/3/project/{id}/properties/{key} */
export async function readProjectProperty(projectId: string, key: string): Promise<JiraOutcome<unknown>> {
  const path = route`/rest/api/3/project/${projectId}/properties/${key}`;
  const answer = await askJira({ as: 'app', method: 'GET', path }, z.object({ value: z.unknown() }));
  if (answer.kind === 'gone') return ok(null);
  return answer.kind === 'ok' ? ok(answer.value.value) : answer;
}

/** @param value at most 32,768 characters of JSON. PUT /rest/api/3/project/{id}/properties/{key} */
export function writeProjectProperty(projectId: string, key: string, value: unknown): Promise<JiraOutcome<null>> {
  return tellJira({ as: 'app', method: 'PUT', path: route`/rest/api/3/project/${projectId}/properties/${key}`, body: value });
}

/** Removes a project property; one that is not there counts as removed. */
export async function removeProjectProperty(projectId: string, key: string): Promise<JiraOutcome<null>> {
  const answer = await tellJira({ as: 'app', method: 'DELETE', path: route`/rest/api/3/project/${projectId}/properties/${key}` });
  return answer.kind === 'gone' ? ok(null) : answer;
}

/** Keys of all properties of a project: GET /rest/api/3/project/{id}/properties. */
export async function projectPropertyKeys(projectId: string): Promise<JiraOutcome<string[]>> {
  const schema = z.object({ keys: z.array(z.object({ key: z.string() })) });
  const answer = await askJira({ as: 'app', method: 'GET', path: route`/rest/api/3/project/${projectId}/properties` }, schema);
  return answer.kind === 'ok' ? ok(answer.value.keys.map(({ key }) => key)) : answer;
}
