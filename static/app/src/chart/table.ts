/** A chart's figures as a table: what its table view shows and what its CSV file holds. The first column names the row. */
export interface ChartTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number | null)[])[];
}

/**
 * A cell of a CSV file (RFC 4180). A spreadsheet takes a text that begins with = + - @, a tab or a carriage return for a formula: an
 * apostrophe in front keeps it a text (OWASP, "CSV Injection"). Numbers stay numbers.
 */
function cell(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** The text of a CSV file, each line with its line break. */
export function toCsv({ columns, rows }: ChartTable): string {
  return [columns, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}
