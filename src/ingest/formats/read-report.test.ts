import { readReport, ReportProblem } from '.';
import type { ReportedCase } from './report';

function read(...pieces: readonly (string | Uint8Array)[]) {
  const cases: ReportedCase[] = [];
  const reader = readReport((test) => cases.push(test));
  for (const piece of pieces) reader.write(typeof piece === 'string' ? new TextEncoder().encode(piece) : piece);
  return { ...reader.end(), cases };
}

test.each([
  ['an empty file', '', 'it is empty'],
  ['a file of spaces', ' \n\t', 'it is empty'],
  ['a page', '<!doctype html><html><body>404</body></html>', 'it is not a test report of a kind that can be read'],
  ['another XML', '<project><version>4</version></project>', 'it is not a test report of a kind that can be read'],
  ['another JSON', '{"name": "shop"}', 'it is not a test report of a kind that can be read'],
  ['prose', 'All tests passed, promise.', 'it is not a test report of a kind that can be read'],
  [
    'bytes',
    Uint8Array.from({ length: 100_000 }, (_, n) => (n * 7_919) % 256),
    'it is not a test report of a kind that can be read',
  ],
  ['zeros', new Uint8Array(100_000), 'it is not a test report of a kind that can be read'],
])('%s is no report', (_what, content, cause) => {
  expect(() => read(content)).toThrow(new ReportProblem(cause, null));
});

test('each test is handed out and counted once', () => {
  const { format, tally, cases } = read(
    '<testsuite time="2"><testcase name="a"/><testcase name="b"><fail',
    'ure/></testcase></testsuite>',
  );
  expect(format).toBe('junit');
  expect(tally).toEqual({ tests: 2, passed: 1, failed: 1, errors: 0, skipped: 0, flaky: 0, seconds: 2 });
  expect(cases.map(({ name }) => name)).toEqual(['a', 'b']);
});

test('the bytes may be overwritten while a report is read', () => {
  const text = new TextEncoder().encode(
    `<testsuite name="basket">${Array.from({ length: 500 }, (_, n) => `<testcase name="test ${n} of the basket"><failure>grün ${n}</failure></testcase>`).join('')}</testsuite>`,
  );
  const buffer = new Uint8Array(7);
  const cases: ReportedCase[] = [];
  const reader = readReport((test) => cases.push(test));
  for (let at = 0; at < text.length; at += buffer.length) {
    const piece = text.subarray(at, at + buffer.length);
    buffer.set(piece);
    reader.write(buffer.subarray(0, piece.length));
  }
  reader.end();
  expect(cases.map(({ name, trace }) => `${name}: ${trace}`)).toEqual(
    Array.from({ length: 500 }, (_, n) => `test ${n} of the basket: grün ${n}`),
  );
});
