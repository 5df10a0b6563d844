import { beyond, bounds } from './bounds';
import { ReportProblem } from './report';
import type { ReportedCase, ReportFormat, ReportReader, Tally } from './report';
import { startTally } from './tally';
import { readText } from './text';

/** What a report is and adds up to. */
export interface ReadReport {
  /** Key of its {@link ReportFormat}. */
  readonly format: string;
  readonly tally: Tally;
}

/** The bytes of a report are written to it in pieces, cut anywhere. */
export interface BytesReader {
  /** The bytes may be overwritten afterwards. @throws ReportProblem */
  write(bytes: Uint8Array): void;
  /** Nothing follows. @throws ReportProblem */
  end(): ReadReport;
}

/** Characters by which a format is told. */
const headLength = 8_192;

/** @param take is handed each test once */
export function readReportOf(formats: readonly ReportFormat[], take: (test: ReportedCase) => void): BytesReader {
  const text = readText();
  const tally = startTally();
  let bytesRead = 0;
  let tests = 0;
  let head = '';
  let reading: { readonly format: string; readonly reader: ReportReader } | null = null;

  const begin = () => {
    if (head.trim() === '') throw new ReportProblem('it is empty', null);
    const format = formats.find((candidate) => candidate.recognises(head.slice(0, headLength)));
    if (format === undefined) throw new ReportProblem('it is not a test report of a kind that can be read', null);
    const reader = format.reader((test) => {
      tests += 1;
      if (tests > bounds.tests) throw beyond('tests', 'tests', null);
      tally.add(test);
      take(test);
    });
    reader.write(head);
    head = '';
    return { format: format.key, reader };
  };
  const write = (more: string) => {
    if (reading !== null) {
      if (more !== '') reading.reader.write(more);
      return;
    }
    head += more;
    if (head.length >= headLength) reading = begin();
  };
  return {
    write: (bytes) => {
      bytesRead += bytes.length;
      if (bytesRead > bounds.bytes) throw beyond('bytes', 'bytes', null);
      write(text.write(bytes));
    },
    end: () => {
      write(text.end());
      const { format, reader } = reading ?? begin();
      return { format, tally: tally.total(reader.end()) };
    },
  };
}
