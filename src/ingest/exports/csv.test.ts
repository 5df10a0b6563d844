import * as fc from 'fast-check';
import { csvReader } from './csv';

function rowsOf(pieces: readonly string[], separator = ','): (readonly string[])[] {
  const rows: (readonly string[])[] = [];
  const reader = csvReader(separator, (row) => rows.push([...row]));
  for (const piece of pieces) reader.write(piece);
  reader.end();
  return rows;
}

test.each([
  [
    'a,b\r\nc,d\r\n',
    [
      ['a', 'b'],
      ['c', 'd'],
    ],
  ],
  [
    'a,b\nc,d',
    [
      ['a', 'b'],
      ['c', 'd'],
    ],
  ],
  ['"a ""b""","c\r\nd",e\n', [['a "b"', 'c\r\nd', 'e']]],
  [
    ',\n,',
    [
      ['', ''],
      ['', ''],
    ],
  ],
  ['""\n', [['']]],
  ['a\n\n\r\nb\n', [['a'], ['b']]],
  ['a "b" c,d\n', [['a "b" c', 'd']]],
  ['"a"\r\n"b"', [['a'], ['b']]],
  ['', []],
])('reads %j', (text, rows) => {
  expect(rowsOf([text])).toEqual(rows);
});

test('reads back what was written, wherever the pieces end', () => {
  const cell = fc.oneof(fc.string(), fc.stringMatching(/^["\n\r,;ab]{0,6}$/));
  const table = fc.integer({ min: 2, max: 4 }).chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width })));
  fc.assert(
    fc.property(table, fc.constantFrom(',', ';', '\t'), fc.integer({ min: 1, max: 7 }), (rows, separator, length) => {
      const text = rows.map((row) => row.map((each) => `"${each.replaceAll('"', '""')}"`).join(separator)).join('\r\n');
      const pieces = Array.from({ length: Math.ceil(text.length / length) }, (_, n) => text.slice(n * length, (n + 1) * length));
      expect(rowsOf(pieces, separator)).toEqual(rows);
    }),
  );
});

test('refuses text behind a closing quote, a file that ends inside quotes, and rows without an end', () => {
  expect(() => rowsOf(['a\n"b" c'])).toThrow('Row 2: behind a closing quote stands something else.');
  expect(() => rowsOf(['a\n"b'])).toThrow('cut off: it ends inside the quotes of row 2');
  expect(() => rowsOf(['a\n', ','.repeat(20_000)])).toThrow('Row 2 has more than 10000 cells.');
  const piece = 'x'.repeat(1024 * 1024);
  expect(() => rowsOf(['"', ...Array.from({ length: 40 }, () => piece)])).toThrow('Row 1 is larger than 32 MB.');
});
