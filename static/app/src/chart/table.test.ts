import { toCsv } from './table';

test('a table as CSV: a line each, empty where there is nothing', () => {
  const table = {
    columns: ['Day', 'Open'],
    rows: [
      ['2026-11-01', 3],
      ['2026-11-02', null],
    ],
  };
  expect(toCsv(table)).toBe('Day,Open\r\n2026-11-01,3\r\n2026-11-02,\r\n');
});

test.each([
  ['=1+1', "'=1+1"],
  ['+1', "'+1"],
  ['-1', "'-1"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['\tx', "'\tx"],
  ['=HYPERLINK("https://example.com","a, b")', `"'=HYPERLINK(""https://example.com"",""a, b"")"`],
  ['To do, later', '"To do, later"'],
  ['two\nlines', '"two\nlines"'],
  ['plain', 'plain'],
])('no spreadsheet takes the text %j for more than a text', (text, written) => {
  expect(toCsv({ columns: [text], rows: [] })).toBe(`${written}\r\n`);
});

test('a negative number is a number', () => {
  expect(toCsv({ columns: ['n'], rows: [[-3]] })).toBe('n\r\n-3\r\n');
});
