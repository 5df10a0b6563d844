import { id, instant, table } from './migration';
import type { Migration } from './migration';

/**
 * Rows that belong to a defect carry the `read_at` of the reading that wrote them and count only where the defect's row carries the
 * same: so the one write of the defect's row is the moment at which a new reading holds, whatever crashes before or after it.
 */
export const defects: readonly Migration[] = [
  {
    name: '002-defects',
    statement: table('defects', [
      `id ${id} NOT NULL PRIMARY KEY`,
      `project_id ${id} NOT NULL`,
      'issue_key VARCHAR(255) NOT NULL',
      // which of the history_chunks it is packed in
      'chunk INT NOT NULL',
      'summary VARCHAR(1000) NOT NULL',
      `type_id ${id} NOT NULL`,
      'type_name VARCHAR(255) NOT NULL',
      `status_id ${id} NOT NULL`,
      'status_name VARCHAR(255) NOT NULL',
      // new, indeterminate or done: keys of Jira's status categories
      'status_category VARCHAR(30) NOT NULL',
      'open TINYINT NOT NULL',
      // as the field holds it, and as it was understood
      'severity_raw VARCHAR(255)',
      'severity VARCHAR(2)',
      'tier VARCHAR(255)',
      'users_affected DOUBLE',
      'workaround VARCHAR(255)',
      'detected_in VARCHAR(255)',
      'security_level VARCHAR(20)',
      // account id
      'assignee VARCHAR(128)',
      `created_at ${instant} NOT NULL`,
      `resolved_at ${instant}`,
      // no longer a defect: deleted, or of another work type
      'removed TINYINT NOT NULL',
      // since when it is removed: few are, so that an index finds them alone
      `removed_at ${instant}`,
      // the app could not see it any more although nobody said that it was deleted
      'lost TINYINT NOT NULL DEFAULT 0',
      `updated_at ${instant} NOT NULL`,
      `read_at ${instant} NOT NULL`,
      'KEY defects_by_project (project_id, removed, lost, open)',
      'KEY defects_by_key (project_id, issue_key)',
      'KEY defects_in_order (project_id, id)',
      'KEY defects_by_chunk (project_id, removed, chunk, read_at)',
      'KEY defects_by_assignee (assignee)',
      'KEY defects_by_removal (removed_at)',
    ]),
  },
  {
    name: '002-defect-versions',
    statement: table('defect_versions', [
      `version_id ${id} NOT NULL`,
      `defect_id ${id} NOT NULL`,
      // fix or affects
      'kind VARCHAR(10) NOT NULL',
      `read_at ${instant} NOT NULL`,
      'PRIMARY KEY (version_id, kind, defect_id, read_at)',
      'KEY defect_versions_by_defect (defect_id)',
    ]),
  },
  {
    name: '002-spans',
    statement: table('spans', [
      `defect_id ${id} NOT NULL`,
      // status, severity, assignee (an account id), fix, affects (ids of versions, of which several may hold at once)
      'kind VARCHAR(10) NOT NULL',
      `read_at ${instant} NOT NULL`,
      'n INT NOT NULL',
      'value VARCHAR(255)',
      'label VARCHAR(255)',
      `from_at ${instant} NOT NULL`,
      // NULL while it lasts
      `to_at ${instant}`,
      'PRIMARY KEY (defect_id, kind, read_at, n)',
      'KEY spans_by_value (kind, value)',
    ]),
  },
  {
    name: '002-statuses',
    statement: table('statuses', [
      'id VARCHAR(255) NOT NULL PRIMARY KEY',
      'name VARCHAR(255) NOT NULL',
      'category VARCHAR(30) NOT NULL',
    ]),
  },
];
