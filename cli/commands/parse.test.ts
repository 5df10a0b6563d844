import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Misuse } from '../command';
import { parse } from './parse';

let folder: string;
let printed: string;
let complained: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'holdpoint-parse-'));
  printed = complained = '';
  jest.spyOn(process.stdout, 'write').mockImplementation((text, ...rest) => {
    printed += typeof text === 'string' ? text : new TextDecoder().decode(text);
    for (const done of rest) if (typeof done === 'function') done();
    return true;
  });
  jest.spyOn(process.stderr, 'write').mockImplementation((text) => {
    complained += String(text);
    return true;
  });
});
afterEach(() => {
  jest.restoreAllMocks();
  rmSync(folder, { recursive: true, force: true });
});

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const good =
  '<testsuite name="basket" time="1.5"><testcase name="adds"/><testcase name="grün"><error message="no">why</error></testcase></testsuite>';

test('prints a line for each file, failures and all', async () => {
  const one = file('one.xml', good);
  const other = file('other.xml', '<testsuites/>');
  expect(await parse.run([one, other])).toBe(0);
  const lines = printed.trimEnd().split('\n');
  expect(lines.map((line): unknown => JSON.parse(line))).toEqual([
    {
      ...{ file: one, format: 'junit', tests: 2, passed: 1, failed: 0, errors: 1, skipped: 0, flaky: 0, duration: 1.5 },
      failures: [{ name: 'grün', class: 'basket', ending: 'errored', message: 'no', trace: 'why' }],
    },
    { file: other, format: 'junit', tests: 0, passed: 0, failed: 0, errors: 0, skipped: 0, flaky: 0, duration: 0, failures: [] },
  ]);
  expect(complained).toBe('');
});

test('says what is wrong with a file, and prints the others', async () => {
  const [bad, empty] = [file('bad.xml', '<testsuite>\n<testcase'), file('empty.xml', '')];
  const whole = file('good.xml', good);
  const none = join(folder, 'no\nne.xml');
  expect(await parse.run([bad, empty, folder, none, whole])).toBe(1);
  expect(complained.replaceAll(folder, '')).toBe(
    [
      'holdpoint: /bad.xml:2: it ends before <testsuite> does',
      'holdpoint: /empty.xml: it is empty',
      'holdpoint: : it is a directory',
      'holdpoint: /no ne.xml: there is no such file',
      '',
    ].join('\n'),
  );
  expect(printed.split('\n')).toHaveLength(2);
});

test('many failures are one line of JSON', async () => {
  const cases = Array.from(
    { length: 5_000 },
    (_, n) => `<testcase name="test ${n}"><failure>${'x'.repeat(50)}</failure></testcase>`,
  );
  expect(await parse.run([file('many.xml', `<testsuite name="a">${cases.join('')}</testsuite>`)])).toBe(0);
  expect(printed.indexOf('\n')).toBe(printed.length - 1);
  const report: unknown = JSON.parse(printed);
  expect(report).toMatchObject({ failed: 5_000, failures: cases.map((_, n) => ({ name: `test ${n}`, ending: 'failed' })) });
});

test('more failures than anybody reads are counted', async () => {
  const trace = 'x'.repeat(90_000);
  const cases = `<testcase name="a"><failure message="m">${trace}</failure></testcase>`.repeat(300);
  expect(await parse.run([file('huge.xml', `<testsuite name="a">${cases}</testsuite>`)])).toBe(0);
  const report: unknown = JSON.parse(printed);
  expect(report).toMatchObject({ tests: 300, failed: 300, failuresLeftOut: 33 });
});

test('needs a file', async () => {
  await expect(parse.run([])).rejects.toThrow(Misuse);
});

test('its help says what its exit codes mean', () => {
  expect(parse.help).toMatch(/Exit code: 0 .* 1 .* 2 /s);
});
