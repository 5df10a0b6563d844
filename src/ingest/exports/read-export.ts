import { ExportProblem } from './export-problem';
import type { ExportListener, ExportReader } from './exported-issue';
import { jiraCsv } from './jira-csv';
import { jiraJson } from './jira-json';

/** Enough to tell what a file is. */
const headSize = 512;
const space = 0x20;

interface Foreign {
  readonly begins: readonly number[];
  readonly problem: string;
}

const foreign: readonly Foreign[] = [
  { begins: [0x1f, 0x8b], problem: 'It is compressed: unpack it first.' },
  { begins: [0x50, 0x4b, 0x03, 0x04], problem: 'It is a zip file or a spreadsheet: export JSON or CSV.' },
  { begins: [0xff, 0xfe], problem: 'It is UTF-16: save it as UTF-8.' },
  { begins: [0xfe, 0xff], problem: 'It is UTF-16: save it as UTF-8.' },
];
const utf8Mark = [0xef, 0xbb, 0xbf];

/**
 * Reads an export of Jira issues, and finds out which kind it is: JSON of the REST interface in any of its shapes, or the CSV of Jira's
 * issue search.
 * @param severityField id of the field that tells the severity, e.g. `priority`; in CSV the name of its column
 * @param withWords whether summaries and names are read, too
 */
export function readExport(severityField: string, listener: ExportListener, withWords = false): ExportReader {
  let head = new Uint8Array();
  let reader: ExportReader | null = null;
  const start = (): ExportReader => {
    const begun = readerFor(head, severityField, listener, withWords);
    begun.write(withoutMark(head));
    return begun;
  };
  return {
    write(bytes) {
      if (reader !== null) return reader.write(bytes);
      head = Uint8Array.from([...head, ...bytes.subarray(0, headSize)]);
      if (head.length < headSize) return;
      reader = start();
      reader.write(bytes.subarray(headSize));
    },
    end() {
      reader ??= start();
      reader.end();
    },
  };
}

function readerFor(head: Uint8Array, severityField: string, listener: ExportListener, withWords: boolean): ExportReader {
  const strange = foreign.find(({ begins }) => begins.every((byte, at) => head[at] === byte));
  if (strange !== undefined) throw new ExportProblem(strange.problem);
  const text = withoutMark(head);
  if (text.includes(0)) throw new ExportProblem('It holds zero bytes: it is a binary file, or UTF-16.');
  switch (String.fromCharCode(text.find((byte) => byte > space) ?? 0)) {
    case '\0':
      throw new ExportProblem('It is empty.');
    case '{':
    case '[':
      return jiraJson(severityField, listener, withWords);
    case '<':
      throw new ExportProblem('It is a page for a browser (or XML), not an export: perhaps the one that asks to log in.');
    default:
      return jiraCsv(severityField, listener, withWords);
  }
}

const withoutMark = (bytes: Uint8Array) => (utf8Mark.every((byte, at) => bytes[at] === byte) ? bytes.subarray(3) : bytes);
