import { NotWritten, writeWhole } from '../whole-file';
import { template } from '../page/template';
import type { Analysis } from './analysis';
import { pageDataOf } from './page-data';
import type { PageWords } from './page-data';
import { pageText } from './page-text';

/** More of them are no page that a browser shows in time. */
const mostIssues = 100_000;

/** Writes the page of an analysis. @returns what was written, in words @throws NotWritten where that cannot be done */
export function writePage(path: string, analysis: Analysis, words: PageWords): string {
  if (template === null) throw new NotWritten(`${path}: this copy of the command was built without the page.`);
  const { length } = analysis.issues.keys;
  if (length > mostIssues)
    throw new NotWritten(
      `${path}: a page holds at most ${mostIssues.toLocaleString('en')} issues, and these are ${length.toLocaleString('en')}. Export fewer, for instance those created in the last years.`,
    );
  const text = pageText(template, pageDataOf(analysis, words));
  writeWhole(path, text);
  return `${path}: a page of ${length.toLocaleString('en')} ${length === 1 ? 'issue' : 'issues'}, ${megabytes(text)}. It opens without a network, and holds summaries and names of the export.`;
}

function megabytes(text: string): string {
  return `${(Buffer.byteLength(text) / 1e6).toFixed(1)} MB`;
}
