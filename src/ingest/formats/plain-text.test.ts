import { plainName, plainText, splitStack } from './plain-text';

test.each([
  ['\u001b[31mred\u001b[39m and \u001b[1;32mbold\u001b[0m', 'red and bold'],
  ['\u001b]8;;https://example.com\u0007link\u001b]8;;\u0007', 'link'],
  ['\u001b]0;title\u001b\\text', 'text'],
  ['\\u001b[31mwritten out\\x1b[0m', 'written out'],
  ['[31mits first character lost[0m', 'its first character lost'],
  ['list[3] stays, [5m] too, and a[31]', 'list[3] stays, [5m] too, and a[31]'],
  ['nul \u0000 and bell \u0007', 'nul  and bell'],
  ['one\r\ntwo\rthree\n\n', 'one\ntwo\nthree'],
  ['cut off \u001b[38;5', 'cut off'],
  [' \u001b[0m \n', null],
  ['', null],
  [null, null],
])('%j is read as %j', (written, read) => {
  expect(plainText(written)).toBe(read);
});

test('a name is one line', () => {
  expect(plainName(' adds\n  \u001b[1mtwo\u001b[0m\tnumbers ')).toBe('adds two numbers');
  expect(plainName(null)).toBe('');
});

test.each([
  ['Error: no\n    at a (b.js:1:2)', 'Error: no', true],
  ['Error: no\n\n    > 1 | throw\n      2 |', 'Error: no', true],
  ['no calls', 'no calls', false],
])('what an error says is told from the calls that led to it: %j', (text, message, traced) => {
  expect(splitStack(text)).toStrictEqual({ message, trace: traced ? text : null });
});

test('what nobody reads to its end is cut', () => {
  expect(plainText('x'.repeat(1_000_000))).toHaveLength(100_000);
});
