import { dateValue } from '../expressions';
import { host, plain } from './members';
import { userHostOf } from './user-host';
import type { Site } from '../site/site';
import type { HostObject, Value } from '../expressions';
import type { History, HistoryItem, Issue } from '../model';

/** Newest first, as `issue.changelogs` lists them. */
export function changelogHosts(site: Site, issue: Issue): HostObject[] {
  return [...issue.histories].reverse().map((history) => changelogHost(site, history));
}

/** The newest history that has an item of the field, by its name or id. */
export function newestChangelog(site: Site, issue: Issue, field: string | null): Value {
  const found = issue.histories.findLast((history) =>
    history.items.some((item) => item.field === field || item.fieldId === field),
  );
  return found === undefined ? null : changelogHost(site, found);
}

function changelogHost(site: Site, history: History): HostObject {
  const items = history.items.map(itemHost);
  return host({
    typeName: 'Changelog',
    identity: history.id,
    members: {
      ...plain({ id: history.id, created: dateValue(new Date(history.created)), items }),
      author: () => userHostOf(site, history.author),
    },
  });
}

function itemHost(item: HistoryItem): HostObject {
  const { field, fieldId, from, fromString, to } = item;
  return host({ typeName: 'ChangelogItem', members: plain({ field, fieldId, from, fromString, to, toString: item.toString }) });
}
