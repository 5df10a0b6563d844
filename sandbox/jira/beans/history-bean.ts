import { jiraInstant } from './instant';
import { userBeanOf } from './user-bean';
import type { Site } from '../site/site';
import type { History, HistoryItem } from '../model';

/**
 * The `fieldId` that Jira shows of an item; empty for what is no field. A workflow, a parent and a remote link have none in a real
 * export (jira-export/issues.json); that a link to another issue has none either is unconfirmed: go by the name `Link`.
 */
export function shownFieldId({ field, fieldId }: HistoryItem): string {
  return field === 'Link' ? '' : fieldId;
}

export function historyItemBean(item: HistoryItem): Record<string, unknown> {
  const { field, fieldtype, from, fromString, to } = item;
  const fieldId = shownFieldId(item);
  return { field, fieldtype, ...(fieldId === '' ? {} : { fieldId }), from, fromString, to, toString: item.toString };
}

export function historyBean(site: Site, history: History): Record<string, unknown> {
  const author = userBeanOf(site, history.author);
  return {
    id: history.id,
    ...(author === null ? {} : { author }),
    created: jiraInstant(history.created),
    items: history.items.map(historyItemBean),
  };
}
