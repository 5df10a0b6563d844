import type { AgingSeverity } from '../../contracts/aging';
import { severities } from '../../kernel/severity';

/** A column of the chart as it is now. */
export interface AskedColumn {
  readonly projectKey: string;
  readonly defectTypes: readonly string[];
  readonly by: 'status' | 'severity';
  /** Id of the status, or the severity. */
  readonly column: string;
  readonly severity: AgingSeverity | null;
  /** Id of the version. */
  readonly release: string | null;
}

/** Finds the same defects in Jira's own search; null where nothing can. */
export function columnJql({ projectKey, defectTypes, by, column, severity, release }: AskedColumn): string | null {
  const wanted = by === 'severity' ? toAgingSeverity(column) : severity;
  if (by === 'status' && !/^\d+$/.test(column)) return null;
  return [
    `project = ${JSON.stringify(projectKey)}`,
    `issuetype in (${defectTypes.map((type) => JSON.stringify(type)).join(', ')})`,
    by === 'status' ? `status = ${column}` : 'statusCategory != Done',
    ...(wanted === null ? [] : [severityClause(wanted)]),
    ...(release === null ? [] : [`fixVersion = ${release}`]),
  ].join(' AND ');
}

function toAgingSeverity(column: string): AgingSeverity {
  return severities.find((severity) => severity === column) ?? 'none';
}

function severityClause(severity: AgingSeverity): string {
  if (severity !== 'none') return `"Defect severity" = ${severity}`;
  return `("Defect severity" is EMPTY OR "Defect severity" not in (${severities.join(', ')}))`;
}
