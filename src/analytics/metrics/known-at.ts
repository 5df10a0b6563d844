import type { BlockerHistory } from './forecast-facts';

/**
 * What was known of a project at a moment (milliseconds since 1970): what came, ended or moved later is as if it had not. Severities are
 * those of today. What looks at the past only says the same of it as of all that is known since, and what rests on it can be kept while it
 * is the same.
 */
export function knownAt(history: BlockerHistory, at: number): BlockerHistory {
  const { created, ended, kind, kinds, alike, releases } = history;
  const rows: number[] = [];
  const places = new Map<number, number>();
  created.forEach((born, n) => {
    if (!(born <= at)) return;
    places.set(n, rows.length);
    rows.push(n);
  });
  return {
    ...{ kinds, alike },
    created: Float64Array.from(rows, (n) => created[n] ?? NaN),
    ended: Float64Array.from(rows, (n) => ((ended[n] ?? NaN) <= at ? (ended[n] ?? NaN) : NaN)),
    kind: Uint16Array.from(rows, (n) => kind[n] ?? 0),
    releases: releases.map(({ defects, from, to, start }) => {
      const stays: number[] = [];
      defects.forEach((defect, n) => {
        if ((from[n] ?? NaN) <= at && places.has(defect)) stays.push(n);
      });
      return {
        defects: Uint32Array.from(stays, (n) => places.get(defects[n] ?? 0) ?? 0),
        from: Float64Array.from(stays, (n) => from[n] ?? NaN),
        to: Float64Array.from(stays, (n) => ((to[n] ?? NaN) <= at ? (to[n] ?? NaN) : Infinity)),
        start: start <= at ? start : Infinity,
      };
    }),
  };
}
