import { route } from '@forge/api';
import { z } from 'zod';
import { askJira, tellJira } from './request';
import type { JiraOutcome } from './outcome';

const relatedWorkSchema = z.array(z.object({ relatedWorkId: z.string().nullish(), url: z.string().nullish() }));

/** Links on a version's release page: GET /rest/api/3/version/{id}/relatedwork. */
export function readRelatedWork(versionId: string): Promise<JiraOutcome<z.infer<typeof relatedWorkSchema>>> {
  return askJira({ as: 'app', method: 'GET', path: route`/rest/api/3/version/${versionId}/relatedwork` }, relatedWorkSchema);
}

/** Puts a link on a version's release page: POST /rest/api/3/version/{id}/relatedwork. */
export function addRelatedWork(versionId: string, link: { title: string; url: string }): Promise<JiraOutcome<null>> {
  const body = { category: 'Release readiness', ...link };
  return tellJira({ as: 'app', method: 'POST', path: route`/rest/api/3/version/${versionId}/relatedwork`, body });
}

/** Takes a link off a version's release page: DELETE /rest/api/3/version/{versionId}/relatedwork/{relatedWorkId}. */
export function removeRelatedWork(versionId: string, relatedWorkId: string): Promise<JiraOutcome<null>> {
  const path = route`/rest/api/3/version/${versionId}/relatedwork/${relatedWorkId}`;
  return tellJira({ as: 'app', method: 'DELETE', path });
}
