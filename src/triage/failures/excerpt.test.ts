import fc from 'fast-check';
import { cut, excerptOf } from './excerpt';

const lines = (count: number, tell = (n: number) => `line ${n}`) => Array.from({ length: count }, (_, n) => tell(n));

test('a short log stands as it is, but for colours and returns', () => {
  expect(excerptOf('one\r\n\u001b[31mtwo\u001b[0m\nthree\n\n', 'two')).toBe('one\ntwo\nthree');
  expect(excerptOf('', null)).toBe('');
  expect(excerptOf('10 %\r20 %\rdone', null)).toBe('10 %\n20 %\ndone');
});

test('of a long log the beginning, the failure and the end stand', () => {
  const log = lines(10_000, (n) => (n === 6_000 ? 'AssertionError: expected 1 to be 2' : `line ${n}`)).join('\n');
  const said = excerptOf(log, 'AssertionError: expected 1 to be 2\n  at cart.ts:12', { line: 200, all: 1_600 }).split('\n');
  expect(said[0]).toBe('line 0');
  expect(said.at(-1)).toBe('line 9999');
  const at = said.indexOf('AssertionError: expected 1 to be 2');
  expect([said[at - 10], said[at + 1]]).toEqual(['line 5990', 'line 6001']);
  const marks = said.filter((line) => line.startsWith('…'));
  expect(marks).toHaveLength(2);
  const out = marks.map((mark) => Number(/^… (\d+) lines left out …$/.exec(mark)?.[1]));
  expect(out.reduce((a, b) => a + b) + said.length - 2).toBe(10_000);
});

test.each([
  ['at the very beginning', 0],
  ['at the very end', 9_999],
])('a failure %s needs one mark', (_, place) => {
  const log = lines(10_000, (n) => (n === place ? 'boom' : `line ${n}`)).join('\n');
  const said = excerptOf(log, 'boom').split('\n');
  expect(said[place === 0 ? 0 : said.length - 1]).toBe('boom');
  expect(said.filter((line) => line.startsWith('…'))).toHaveLength(1);
});

test('a failure that the log does not name is looked for by its sound', () => {
  const log = lines(10_000, (n) => (n === 5_000 ? 'FATAL: no space left' : `line ${n}`)).join('\n');
  expect(excerptOf(log, 'something else')).toContain('FATAL: no space left');
  expect(excerptOf(log, null)).toContain('FATAL: no space left');
});

test('a line of a megabyte is cut around the failure', () => {
  const said = excerptOf(`${'x'.repeat(500_000)} boom ${'y'.repeat(500_000)}`, 'boom');
  expect(said.length).toBe(2_000);
  expect(said).toMatch(/^…x+ boom y+…$/);
});

test('a cut leaves no half of a character', () => {
  expect(cut('a😀b', 3)).toBe('a…');
  expect(cut('abc', 3)).toBe('abc');
  expect(cut('abcd', 3)).toBe('ab…');
  expect(cut('abcdefghij', 5, 9)).toBe('…ghij');
});

test('whatever the log, the excerpt keeps within its limits', () => {
  const log = fc
    .array(fc.tuple(fc.string({ maxLength: 10 }), fc.nat(400)), { maxLength: 60 })
    .map((parts) => parts.map(([text, times]) => text.repeat(times)).join('\n'));
  fc.assert(
    fc.property(log, fc.option(fc.string()), fc.constantFrom(400, 2_000, 20_000), (text, failing, all) => {
      const said = excerptOf(text, failing, { line: 300, all });
      expect(said.length).toBeLessThanOrEqual(all);
      expect(Math.max(...said.split('\n').map((line) => line.length))).toBeLessThanOrEqual(300);
    }),
  );
});
