import { csvReader } from './csv';
import type { CsvReader } from './csv';
import { csvMoment } from './csv-time';
import { ExportProblem } from './export-problem';
import type { ExportedIssue, ExportedWords, ExportListener, ExportReader, Named } from './exported-issue';

const separators = [',', ';', '\t'];
const longestHead = 1024 * 1024;
const categories: Readonly<Record<string, string>> = { 'to do': 'new', 'in progress': 'indeterminate', done: 'done' };
const zoneNote = 'The CSV names no time zone: its times are taken as UTC.';

/** Where the columns stand that are read; -1 for those that are not there. */
interface Columns {
  readonly count: number;
  readonly key: number;
  readonly status: number;
  readonly category: number;
  readonly created: number;
  readonly updated: number;
  readonly resolved: number;
  readonly severity: number;
  readonly summary: number;
  readonly assignee: number;
}

/** Reads the CSV of Jira's issue search. It has no changelog; columns may come more than once, of which the first counts. */
export function jiraCsv(severityField: string, listener: ExportListener, withWords: boolean): ExportReader {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const texts = namedOnce();
  let columns: Columns | null = null;
  let reader: CsvReader | null = null;
  let head = '';
  const take = (row: readonly string[], number: number): void => {
    columns ??= columnsOf(row, severityField);
    if (number === 1) return;
    if (row.length !== columns.count)
      throw new ExportProblem(
        `Row ${number} has ${row.length} cells where the first has ${columns.count}: the file is cut off or mixed up.`,
      );
    const issue = issueOf(row, number, columns, texts, listener);
    listener.issue(withWords ? { ...issue, words: wordsOf(row, columns) } : issue);
  };
  const write = (text: string): void => {
    if (reader !== null) return reader.write(text);
    head += text;
    const line = head.indexOf('\n');
    if (line < 0 && head.length < longestHead) return;
    reader = csvReader(separatorOf(line < 0 ? head : head.slice(0, line)), take);
    reader.write(head);
    head = '';
  };
  return {
    write: (bytes) => write(decoded(decoder, bytes)),
    end() {
      write(`${decoded(decoder)}\n`);
      reader?.end();
    },
  };
}

/** Without bytes, the end. @throws ExportProblem where the bytes are not UTF-8 */
function decoded(decoder: InstanceType<typeof TextDecoder>, bytes?: Uint8Array): string {
  try {
    return decoder.decode(bytes, { stream: bytes !== undefined });
  } catch {
    throw new ExportProblem("It is neither JSON nor Jira's CSV: it is not written in UTF-8.");
  }
}

/** The one that parts the first line into the most cells. */
function separatorOf(line: string): string {
  const count = (separator: string) => line.split(separator).length;
  return separators.reduce((best, separator) => (count(separator) > count(best) ? separator : best));
}

function columnsOf(names: readonly string[], severityField: string): Columns {
  const places = new Map<string, number>();
  for (const [place, name] of names.entries()) {
    const known = name.trim().toLowerCase();
    if (!places.has(known)) places.set(known, place);
  }
  const at = (name: string) => places.get(name.toLowerCase()) ?? -1;
  const missing = ['Issue key', 'Status', 'Created'].filter((name) => at(name) < 0);
  if (missing.length === 3)
    throw new ExportProblem('It is neither JSON nor Jira\'s CSV: the first row has no column "Issue key".');
  if (missing.length > 0)
    throw new ExportProblem(
      `The CSV has no column ${missing.map((name) => `"${name}"`).join(', ')}: export all fields, in English.`,
    );
  const severity = at(severityField) >= 0 ? at(severityField) : at(`Custom field (${severityField})`);
  return {
    ...{ count: names.length, key: at('Issue key'), status: at('Status'), category: at('Status Category'), severity },
    ...{ created: at('Created'), updated: at('Updated'), resolved: at('Resolved') },
    ...{ summary: at('Summary'), assignee: at('Assignee') },
  };
}

function issueOf(
  row: readonly string[],
  number: number,
  columns: Columns,
  named: (name: string) => Named,
  listener: ExportListener,
): ExportedIssue {
  const cell = (place: number) => row[place]?.trim() ?? '';
  const key = cell(columns.key);
  if (key === '' || key.length > 255) throw new ExportProblem(`Row ${number} has no "Issue key".`);
  const moment = (name: string, place: number): number | null => {
    const text = cell(place);
    if (text === '') return null;
    const read = csvMoment(text);
    if (read === null)
      throw new ExportProblem(
        `Row ${number} (${key}): "${name}" is "${text.slice(0, 40)}", which is no date that can mean one thing only, as 01/Nov/26 9:00 AM and 2026-11-01 09:00 do.`,
      );
    if (!read.hasZone) listener.note(zoneNote);
    return read.at;
  };
  const created = moment('Created', columns.created);
  if (created === null) throw new ExportProblem(`Row ${number} (${key}) has no "Created".`);
  if (cell(columns.status) === '') throw new ExportProblem(`Row ${number} (${key}) has no "Status".`);
  const [updated, resolved] = [moment('Updated', columns.updated), moment('Resolved', columns.resolved)];
  return {
    ...{ key, created, updated, resolved, tellsResolution: columns.resolved >= 0 },
    ...{ status: named(cell(columns.status)), category: categories[cell(columns.category).toLowerCase()] ?? null },
    severity: cell(columns.severity) === '' ? null : named(cell(columns.severity)),
    ...{ changes: null, historiesLeftOut: 0, latest: Math.max(created, updated ?? created, resolved ?? created) },
  };
}

function wordsOf(row: readonly string[], { summary, assignee }: Columns): ExportedWords {
  const cell = (place: number) => row[place]?.trim() ?? '';
  return { summary: cell(summary) || null, assignee: cell(assignee) || null };
}

/** The same name is the same object, as whoever collects issues likes it. */
function namedOnce(): (name: string) => Named {
  const known = new Map<string, Named>();
  return (name) => {
    const found = known.get(name) ?? { id: null, name };
    known.set(name, found);
    return found;
  };
}
