import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fingerprintFiles, isJsonLines } from './fingerprint-files';

const folder = mkdtempSync(join(tmpdir(), 'holdpoint-'));
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

async function run(...paths: string[]): Promise<{ whole: boolean; lines: unknown[]; errors: string[] }> {
  const out: string[] = [];
  const errors: string[] = [];
  const stdout = jest.spyOn(process.stdout, 'write').mockImplementation((text, ...more: unknown[]) => {
    out.push(String(text));
    const done = more.at(-1);
    if (typeof done === 'function') Reflect.apply(done, null, []);
    return true;
  });
  const stderr = jest.spyOn(process.stderr, 'write').mockImplementation((text) => {
    errors.push(String(text));
    return true;
  });
  try {
    const whole = await fingerprintFiles(paths);
    return { whole, lines: out.map((line): unknown => JSON.parse(line)), errors };
  } finally {
    stdout.mockRestore();
    stderr.mockRestore();
  }
}

const trace = 'TypeError: x is not a function\n    at total (/srv/shop/cart.js:12:20)\n';

test('a text is one failure', async () => {
  const { whole, lines } = await run(file('a.txt', trace));
  expect(whole).toBe(true);
  expect(JSON.stringify(lines)).toMatch(/^\[\{"fingerprint":"\d{4}-\d{2}-\d{2}:[0-9a-f]{32}","language":/);
  expect(lines).toMatchObject([
    {
      language: 'javascript',
      kind: 'TypeError',
      message: 'x is not a function',
      frames: [{ function: 'total', file: 'cart.js', line: 12, inApp: true }],
    },
  ]);
});

test('JSON lines are a failure each, in order, with what else they have', async () => {
  const { whole, lines } = await run(file('b.jsonl', `{"id":7,"text":"boom"}\r\n\n{"text":"bang","tag":["x"]}\n`));
  expect(whole).toBe(true);
  expect(lines).toMatchObject([
    { id: 7, message: 'boom' },
    { tag: ['x'], message: 'bang' },
  ]);
  expect(lines.every((line) => typeof line === 'object' && line !== null && !('text' in line))).toBe(true);
});

test('a file and lines that cannot be read are named, and the others printed', async () => {
  const { whole, lines, errors } = await run(
    join(folder, 'none.txt'),
    file('c.txt', '{"text":"one"}\n{"text":\n{"id":3}\n{"text":"two"}\n'),
  );
  expect(whole).toBe(false);
  expect(lines).toMatchObject([{ message: 'one' }, { message: 'two' }]);
  expect(errors).toEqual([
    expect.stringContaining('none.txt cannot be read: '),
    expect.stringContaining('c.txt, line 2 is not JSON.'),
    expect.stringContaining('c.txt, line 3 is not an object with a "text".'),
  ]);
});

test('what Windows wrote is read', async () => {
  const { lines } = await run(file('d.txt', Buffer.from(`\uFEFF${trace}`, 'utf16le')));
  expect(lines).toMatchObject([{ kind: 'TypeError' }]);
});

test.each([
  ['an empty file', '', false],
  ['a structured log', '{"level":"error","message":"boom"}', false],
  ['text and JSON', 'boom {"text":"x"}', false],
  ['failures', '{"text":"x"}', true],
  ['failures after a broken line', '{"text"\n{"text":"x"}', true],
])('%s', (_, text, lines) => {
  expect(isJsonLines('a.txt', text)).toBe(lines);
});
