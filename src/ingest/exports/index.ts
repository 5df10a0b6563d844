export type { ExportedIssue, ExportedPage, ExportedWords, ExportListener, ExportReader, Named } from './exported-issue';
export { ExportProblem } from './export-problem';
export { readExport } from './read-export';
