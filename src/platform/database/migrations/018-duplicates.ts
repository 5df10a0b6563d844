import { id, instant, table } from './migration';
import type { Migration } from './migration';

export const duplicates: readonly Migration[] = [
  {
    name: '018-duplicate-documents',
    // defects as they are compared with others: hashes of their words, never the words
    statement: table('duplicate_documents', [
      `project_id ${id} NOT NULL`,
      `doc_id ${id} NOT NULL`,
      `created_at ${instant} NOT NULL`,
      // SHA-256 of what is stored; empty where the document is gone
      'stamp VARCHAR(64) NOT NULL',
      // 1 where this version stands in no chunk yet
      'waiting INT NOT NULL',
      // its place in the chunks, and the words that its description had there; null where it has none
      'number INT',
      'number_words INT',
      // words of the description now
      'words INT NOT NULL',
      'body TEXT',
      'PRIMARY KEY (project_id, doc_id)',
      'KEY duplicate_documents_waiting (project_id, waiting, doc_id)',
      'KEY duplicate_documents_by_number (project_id, number)',
    ]),
  },
  {
    name: '018-duplicate-postings',
    // which documents of a chunk have a term; rare terms share a row. A chunk is written anew under another generation
    statement: table('duplicate_postings', [
      `project_id ${id} NOT NULL`,
      'slot BIGINT NOT NULL',
      'chunk INT NOT NULL',
      'generation INT NOT NULL',
      'body MEDIUMTEXT NOT NULL',
      'PRIMARY KEY (project_id, slot, chunk, generation)',
      'KEY duplicate_postings_by_chunk (project_id, chunk, generation, slot)',
    ]),
  },
  {
    name: '018-duplicate-states',
    // which generation of each chunk counts, which of its documents are gone, how common terms are
    statement: table('duplicate_states', [
      `project_id ${id} NOT NULL PRIMARY KEY`,
      // how often it was changed: who finds another number was not the only one
      'revision INT NOT NULL',
      'body LONGTEXT NOT NULL',
    ]),
  },
];
