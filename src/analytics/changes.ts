/** A status as an issue had it: its id where the source tells one, and its name at the time. */
export interface NamedStatus {
  readonly id: string | null;
  readonly name: string | null;
}

/** One change of an issue's status. */
export interface StatusChange {
  /** Milliseconds since 1970. */
  readonly at: number;
  /** Tells changes of the same millisecond apart: those of a later history come later. */
  readonly order: number;
  readonly from: NamedStatus;
  readonly to: NamedStatus;
}

/** What times are counted from. */
export interface TimedIssue {
  /** Milliseconds since 1970. */
  readonly created: number;
  /** Milliseconds since 1970; null while unresolved. */
  readonly resolved: number | null;
  /** What it has now. */
  readonly status: NamedStatus;
  /** In any order. */
  readonly changes: readonly StatusChange[];
}

/**
 * Many issues as columns: issue n was created at `created[n]` and resolved at `resolved[n]` (NaN while unresolved); its changes stand from
 * `offsets[n]` up to, not including, `offsets[n + 1]`, in the order in which they happened. Statuses are places in `statuses`.
 */
export interface ChangeColumns {
  readonly statuses: readonly NamedStatus[];
  readonly created: Float64Array;
  readonly resolved: Float64Array;
  readonly current: Uint16Array;
  readonly offsets: Uint32Array;
  readonly at: Float64Array;
  readonly from: Uint16Array;
  readonly to: Uint16Array;
}

/** Takes issues one at a time, so that an export of any size needs no more memory than its columns. */
export interface ChangeCollector {
  add(issue: TimedIssue): void;
  columns(): ChangeColumns;
}

/** More different statuses than this are no site's. */
const mostStatuses = 65_535;

/** @throws RangeError (from `add`) with more than 65,535 different statuses */
export function collectChanges(): ChangeCollector {
  const statuses: NamedStatus[] = [];
  const places = new Map<string, number>();
  /** Whoever reads an export gives the same object for the same status: a text for each would cost most of the time. */
  const met = new Map<NamedStatus, number>();
  const placeOf = (status: NamedStatus): number => {
    const known = met.get(status);
    if (known !== undefined) return known;
    const { id, name } = status;
    const key = JSON.stringify([id, name]);
    const place = places.get(key) ?? statuses.length;
    if (place === mostStatuses) throw new RangeError(`There are more than ${mostStatuses} statuses.`);
    if (place === statuses.length) statuses.push({ id, name });
    places.set(key, place);
    if (met.size < mostStatuses) met.set(status, place);
    return place;
  };
  const created = floats();
  const resolved = floats();
  const current = smallNumbers();
  const offsets = numbers();
  const at = floats();
  const from = smallNumbers();
  const to = smallNumbers();
  offsets.push(0);
  return {
    add(issue) {
      created.push(issue.created);
      resolved.push(issue.resolved ?? NaN);
      current.push(placeOf(issue.status));
      for (const change of inOrder(issue.changes)) {
        at.push(change.at);
        from.push(placeOf(change.from));
        to.push(placeOf(change.to));
      }
      offsets.push(at.size());
    },
    columns: () => ({
      statuses,
      ...{ created: created.taken(), resolved: resolved.taken(), current: current.taken(), offsets: offsets.taken() },
      ...{ at: at.taken(), from: from.taken(), to: to.taken() },
    }),
  };
}

/** Most changelogs begin with the newest: turning one round costs less than sorting it. */
function inOrder(changes: readonly StatusChange[]): readonly StatusChange[] {
  let rises = true;
  let falls = true;
  for (let n = 1; n < changes.length; n += 1) {
    const step = (changes[n]?.at ?? 0) - (changes[n - 1]?.at ?? 0);
    if (!(step > 0)) rises = false;
    if (!(step < 0)) falls = false;
  }
  if (rises) return changes;
  return falls ? changes.toReversed() : [...changes].sort((a, b) => a.at - b.at || a.order - b.order);
}

/** The columns of some issues alone. @param kept their places, in the order in which they shall stand */
export function keepIssues(columns: ChangeColumns, kept: Uint32Array): ChangeColumns {
  const offsets = new Uint32Array(kept.length + 1);
  for (const [n, issue] of kept.entries())
    offsets[n + 1] = (offsets[n] ?? 0) + (columns.offsets[issue + 1] ?? 0) - (columns.offsets[issue] ?? 0);
  const size = offsets[kept.length] ?? 0;
  const [at, from, to] = [new Float64Array(size), new Uint16Array(size), new Uint16Array(size)];
  for (const [n, issue] of kept.entries()) {
    const [start, end] = [columns.offsets[issue] ?? 0, columns.offsets[issue + 1] ?? 0];
    at.set(columns.at.subarray(start, end), offsets[n]);
    from.set(columns.from.subarray(start, end), offsets[n]);
    to.set(columns.to.subarray(start, end), offsets[n]);
  }
  return {
    ...{ statuses: columns.statuses, offsets, at, from, to },
    created: Float64Array.from(kept, (issue) => columns.created[issue] ?? 0),
    resolved: Float64Array.from(kept, (issue) => columns.resolved[issue] ?? NaN),
    current: Uint16Array.from(kept, (issue) => columns.current[issue] ?? 0),
  };
}

const floats = () => growing((length) => new Float64Array(length));
const numbers = () => growing((length) => new Uint32Array(length));
const smallNumbers = () => growing((length) => new Uint16Array(length));

interface Growing<Column> {
  push(value: number): void;
  size(): number;
  /** What was pushed. */
  taken(): Column;
}

/** A column that doubles when it is full. */
function growing<Column extends Float64Array | Uint32Array | Uint16Array>(make: (length: number) => Column): Growing<Column> {
  let [column, size] = [make(1024), 0];
  return {
    push(value) {
      if (size === column.length) {
        const larger = make(2 * size);
        larger.set(column);
        column = larger;
      }
      column[size] = value;
      size += 1;
    },
    size: () => size,
    taken() {
      const whole = make(size);
      whole.set(column.subarray(0, size));
      return whole;
    },
  };
}
