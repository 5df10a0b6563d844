import { csvLines } from './csv';

test.each([
  ['plain', 'plain'],
  ['a, b', '"a, b"'],
  ['say "yes"', '"say ""yes"""'],
  ['two\nlines', '"two\nlines"'],
  ['=1+1', "'=1+1"],
  ['+49', "'+49"],
  ['-1', "'-1"],
  ['@sum', "'@sum"],
  ['\ttab', "'\ttab"],
  ['\rreturn', '"\'\rreturn"'],
  ['=HYPERLINK("x","y")', '"\'=HYPERLINK(""x"",""y"")"'],
  ['1 = 1', '1 = 1'],
  ['', ''],
])('%j is written as %j', (text, expected) => {
  expect(csvLines([[text]])).toBe(`${expected}\r\n`);
});

test('rows are lines and cells are parted by commas', () => {
  expect(
    csvLines([
      ['a', 'b'],
      ['c,', 'd'],
    ]),
  ).toBe('a,b\r\n"c,",d\r\n');
});
