import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { buildApp } from '../../sandbox/build';
import { printFigure, rounded } from './figure';

const root = join(__dirname, '..', '..');
const entries = ['project', 'panel', 'settings', 'rule', 'field', 'gadget'];
/** Kilobytes, packed with gzip. */
const limit = 350;

/** What a browser loads before the first screen of each entry is there: the page, its scripts and styles, each packed with gzip. */
export async function benchFirstLoad(): Promise<void> {
  await buildApp(root, join(root, '.sandbox', 'bench'), (sentence) => console.log(sentence));
  const dist = join(root, 'static', 'app', 'dist');
  for (const part of entries) {
    const page = readFileSync(join(dist, `${part}.html`), 'utf8');
    const files = [...page.matchAll(/(?:src|href)="\.\/(assets\/[^"]+)"/g)].flatMap(([, name]) => name ?? []);
    const bytes = [Buffer.from(page), ...files.map((name) => readFileSync(join(dist, name)))];
    const kb = rounded(bytes.reduce((sum, one) => sum + gzipSync(one).length, 0) / 1_000);
    const of = { name: 'first-load', part, n: files.length + 1, p50: kb, p95: kb, unit: 'KB' };
    printFigure({ ...of, reference: limit, ratio: rounded(kb / limit) });
  }
}
