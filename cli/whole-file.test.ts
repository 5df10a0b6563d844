import { lstatSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileTarget, writeWhole } from './whole-file';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'holdpoint-whole-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('a file is written, and replaced, and nothing else is left', () => {
  const path = join(folder, 'report.html');
  writeWhole(path, 'one');
  writeWhole(path, 'zwei ü');
  expect([readFileSync(path, 'utf8'), readdirSync(folder)]).toEqual(['zwei ü', ['report.html']]);
});

test('behind a link, the file that it means is replaced', () => {
  writeFileSync(join(folder, 'real'), 'old');
  symlinkSync(join(folder, 'real'), join(folder, 'link'));
  writeWhole(join(folder, 'link'), 'new');
  expect([readFileSync(join(folder, 'real'), 'utf8'), lstatSync(join(folder, 'link')).isSymbolicLink()]).toEqual(['new', true]);
});

test('what is no file is refused before anything is written', () => {
  mkdirSync(join(folder, 'a'));
  writeFileSync(join(folder, 'b'), '');
  expect(() => fileTarget(join(folder, 'a'))).toThrow('it is a directory.');
  expect(() => fileTarget('/dev/null')).toThrow('it is no file.');
  expect(() => fileTarget(join(folder, 'none', 'x.html'))).toThrow('the folder does not exist.');
  expect(() => fileTarget(join(folder, 'b', 'x.html'))).toThrow('what should be its folder is a file.');
  expect(() => fileTarget(join(folder, 'x'.repeat(300)))).toThrow('its name is too long.');
  expect(fileTarget(join(folder, 'new.html'))).toBe(join(folder, 'new.html'));
});

test('where writing fails, what was there stays', () => {
  const path = join(folder, 'y'.repeat(245));
  writeFileSync(path, 'old');
  expect(() => writeWhole(path, 'new')).toThrow('its name is too long.');
  expect([readFileSync(path, 'utf8'), readdirSync(folder).length]).toEqual(['old', 1]);
});
