import { route } from '@forge/api';
import { z } from 'zod';
import { askJira, tellJira } from './request';
import type { JiraOutcome } from './outcome';

const typesSchema = z
  .object({
    issueLinkTypes: z.array(z.object({ id: z.string(), name: z.string(), inward: z.string(), outward: z.string() })),
  })
  .transform(({ issueLinkTypes }) => issueLinkTypes);
export type JiraLinkType = z.output<typeof typesSchema>[number];

/** Every link type of the site: GET /rest/api/3/issueLinkType. 404 where an admin turned links off. */
export function readLinkTypes(): Promise<JiraOutcome<JiraLinkType[]>> {
  return askJira({ as: 'app', method: 'GET', path: route`/rest/api/3/issueLinkType` }, typesSchema);
}

/**
 * Links two issues as the person at the screen; a link that is there already stays the only one: POST /rest/api/3/issueLink
 * @param type id of the link type @param from the issue of which the type's outward words are said: it `duplicates` the other
 */
export function linkAsViewer(type: string, from: string, to: string): Promise<JiraOutcome<null>> {
  const body = { type: { id: type }, inwardIssue: { id: from }, outwardIssue: { id: to } };
  return tellJira({ as: 'viewer', method: 'POST', path: route`/rest/api/3/issueLink`, body });
}
