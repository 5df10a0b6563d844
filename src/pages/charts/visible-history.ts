import { doneCategory, selectDefects } from '../../defects';
import type { HistoryColumns, SpanColumn } from '../../defects';
import type { ChartRow, KnownStatus } from '../../defects/shell';
import { maySee } from '../access';
import type { Access } from '../access';

/** What charts are drawn from: the defects of a project that the viewer may see, as columns. Moments are milliseconds since 1970. */
export interface ProjectHistory {
  /** As they are now; what follows stands in the same order. */
  readonly rows: readonly ChartRow[];
  readonly created: Float64Array;
  /** NaN while open. Where Jira keeps no resolution date, since when the defect has been in done statuses. */
  readonly ended: Float64Array;
  /** Its dictionary holds ids of statuses. */
  readonly status: SpanColumn;
  /** Its dictionary holds severities as the field had them. */
  readonly severity: SpanColumn;
  /** By id, with their present names and categories. */
  readonly statuses: ReadonlyMap<string, KnownStatus>;
  /** Defects that the project has and Jira hides from the viewer. */
  readonly hidden: number;
}

interface Facts {
  readonly rows: readonly ChartRow[];
  readonly columns: HistoryColumns;
  readonly statuses: ReadonlyMap<string, KnownStatus>;
}

/** @returns the defects that both the rows and the columns know and the viewer may see, in the order of their ids */
export function visibleHistory({ rows, columns, statuses }: Facts, access: Access): ProjectHistory {
  const places = new Map(columns.ids.map((id, n) => [id, n]));
  const seen = rows.filter(({ securityLevel }) => maySee(access, securityLevel));
  const known = seen.filter(({ id }) => places.has(id));
  const { status, severity } = selectDefects(
    columns,
    Uint32Array.from(known, ({ id }) => places.get(id) ?? 0),
  );
  return {
    ...{ rows: known, status, severity, statuses, hidden: rows.length - seen.length },
    created: Float64Array.from(known, ({ createdAt }) => Date.parse(createdAt)),
    ended: Float64Array.from(known, (row, n) => endOf(row, n, status, statuses)),
  };
}

function endOf({ open, resolvedAt }: ChartRow, n: number, status: SpanColumn, statuses: Facts['statuses']): number {
  if (open) return NaN;
  if (resolvedAt !== null) return Date.parse(resolvedAt);
  let since = NaN;
  for (let span = (status.offsets[n + 1] ?? 0) - 1; span >= (status.offsets[n] ?? 0); span -= 1) {
    const id = status.dictionary[status.values[span] ?? 0] ?? null;
    if (id === null || statuses.get(id)?.category !== doneCategory) break;
    since = status.from[span] ?? NaN;
  }
  return since;
}
