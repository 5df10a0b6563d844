import type { GateRow } from '../gates';

/** What a row counts, in the plural: "open S1 defects of enterprise customers". Rows that count nothing have the name of their rule. */
export function nameOf(row: GateRow): string {
  switch (row.rule) {
    case 'open-defects':
      return `open ${row.severity} defects${row.tier === 'any' ? '' : ` of ${row.tier} customers`}`;
    case 'sla-breached':
      return `${row.severity === 'any' ? '' : `${row.severity} `}defects past their resolution target`;
    case 'score-ceiling':
      return `open defects that score more than ${row.ceiling}`;
    case 'aging':
      return `open ${row.severity === 'any' ? '' : `${row.severity} `}defects older than ${row.percentile} % of the closed ones`;
    default:
      return row.rule;
  }
}

/** `S1`, `S1 and S2`, `S1, S2 and S3`. */
export function listed(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1) ?? ''}`;
}
