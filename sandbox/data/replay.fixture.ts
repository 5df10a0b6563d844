import type { HistoryItem, Issue } from '../jira/model';

/** What the changelog tells of a field, as text; lists are sorted. */
const presentOf = (issue: Issue, fieldId: string): string | null => {
  const byField: Readonly<Record<string, string | null>> = {
    status: issue.statusId,
    resolution: issue.resolutionId,
    priority: issue.priorityId,
    assignee: issue.assignee,
    labels: issue.labels.join(' '),
    fixVersions: [...issue.fixVersionIds].sort().join(','),
  };
  if (fieldId in byField) return byField[fieldId] ?? null;
  const value = issue.customFields[fieldId];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : null;
};

const sidesOf = (item: HistoryItem): readonly [string | null, string | null] =>
  item.fieldtype === 'custom' || item.fieldId === 'labels' ? [item.fromString, item.toString] : [item.from, item.to];

const afterVersionItem = (versions: string, item: HistoryItem): string => {
  const ids = new Set(versions === '' ? [] : versions.split(','));
  if (item.from !== null) ids.delete(item.from);
  if (item.to !== null) ids.add(item.to);
  return [...ids].sort().join(',');
};

/** Replays one field from its first value; says where an item does not follow from the one before, or the end differs. */
const replayField = (issue: Issue, fieldId: string, items: readonly HistoryItem[]): string[] => {
  const present = presentOf(issue, fieldId);
  if (fieldId === 'fixVersions') {
    const firsts = items
      .filter(({ from }, index) => from !== null && !items.slice(0, index).some(({ to }) => to === from))
      .map(({ from }) => from);
    const end = items.reduce(afterVersionItem, firsts.join(','));
    return end === (present ?? '') ? [] : [`${issue.key} ${fieldId}: replay ends in ${end}, the issue has ${present}`];
  }
  const broken = items.flatMap((item, index) => {
    const before = items[index - 1];
    return before && sidesOf(before)[1] !== sidesOf(item)[0] ? [`${issue.key} ${fieldId}: item ${index} does not follow`] : [];
  });
  const last = items.at(-1);
  const end = last ? sidesOf(last)[1] : present;
  return end === present ? broken : [...broken, `${issue.key} ${fieldId}: replay ends in ${end}, the issue has ${present}`];
};

const orderOf = (issue: Issue, now: string): string[] => {
  const instants = [issue.created, ...issue.histories.map(({ created }) => created), issue.updated, now];
  const comments = issue.comments
    .filter(({ created }) => created < issue.created || created > issue.updated)
    .map(({ id }) => `${issue.key}: comment ${id} is out of its time`);
  const sorted = instants.every((instant, index) => index === 0 || (instants[index - 1] ?? '') <= instant);
  return sorted ? comments : [...comments, `${issue.key}: created, histories, updated and now are out of order`];
};

/** Every contradiction between an issue and its changelog; empty for a sound one. */
export const contradictionsOf = (issue: Issue, now: string, isDone: (statusId: string) => boolean): string[] => {
  const items = issue.histories.flatMap((history) => history.items).filter(({ fieldId }) => fieldId !== 'issuelinks');
  const fieldIds = [...new Set(items.map(({ fieldId }) => fieldId))];
  const resolved = issue.resolutionId !== null && issue.resolutionDate !== null;
  const resolution = resolved === isDone(issue.statusId) ? [] : [`${issue.key}: resolution and status disagree`];
  return [
    ...orderOf(issue, now),
    ...resolution,
    ...fieldIds.flatMap((fieldId) =>
      replayField(
        issue,
        fieldId,
        items.filter((item) => item.fieldId === fieldId),
      ),
    ),
  ];
};
