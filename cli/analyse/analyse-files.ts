import { basename } from 'node:path';
import type { Calendar } from '../../src/governance/calendar';
import { ExportProblem } from '../../src/ingest/exports';
import { print } from '../command';
import { plain } from '../plain-text';
import { fileTarget } from '../whole-file';
import { analyse } from './analysis';
import { issueCollector } from './collect';
import { jsonPieces } from './json';
import { progressOn } from './progress';
import { readFiles } from './read-files';
import { reportText } from './text';

export interface AnalyseWish {
  /** Milliseconds since 1970; null for the latest moment in the export. */
  readonly at: number | null;
  readonly severity: string;
  readonly json: boolean;
  /** Whose hours count as working time; null for none. */
  readonly calendar: Calendar | null;
  /** Where a page is to be written; null for none. */
  readonly page: { readonly path: string; readonly site: string | null } | null;
}

/** Prints what the exports say. @returns the exit code: 1 where they cannot be read, with one line on standard error */
export async function analyseFiles(
  files: readonly string[],
  { at, severity, json, calendar, page }: AnalyseWish,
): Promise<number> {
  try {
    // Before minutes are spent on reading.
    if (page !== null) fileTarget(page.path);
    const collector = issueCollector();
    await readFiles(
      files,
      severity,
      collector,
      progressOn(process.stderr, () => performance.now()),
      page !== null,
    );
    if (collector.size() === 0) throw new ExportProblem('It holds no issues.');
    const issues = collector.collected(at);
    const analysis = analyse(issues, at ?? issues.latest, calendar);
    const title = plain(files.map((file) => (file === '-' ? 'standard input' : file)).join(', '), 60);
    let written: string | null = null;
    if (page !== null) {
      const { writePage } = await import('./write-page');
      const names = plain(files.map((file) => (file === '-' ? 'standard input' : basename(file))).join(', '), 120);
      written = writePage(page.path, analysis, { title: names, severityField: severity, site: page.site });
    }
    if (!json) await print(reportText(analysis, title));
    else {
      for (const piece of jsonPieces(analysis, severity)) await printPiece(piece);
      for (const note of issues.notes) process.stderr.write(`holdpoint: ${plain(note)}\n`);
    }
    if (written !== null) process.stderr.write(`holdpoint: ${plain(written)}\n`);
    return 0;
  } catch (error) {
    if (!(error instanceof ExportProblem)) throw error;
    process.stderr.write(`holdpoint: ${plain(error.message)}\n`);
    return 1;
  }
}

const beyondAscii = /[\u0080-\uffff]/;

/** Waits where the reader is slow. Plain text is copied instead of being encoded, sign for sign. */
function printPiece(text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    process.stdout.write(text, beyondAscii.test(text) ? 'utf8' : 'latin1', (error) => {
      if (error) reject(error);
      else resolve();
    });
  });
}
