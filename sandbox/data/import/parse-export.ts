import { z } from 'zod';
import type { ExportedIssue } from './export-schema';
import { exportedIssue } from './export-schema';

/** The export cannot be imported; the message says where and why, for the person who started the import. */
export class ImportError extends Error {}

const readJson = (text: string): unknown => {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new ImportError(`The export is not JSON: ${error instanceof Error ? error.message : String(error)}.`);
  }
};

const outer = z.object({ issues: z.array(z.unknown()) });
const keyed = z.object({ key: z.string() });

const nameOf = (issue: unknown, index: number): string => {
  const named = keyed.safeParse(issue);
  return named.success ? `Issue ${named.data.key}` : `Issue number ${index + 1} of the export`;
};

const parseIssue = (issue: unknown, index: number): ExportedIssue => {
  const parsed = exportedIssue.safeParse(issue);
  if (parsed.success) return parsed.data;
  const [first] = parsed.error.issues;
  const path = first?.path.join('.') ?? '';
  const where = path === '' ? nameOf(issue, index) : `${nameOf(issue, index)}, ${path}`;
  throw new ImportError(`${where}: ${first?.message ?? 'cannot be read'}.`);
};

/**
 * Reads REST search JSON (`GET /rest/api/3/search/jql` or `/search`, `expand=changelog`).
 * @throws ImportError with one sentence where it is none.
 */
export const parseExport = (text: string): ExportedIssue[] => {
  const document = outer.safeParse(readJson(text));
  if (!document.success)
    throw new ImportError('The export has no list "issues": expected Jira REST search JSON, {"issues": [...]}.');
  const issues = document.data.issues.map(parseIssue);
  const keys = new Set<string>();
  for (const { key } of issues) {
    if (keys.has(key)) throw new ImportError(`Issue ${key} is in the export twice.`);
    keys.add(key);
  }
  return issues;
};
