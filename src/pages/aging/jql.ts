import { noComponent } from '../../contracts/aging';
import type { AgingGrouping, AgingSeverity } from '../../contracts/aging';
import { severities } from '../../kernel/severity';

/** A column of the chart as it is now. */
export interface AskedColumn {
  readonly projectKey: string;
  readonly defectTypes: readonly string[];
  readonly by: AgingGrouping;
  /** Ids of the status, the work type or the components, or the severity. */
  readonly keys: readonly string[];
  readonly severity: AgingSeverity | null;
  /** Id of the work type. */
  readonly type: string | null;
  /** Id of the component, or `none`. */
  readonly component: string | null;
  /** Id of the version. */
  readonly release: string | null;
}

/** Finds the same defects in Jira's own search; null where nothing can. */
export function columnJql({ projectKey, defectTypes, by, keys, severity, type, component, release }: AskedColumn): string | null {
  if (by !== 'severity' && !keys.every((key) => /^\d+$/.test(key) || (by === 'component' && key === noComponent))) return null;
  const wanted = by === 'severity' ? toAgingSeverity(keys[0]) : severity;
  const types = by === 'type' ? keys : type === null ? defectTypes.map((name) => JSON.stringify(name)) : [type];
  return [
    `project = ${JSON.stringify(projectKey)}`,
    `issuetype in (${types.join(', ')})`,
    by === 'status' ? `status = ${keys[0] ?? ''}` : 'statusCategory != Done',
    ...(wanted === null ? [] : [severityClause(wanted)]),
    ...(component === null ? [] : [componentClause([component])]),
    ...(by === 'component' ? [componentClause(keys)] : []),
    ...(release === null ? [] : [`fixVersion = ${release}`]),
  ].join(' AND ');
}

function toAgingSeverity(key: string | undefined): AgingSeverity {
  return severities.find((severity) => severity === key) ?? 'none';
}

function severityClause(severity: AgingSeverity): string {
  if (severity !== 'none') return `"Defect severity" = ${severity}`;
  return `("Defect severity" is EMPTY OR "Defect severity" not in (${severities.join(', ')}))`;
}

function componentClause(ids: readonly string[]): string {
  return ids.includes(noComponent) ? 'component is EMPTY' : `component in (${ids.join(', ')})`;
}
