import type { Instant } from '../kernel/instant';
import { toSeverity } from '../kernel/severity';
import type { Severity } from '../kernel/severity';
import { numberValue, textValue } from './fields';
import type { FieldIds } from './fields';
import type { DefectComponent, DefectLink, Issue } from './issue';

/** The facts of a defect that Holdpoint keeps. */
export interface Defect {
  readonly id: string;
  readonly projectId: string;
  readonly key: string;
  readonly summary: string;
  readonly type: { readonly id: string; readonly name: string };
  /** `category` is the key of Jira's status category: new, indeterminate or done. */
  readonly status: { readonly id: string; readonly name: string; readonly category: string };
  readonly open: boolean;
  /** The field as it stands, and as a severity; null where it is empty or unreadable, which counts as S1. */
  readonly severityRaw: string | null;
  readonly severity: Severity | null;
  readonly tier: string | null;
  readonly usersAffected: number | null;
  readonly workaround: string | null;
  readonly detectedIn: string | null;
  readonly securityLevel: string | null;
  readonly assigneeId: string | null;
  readonly components: readonly DefectComponent[];
  readonly links: readonly DefectLink[];
  readonly fixVersionIds: readonly string[];
  readonly affectsVersionIds: readonly string[];
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
  readonly resolvedAt: Instant | null;
}

export const doneCategory = 'done';

/** The defect that an issue says; missing custom fields are null, never a guess. */
export function toDefect(issue: Issue, ids: FieldIds): Defect {
  const { fields } = issue;
  const custom = (field: keyof FieldIds): unknown => {
    const id = ids[field];
    return id === null ? null : fields[id];
  };
  const severityRaw = textValue(custom('defect-severity'));
  return {
    id: issue.id,
    projectId: fields.project.id,
    key: issue.key,
    summary: (fields.summary ?? '').slice(0, 1000),
    type: { id: fields.issuetype.id, name: fields.issuetype.name },
    status: { id: fields.status.id, name: fields.status.name, category: fields.status.statusCategory.key },
    open: fields.status.statusCategory.key !== doneCategory,
    severityRaw,
    severity: toSeverity(severityRaw),
    tier: textValue(custom('customer-tier')),
    usersAffected: numberValue(custom('users-affected')),
    workaround: textValue(custom('workaround')),
    detectedIn: textValue(custom('detected-in')),
    securityLevel: fields.security?.id ?? null,
    assigneeId: fields.assignee?.accountId ?? null,
    components: fields.components.map(({ id, name }) => ({ id, name: name.slice(0, 255) })),
    links: fields.issuelinks,
    fixVersionIds: [...new Set(fields.fixVersions)],
    affectsVersionIds: [...new Set(fields.versions)],
    createdAt: fields.created,
    updatedAt: fields.updated,
    resolvedAt: fields.resolutiondate ?? null,
  };
}
