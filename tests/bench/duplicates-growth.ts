import { documentOf, MemoryIndex, rank } from '../../src/triage/duplicates';
import type { Report } from './duplicates-history';

interface Text {
  readonly title: string;
  readonly description?: string | null | undefined;
}

const questions = 200;

/** What questions cost in an index of so many reports: those given, again and again with some words changed, or made up ones. */
export function growDuplicates(texts: readonly Text[], size: number) {
  const before = memory();
  const index = new MemoryIndex();
  const at = new Date(Date.UTC(2026, 0, 1)).toISOString();
  for (let n = 0; n < size; n += 1) {
    const source = sourceOf(texts, n);
    index.put(String(n), at, documentOf({ ...source, description: source.description ?? '' }));
    if (index.recent.length >= 4_096) index.compact();
  }
  index.compact();
  let bytes: number[] = [];
  const counted = {
    ...{ statistics: index.statistics, size: index.size, dead: index.dead, recent: index.recent },
    rows: (slots: readonly number[]) => {
      const rows = index.rows(slots);
      bytes.push(rows.reduce((sum, { body }) => sum + Math.ceil(body.length / 3) * 4, 0));
      return rows;
    },
    documents: (numbers: readonly number[]) => index.documents(numbers),
  };
  const asked = Array.from({ length: questions }, (_, n) => sourceOf(texts, size + n * 37));
  const ask = (source: Text) => rank({ document: documentOf({ ...source, description: source.description ?? '' }), at }, counted);
  asked.forEach(ask);
  bytes = [];
  const times = asked.map((source) => cpu(() => ask(source))).sort((a, b) => a - b);
  bytes.sort((a, b) => a - b);
  return {
    p50: share(times, 0.5),
    p95: share(times, 0.95),
    ...{ bytesP50: share(bytes, 0.5), bytesMost: share(bytes, 1) },
    indexMb: Math.round((memory() - before) / 1e6),
  };
}

function share(sorted: readonly number[], of: number): number {
  return Number((sorted[Math.min(sorted.length - 1, Math.floor(of * sorted.length))] ?? 0).toFixed(3));
}

/** Milliseconds of computing. */
function cpu(run: () => unknown): number {
  const started = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(started);
  return (user + system) / 1_000;
}

function memory(): number {
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

function sourceOf(texts: readonly Text[], n: number): Text {
  const { title, description } = texts.length === 0 ? madeUp(n) : (texts[n % texts.length] ?? { title: '', description: '' });
  const round = texts.length === 0 ? 0 : Math.floor(n / texts.length);
  return { title: altered(title, round), description: altered((description ?? '').slice(0, 3_000), round) };
}

/** Every fifth word is another in each round. */
function altered(text: string, round: number): string {
  if (round === 0) return text;
  return text
    .split(' ')
    .map((word, at) => ((at * 7 + round * 3 + word.length) % 5 === 0 ? `${word}${round % 23}` : word))
    .join(' ');
}

/** Reports of which every other is an earlier one with some words changed, in its group. @param count of them */
export function madeUpReports(count: number): Report[] {
  return Array.from({ length: count }, (_, n) => {
    const isCopy = n % 2 === 1;
    const source = madeUp(isCopy ? Math.floor(n / 4) * 2 : n);
    const title = altered(source.title, isCopy ? 1 : 0);
    const created = new Date(Date.UTC(2026, 0, 1) + n * 3_600_000).toISOString();
    const group = String(isCopy ? Math.floor(n / 4) * 2 : n);
    return { id: String(n), created, title, description: altered(source.description, isCopy ? 1 : 0), group };
  });
}

/** Words as uneven as those of a language: the k-th is about k times rarer than the first. */
function madeUp(n: number): { title: string; description: string } {
  let state = (n + 1) * 2_654_435_761;
  const next = () => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9) >>> 0;
    return state / 2 ** 32;
  };
  const words = (count: number) => Array.from({ length: count }, () => `w${Math.floor(40_000 ** next()).toString(36)}`).join(' ');
  return { title: words(8), description: words(40 + Math.floor(next() * 100)) };
}
