import { id, instant, table } from './migration';
import type { Migration } from './migration';

export const tickets: readonly Migration[] = [
  {
    name: '003-release-tickets',
    statement: table('release_tickets', [
      `id ${id} NOT NULL PRIMARY KEY`,
      `project_id ${id} NOT NULL`,
      'issue_key VARCHAR(255) NOT NULL',
      'status_name VARCHAR(255) NOT NULL',
      'status_category VARCHAR(30) NOT NULL',
      'security_level VARCHAR(20)',
      'removed TINYINT NOT NULL',
      `removed_at ${instant}`,
      `updated_at ${instant} NOT NULL`,
      `read_at ${instant} NOT NULL`,
      'KEY release_tickets_by_project (project_id, removed, status_category)',
      'KEY release_tickets_by_key (project_id, issue_key)',
      'KEY release_tickets_by_removal (removed_at)',
    ]),
  },
  {
    name: '003-ticket-versions',
    statement: table('ticket_versions', [
      `version_id ${id} NOT NULL`,
      `ticket_id ${id} NOT NULL`,
      `read_at ${instant} NOT NULL`,
      'PRIMARY KEY (version_id, ticket_id, read_at)',
      'KEY ticket_versions_by_ticket (ticket_id)',
    ]),
  },
];
