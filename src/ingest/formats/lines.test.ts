import { readLines } from './lines';
import { ReportProblem } from './report';

function linesOf(text: string, piece: number): string[] {
  const lines: string[] = [];
  const reader = readLines((line, number) => lines.push(`${number}:${line}`));
  for (let at = 0; at < text.length; at += piece) reader.write(text.slice(at, at + piece));
  reader.end();
  return lines;
}

test.each([1, 2, 3, 100])('lines are the same in pieces of %i', (piece) => {
  expect(linesOf('one\r\n\ntwo\nthree', piece)).toStrictEqual(['1:one', '2:', '3:two', '4:three']);
});

test('a line without end is refused', () => {
  const reader = readLines(() => undefined);
  expect(() => {
    for (let piece = 0; piece < 17; piece += 1) reader.write('x'.repeat(1_000_000));
  }).toThrow(ReportProblem);
});
