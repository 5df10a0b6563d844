import { id, instant, table } from './migration';
import type { Migration } from './migration';

export const decisions: readonly Migration[] = [
  {
    name: '005-verdicts',
    statement: table('verdicts', [
      `version_id ${id} NOT NULL`,
      'stage_key VARCHAR(30) NOT NULL',
      `project_id ${id} NOT NULL`,
      // counts the verdicts that differed
      'n INT NOT NULL',
      'mode VARCHAR(10) NOT NULL',
      'state VARCHAR(10) NOT NULL',
      'body LONGTEXT NOT NULL',
      // SHA-256 of what makes two verdicts the same
      'fingerprint VARCHAR(64) NOT NULL',
      `at ${instant} NOT NULL`,
      `until_at ${instant} NOT NULL`,
      'ledger_seq BIGINT NOT NULL',
      'ledger_hash VARCHAR(64) NOT NULL',
      // what it was decided from: an evaluation of older facts never replaces one of newer
      'changes_seen BIGINT NOT NULL',
      'settings_seen INT NOT NULL',
      'PRIMARY KEY (version_id, stage_key)',
      'KEY verdicts_by_project (project_id)',
    ]),
  },
  {
    name: '005-published',
    statement: table('published', [
      `version_id ${id} NOT NULL PRIMARY KEY`,
      `project_id ${id} NOT NULL`,
      // canonical JSON of the property as written
      'body LONGTEXT NOT NULL',
      'KEY published_by_project (project_id)',
    ]),
  },
  {
    name: '005-ledger',
    statement: table('ledger', [
      // id of a project, or `site`
      'chain VARCHAR(20) NOT NULL',
      'seq BIGINT NOT NULL',
      `at ${instant} NOT NULL`,
      'kind VARCHAR(40) NOT NULL',
      'subject VARCHAR(120) NOT NULL',
      'entry_key VARCHAR(190) NOT NULL',
      'actor VARCHAR(200) NOT NULL',
      'app_version VARCHAR(40) NOT NULL',
      'settings_revision INT',
      'body LONGTEXT NOT NULL',
      'evidence_hash VARCHAR(64)',
      'previous_hash VARCHAR(64) NOT NULL',
      'hash VARCHAR(64) NOT NULL',
      'PRIMARY KEY (chain, seq)',
      'UNIQUE KEY ledger_by_entry_key (chain, entry_key)',
      'KEY ledger_by_kind (chain, kind, at)',
      'KEY ledger_by_subject (chain, subject, seq)',
    ]),
  },
  {
    name: '005-ledger-evidence',
    // compressed JSON under its own SHA-256, beside the chain: it may name issues, and not every reader may see them
    statement: table('ledger_evidence', ['hash VARCHAR(64) NOT NULL PRIMARY KEY', 'body LONGTEXT NOT NULL']),
  },
  {
    name: '005-ledger-mentions',
    statement: table('ledger_mentions', [
      'chain VARCHAR(20) NOT NULL',
      `issue_id ${id} NOT NULL`,
      'seq BIGINT NOT NULL',
      'PRIMARY KEY (chain, issue_id, seq)',
    ]),
  },
  {
    name: '005-people',
    // deleting a row is what erases a person: the ledger knows the pseudonym alone
    statement: table('people', [
      'account_id VARCHAR(128) NOT NULL PRIMARY KEY',
      'pseudonym_key VARCHAR(36) NOT NULL',
      'pseudonym VARCHAR(32) NOT NULL',
      'KEY people_by_pseudonym (pseudonym)',
    ]),
  },
];
