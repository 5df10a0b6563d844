import type { FieldIds } from './fields';
import type { History, Issue } from './issue';
import { memberships } from './memberships';
import { timeline } from './timeline';
import type { Change, Held, Span } from './timeline';
import { textValue } from './fields';

/** What a defect was over time. */
export interface DefectHistory {
  readonly status: readonly Span[];
  readonly severity: readonly Span[];
  /** Account ids; no names are kept. */
  readonly assignee: readonly Span[];
  /** Ids of versions, of which several may hold at once. */
  readonly fix: readonly Span[];
  readonly affects: readonly Span[];
  /** Ids of components, of which several may hold at once. */
  readonly component: readonly Span[];
}

/** The kinds of spans, in the order in which they are written. */
export const historyKinds = [
  'status',
  'severity',
  'assignee',
  'fix',
  'affects',
  'component',
] as const satisfies (keyof DefectHistory)[];

/** Ids of the fields whose changes matter. */
export function watchedFields(ids: FieldIds): string[] {
  const severity = ids['defect-severity'];
  return ['status', 'assignee', 'fixVersions', 'versions', 'components', ...(severity === null ? [] : [severity])];
}

/**
 * @param histories any order; either all of the issue or its newest ones
 * @param known spans from an earlier reading, for where `histories` are only the newest ones
 */
export function defectHistory(issue: Issue, histories: readonly History[], ids: FieldIds, known?: DefectHistory): DefectHistory {
  const { created, updated, status, assignee, fixVersions, versions, components } = issue.fields;
  const severityId = ids['defect-severity'];
  const severity = severityId === null ? null : textValue(issue.fields[severityId]);
  const ordered = [...histories].sort(byTime);
  const facts = (kind: keyof DefectHistory, fieldId: string | null, held: HeldOf) => ({
    created,
    updated,
    changes: fieldId === null ? [] : changesOf(ordered, fieldId, held),
    // What was read before components were followed knows none of them, which is not the same as having had none.
    ...(known === undefined || (kind === 'component' && known[kind].length === 0) ? {} : { known: known[kind] }),
  });
  return {
    status: timeline({ ...facts('status', 'status', byId), current: { value: status.id, label: status.name } }),
    severity: timeline({ ...facts('severity', severityId, byText), current: { value: severity, label: severity } }),
    assignee: timeline({ ...facts('assignee', 'assignee', byIdAlone), current: byIdAlone(assignee?.accountId, null) }),
    fix: memberships({ ...facts('fix', 'fixVersions', byIdAlone), current: fixVersions }),
    affects: memberships({ ...facts('affects', 'versions', byIdAlone), current: versions }),
    component: memberships({ ...facts('component', 'components', byIdAlone), current: components.map(({ id }) => id) }),
  };
}

/** Changes of the same second are told apart by the ids of their histories, which grow. */
function byTime(a: History, b: History): number {
  if (a.created !== b.created) return a.created < b.created ? -1 : 1;
  return a.id.length - b.id.length || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}

type HeldOf = (id: string | null | undefined, text: string | null | undefined) => Held;
/** Statuses are known by their ids, because they can be renamed. */
const byId: HeldOf = (id, text) => ({ value: id ?? text ?? null, label: text ?? null });
/** For people, whose names are not kept, and for versions, whose names are kept elsewhere. */
const byIdAlone: HeldOf = (id) => ({ value: textValue(id), label: null });
const byText: HeldOf = (id, text) => {
  const value = textValue(text) ?? textValue(id);
  return { value, label: value };
};

function changesOf(histories: readonly History[], fieldId: string, held: HeldOf): Change[] {
  return histories.flatMap((history) =>
    history.items
      .filter((item) => item.fieldId === fieldId || ((item.fieldId ?? null) === null && item.field === fieldId))
      .map((item) => ({ at: history.created, from: held(item.from, item.fromString), to: held(item.to, item.toString) })),
  );
}

/**
 * Whether the newest histories join on to what is known: the oldest of them must be older than the last reading, else something
 * lies in between that only the whole changelog tells.
 */
export function joinsOn(histories: readonly History[], lastUpdated: string): boolean {
  return histories.some((history) => history.created < lastUpdated);
}
