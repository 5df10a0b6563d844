import { ExportProblem } from './export-problem';

/** More characters than this are no row of issues. */
const longestRow = 32 * 1024 * 1024;
const mostCells = 10_000;
const quote = '"';

/** Takes text in pieces. */
export interface CsvReader {
  write(text: string): void;
  /** @throws ExportProblem where the text ends inside quotes */
  end(): void;
}

/**
 * Reads comma-separated values as RFC 4180 has them: cells in quotes may hold separators, line ends and doubled quotes; lines end with or
 * without a carriage return. An empty line is no row.
 * @param take is handed each row, and its number, counted from 1
 */
export function csvReader(separator: string, take: (row: readonly string[], number: number) => void): CsvReader {
  let row: string[] = [];
  let cell = '';
  let size = 0;
  let rows = 0;
  /** Before a cell; in a plain one; within quotes; behind a quote that ends the cell or is the first of two. */
  let place: 'before' | 'plain' | 'quoted' | 'behind' = 'before';

  const endCell = (): void => {
    if (row.push(cell) > mostCells) throw new ExportProblem(`Row ${rows + 1} has more than ${mostCells} cells.`);
    [cell, place] = ['', 'before'];
  };
  const endRow = (): void => {
    const isEmpty = row.length === 0 && cell.trim() === '' && place !== 'behind';
    if (place === 'plain' && cell.endsWith('\r')) cell = cell.slice(0, -1);
    endCell();
    if (!isEmpty) take(row, (rows += 1));
    [row, size] = [[], 0];
  };
  /** Adds what stands before the next character that means something. @returns where that is */
  const upTo = (text: string, from: number, signs: RegExp): number => {
    signs.lastIndex = from;
    const end = signs.exec(text)?.index ?? text.length;
    cell += text.slice(from, end);
    size += end - from + 1;
    if (size > longestRow) throw new ExportProblem(`Row ${rows + 1} is larger than ${longestRow / 1024 / 1024} MB.`);
    return end;
  };
  const plainEnd = new RegExp(`[\\n${separator}]`, 'g');
  const quotedEnd = /"/g;
  const step = (text: string, at: number): number => {
    const sign = text[at] ?? '';
    if (place === 'quoted') {
      const end = upTo(text, at, quotedEnd);
      if (end < text.length) place = 'behind';
      return end + 1;
    }
    if (sign === quote && place === 'behind') {
      cell += quote;
      place = 'quoted';
    } else if (sign === quote && place === 'before') place = 'quoted';
    else if (sign === separator) endCell();
    else if (sign === '\n') endRow();
    else if (place === 'behind') {
      if (sign !== '\r') throw new ExportProblem(`Row ${rows + 1}: behind a closing quote stands something else.`);
    } else {
      place = 'plain';
      return upTo(text, at, plainEnd);
    }
    return at + 1;
  };
  return {
    write(text) {
      for (let at = 0; at < text.length;) at = step(text, at);
    },
    end() {
      if (place === 'quoted') throw new ExportProblem(`The file is cut off: it ends inside the quotes of row ${rows + 1}.`);
      if (row.length > 0 || cell !== '' || place !== 'before') endRow();
    },
  };
}
