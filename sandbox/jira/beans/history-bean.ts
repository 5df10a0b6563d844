import { jiraInstant } from './instant';
import { userBeanOf } from './user-bean';
import type { Site } from '../site/site';
import type { History, HistoryItem } from '../model';

/** Items of what is no field (a workflow, a key) have no `fieldId`. */
export function historyItemBean(item: HistoryItem): Record<string, unknown> {
  const { field, fieldtype, fieldId, from, fromString, to } = item;
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
