import { beyond, bounds } from './bounds';
import { ReportProblem } from './report';

/** Characters of one line. */
const longest = 16_000_000;

/** A text is written to it in pieces, cut anywhere. */
export interface LineReader {
  /** @throws ReportProblem for a line that is too long, and what the taker throws */
  write(text: string): void;
  /** Nothing follows: the last line may lack its end. */
  end(): void;
}

/** @param take is handed each line without its end, and its number from 1 */
export function readLines(take: (line: string, number: number) => void): LineReader {
  let number = 1;
  /** Of the line that has not ended; joined once, so that many small pieces cost no more than one large one. */
  let pieces: string[] = [];
  let length = 0;

  const hold = (piece: string) => {
    pieces.push(piece);
    length += piece.length;
    if (length > longest) throw new ReportProblem(`a line has more than ${longest / 1_000_000} million characters`, number);
  };
  const finish = () => {
    const line = pieces.length === 1 ? (pieces[0] ?? '') : pieces.join('');
    pieces = [];
    length = 0;
    take(line.endsWith('\r') ? line.slice(0, -1) : line, number);
    number += 1;
    if (number > bounds.lines) throw beyond('lines', 'lines', number);
  };

  return {
    write: (text) => {
      let from = 0;
      for (let end = text.indexOf('\n'); end !== -1; end = text.indexOf('\n', from)) {
        hold(text.slice(from, end));
        finish();
        from = end + 1;
      }
      if (from < text.length) hold(text.slice(from));
    },
    end: () => {
      if (length > 0) finish();
    },
  };
}
