export type { ExportedIssue, ExportedPage, ExportListener, ExportReader, Named } from './exported-issue';
export { ExportProblem } from './export-problem';
export { readExport } from './read-export';
