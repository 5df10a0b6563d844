import type { Json } from '../kernel/json';

/** A document as older releases saved it, in the shape of today; what is of today, or of no shape at all, stays as it is. */
export function upToDate(document: Json): Json {
  return isObject(document) && document.gates === undefined ? withGateRows(document) : document;
}

/** Limits on open and on late defects were two lists, before every row of a gate's policy stood in one. */
function withGateRows({ openDefects, slaBreached, ...rest }: Record<string, Json>): Json {
  const rows = [...rowsOf('open-defects', openDefects), ...rowsOf('sla-breached', slaBreached)];
  return openDefects === undefined && slaBreached === undefined ? rest : { ...rest, gates: { rows } };
}

/** What is no list of rows is left for the parser to refuse. */
function rowsOf(rule: string, rows: Json | undefined): Json[] {
  if (!Array.isArray(rows)) return rows === undefined ? [] : [rows];
  return rows.map((row: Json) => (isObject(row) ? { ...row, rule } : row));
}

function isObject(value: Json): value is Record<string, Json> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
