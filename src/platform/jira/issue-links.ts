import { route } from '@forge/api';
import { tellJira } from './request';
import type { JiraOutcome } from './outcome';

/**
 * Links two issues as the person at the screen; a link that is there already stays the only one: POST /rest/api/3/issueLink
 * @param type name of the link type @param from the issue of which the type's outward words are said: it `duplicates` the other
 */
export function linkAsViewer(type: string, from: string, to: string): Promise<JiraOutcome<null>> {
  const body = { type: { name: type }, inwardIssue: { id: from }, outwardIssue: { id: to } };
  return tellJira({ as: 'viewer', method: 'POST', path: route`/rest/api/3/issueLink`, body });
}
