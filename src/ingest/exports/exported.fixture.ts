import type { ExportedIssue, ExportedPage } from './exported-issue';
import { readExport } from './read-export';

interface ReadAll {
  readonly issues: readonly ExportedIssue[];
  readonly pages: readonly ExportedPage[];
  readonly notes: readonly string[];
}

/** Reads a whole export. @param length of the pieces in which it arrives, in bytes */
export function readAll(export_: string | Uint8Array, length = Infinity, severityField = 'priority'): ReadAll {
  const issues: ExportedIssue[] = [];
  const pages: ExportedPage[] = [];
  const notes = new Set<string>();
  const bytes = typeof export_ === 'string' ? new TextEncoder().encode(export_) : export_;
  const reader = readExport(severityField, {
    issue: (issue) => issues.push(issue),
    page: (page) => pages.push(page),
    note: (sentence) => notes.add(sentence),
  });
  const piece = new Uint8Array(Math.min(length, bytes.length));
  for (let at = 0; at < bytes.length; at += piece.length) {
    const part = bytes.subarray(at, at + piece.length);
    // The same memory again and again, as a file is read.
    piece.set(part);
    reader.write(piece.subarray(0, part.length));
  }
  reader.end();
  return { issues, pages, notes: [...notes] };
}

/** An issue as Jira's REST interface writes it. */
export function issueJson(key: string, fields: object = {}, changelog: object | null = { total: 0, histories: [] }): object {
  const status = { id: '1', name: 'Open', statusCategory: { id: 2, key: 'new', name: 'To Do' } };
  const priority = { id: '3', name: 'Medium' };
  const known = {
    created: '2026-11-01T10:00:00.000+0100',
    resolutiondate: null,
    updated: '2026-11-03T09:00:00.000Z',
    status,
    priority,
  };
  return {
    id: '10000',
    key,
    fields: { summary: `About ${key}`, ...known, ...fields },
    ...(changelog === null ? {} : { changelog }),
  };
}

/** A history with one change of the status. */
export function statusHistory(id: string | undefined, created: string, from: string, to: string): object {
  const item = {
    field: 'status',
    fieldtype: 'jira',
    fieldId: 'status',
    from,
    fromString: `name of ${from}`,
    to,
    toString: `name of ${to}`,
  };
  return {
    ...(id === undefined ? {} : { id }),
    author: { displayName: 'A', tags: [{}] },
    created,
    items: [{ field: 'labels' }, item],
  };
}
