import type { Issue } from '../model';
import type { TrackedField } from './search-field';

/** A value and the name that the history recorded for it; null is empty. */
export interface Held {
  readonly id: string;
  readonly name: string | null;
}

/** For how long a field held a value (null: was empty), and who gave it to the field: for the first value the issue's creator. */
export interface Span {
  readonly value: Held | null;
  readonly from: number;
  /** Infinity while it still holds. */
  readonly until: number;
  readonly by: string | null;
}

/** One edit of the field; a field of many values may drop and gain several at once. */
export interface Change {
  readonly dropped: readonly Held[];
  readonly gained: readonly Held[];
  readonly at: number;
  readonly by: string | null;
}

/** The field's edits, oldest first. */
export function changesOf(issue: Issue, field: TrackedField): readonly Change[] {
  const changes: Change[] = [];
  for (const { author, created, items } of issue.histories) {
    const dropped: Held[] = [];
    const gained: Held[] = [];
    let touched = false;
    for (const item of items) {
      if (item.fieldId !== field.fieldId) continue;
      touched = true;
      if (item.from !== null) dropped.push({ id: item.from, name: item.fromString });
      if (item.to !== null) gained.push({ id: item.to, name: item.toString });
    }
    if (touched) changes.push({ dropped, gained, at: Date.parse(created), by: author });
  }
  return changes;
}

/** Every value that the field ever had with its time; times in which it had none are spans of null. */
export function spansOf(issue: Issue, field: TrackedField): readonly Span[] {
  const changes = changesOf(issue, field);
  const spans: Span[] = [];
  const open = new Map<string | null, { readonly value: Held | null; readonly from: number; readonly by: string | null }>();
  const begin = (value: Held | null, from: number, by: string | null): void => {
    if (!open.has(value?.id ?? null)) open.set(value?.id ?? null, { value, from, by });
  };
  const end = (id: string | null, until: number): void => {
    const span = open.get(id);
    if (span !== undefined) spans.push({ ...span, until });
    open.delete(id);
  };
  const created = Date.parse(issue.created);
  for (const value of firstValues(issue, field, changes)) begin(value, created, issue.creator);
  if (open.size === 0) begin(null, created, issue.creator);
  for (const { dropped, gained, at, by } of changes) {
    for (const { id } of dropped) end(id, at);
    for (const value of gained) begin(value, at, by);
    if (open.size === 0) begin(null, at, by);
    else if (open.size > 1) end(null, at);
  }
  for (const span of open.values()) spans.push({ ...span, until: Infinity });
  return spans;
}

/** What the field held at creation: what it holds now with all edits taken back. */
function firstValues(issue: Issue, field: TrackedField, changes: readonly Change[]): readonly Held[] {
  const held = new Map<string, Held>(field.current(issue).map((id) => [id, { id, name: field.nameOf(id) }]));
  for (const { dropped, gained } of changes.toReversed()) {
    for (const { id } of gained) held.delete(id);
    for (const value of dropped) held.set(value.id, value);
  }
  return [...held.values()];
}
