import { injectionMatrix, otherStage, untoldStage } from '../../analytics';
import type { EscapeMatrix } from '../../contracts/escapes';
import { stagesFound } from './model';
import type { EscapeFacts } from './model';

/** Releases with a row of their own; older ones share one. */
const mostRows = 15;

/** Which row and column each defect stands in, and what these are called. */
export interface MatrixPlan {
  readonly rows: readonly { readonly id: string; readonly name: string }[];
  readonly columns: readonly { readonly id: string; readonly name: string }[];
  /** By defect, in the order of the history. */
  readonly injected: Int32Array;
  readonly detected: Int32Array;
  /** Defects of which somebody said what brought them in. */
  readonly said: number;
}

/**
 * Rows are releases, newest first: the one that somebody said brought the defect in, else the first that it names as affected. Columns are
 * stages in promotion order, then places that are none, then what was not told.
 */
export function planMatrix(facts: EscapeFacts): MatrixPlan {
  const { history, named, origins, versions, stages } = facts;
  const order = new Map(versions.map(({ id }, at) => [id, at]));
  let said = 0;
  const first = history.rows.map(({ id }) => {
    const origin = order.get(origins.get(id) ?? '');
    if (origin !== undefined) said += 1;
    const affected = (named.get(id)?.affects ?? []).flatMap((version) => order.get(version) ?? []);
    return origin ?? (affected.length === 0 ? null : Math.min(...affected));
  });
  const used = [...new Set(first.flatMap((at) => at ?? []))].sort((a, b) => b - a);
  const own = used.slice(0, mostRows);
  const rows = own.flatMap((at) => versions[at] ?? []).map(({ id, name }) => ({ id, name }));
  if (used.length > own.length) rows.push({ id: 'older', name: 'Earlier releases' });
  rows.push({ id: 'unknown', name: 'Unknown' });
  const rowOf = new Map(used.map((at, n) => [at, Math.min(n, mostRows)]));
  const columns = [
    ...stages.map(({ key, name }) => ({ id: key, name })),
    { id: ':elsewhere', name: 'Another place' },
    { id: ':untold', name: 'Not told' },
  ];
  return {
    ...{ rows, columns, said },
    injected: Int32Array.from(first, (at) => (at === null ? rows.length - 1 : (rowOf.get(at) ?? rows.length - 1))),
    detected: Int32Array.from(stagesFound(facts), (stage) =>
      stage === untoldStage ? stages.length + 1 : stage === otherStage ? stages.length : stage,
    ),
  };
}

export function matrixView({ rows, columns, injected, detected, said }: MatrixPlan): EscapeMatrix {
  const { counts, rowTotals, columnTotals, total } = injectionMatrix(injected, detected, rows.length, columns.length);
  return {
    columns: [...columns],
    rows: rows.map(({ id, name }, row) => ({
      ...{ id, name, total: rowTotals[row] ?? 0 },
      counts: [...counts.subarray(row * columns.length, (row + 1) * columns.length)],
    })),
    ...{ totals: [...columnTotals], total, said },
  };
}

/** Places of the defects in a cell. @param row, column ids; null for all */
export function placesInCell(plan: MatrixPlan, row: string | null, column: string | null): number[] {
  const [r, c] = [plan.rows.findIndex(({ id }) => id === row), plan.columns.findIndex(({ id }) => id === column)];
  return Array.from(plan.injected.keys()).filter(
    (n) => (row === null || plan.injected[n] === r) && (column === null || plan.detected[n] === c),
  );
}
