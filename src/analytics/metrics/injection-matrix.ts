/**
 * Where defects were brought in against where they were found. Every defect stands in exactly one cell: what nobody knows has a row and
 * columns of its own, so that rows, columns and cells add up to all defects.
 */
export interface InjectionMatrix {
  readonly rows: number;
  readonly columns: number;
  /** `counts[row * columns + column]` */
  readonly counts: Uint32Array;
  readonly rowTotals: Uint32Array;
  readonly columnTotals: Uint32Array;
  readonly total: number;
}

/**
 * Counts defects by the release that brought them in (rows) and the stage that found them (columns). Unit: defects. Source: the phase
 * containment matrix (defects by phase of injection and phase of detection; see Stephen Kan, Metrics and Models in Software Quality
 * Engineering, 2002, chapter 6).
 * @param injected by defect: its row; what is not a row counts in the last one, which is there for what nobody knows
 * @param detected by defect: its column; likewise
 */
export function injectionMatrix(injected: Int32Array, detected: Int32Array, rows: number, columns: number): InjectionMatrix {
  const matrix = {
    ...{ rows, columns, counts: new Uint32Array(rows * columns), total: injected.length },
    ...{ rowTotals: new Uint32Array(rows), columnTotals: new Uint32Array(columns) },
  };
  injected.forEach((of, n) => {
    const row = placeIn(rows, of);
    const column = placeIn(columns, detected[n] ?? -1);
    matrix.counts[row * columns + column] = (matrix.counts[row * columns + column] ?? 0) + 1;
    matrix.rowTotals[row] = (matrix.rowTotals[row] ?? 0) + 1;
    matrix.columnTotals[column] = (matrix.columnTotals[column] ?? 0) + 1;
  });
  return matrix;
}

function placeIn(size: number, place: number): number {
  return place >= 0 && place < size ? place : size - 1;
}
