import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { z } from 'zod';
import { documentOf, MemoryIndex, rank } from '../../src/triage/duplicates';
import type { Candidate } from '../../src/triage/duplicates';
import { growDuplicates } from './duplicates-growth';

const report = z.object({
  id: z.string(),
  created: z.string(),
  title: z.string(),
  description: z.string().nullish(),
  component: z.string().nullish(),
  group: z.string().nullish(),
});
type Report = z.output<typeof report>;

/** Of new reports, those that have no earlier duplicate: claims are weighed so that they are as in most trackers. */
const uniqueShare = 0.95;
/** Documents that wait outside the postings, as in the app. */
const mostRecent = 256;
/** Milliseconds of computing that a question may take at 50,000 reports. */
const limit = 8;

interface Asked {
  /** Where the first report of its group stands, from 1; 0 where it was not found. Null for one that has no earlier duplicate. */
  readonly place: number | null;
  readonly claimed: boolean;
  readonly rightly: boolean;
  readonly ms: number;
}

/**
 * `npm run bench -- duplicates [--file FILE]`: how well earlier duplicates are found and claimed in a tracker's history, then how long a
 * question takes and what it reads at several sizes. Each report is asked about with those that were created before it. Prints JSON lines.
 * FILE has one JSON object a line (gz or plain): `id`, `created`, `title`, `description`, `component`, `group`.
 */
async function benchDuplicates(): Promise<void> {
  const at = process.argv.indexOf('--file');
  const file = at === -1 ? undefined : process.argv[at + 1];
  const reports = file === undefined ? [] : reportsOf(file);
  if (reports.length > 0) {
    const asked = askAll(reports);
    const half = Math.floor(asked.length / 2);
    console.log(JSON.stringify({ name: 'duplicates', part: 'all', n: reports.length, ...figures(asked) }));
    console.log(JSON.stringify({ name: 'duplicates', part: 'first-half', ...figures(asked.slice(0, half)) }));
    console.log(JSON.stringify({ name: 'duplicates', part: 'second-half', ...figures(asked.slice(half)) }));
  }
  for (const size of [1_000, 10_000, 50_000, 200_000]) {
    const grown = growDuplicates(reports, size);
    console.log(
      JSON.stringify({
        name: `duplicates-${size}`,
        n: size,
        ...grown,
        unit: 'ms',
        reference: limit,
        ratio: rounded(grown.p95 / limit),
      }),
    );
  }
}

function reportsOf(file: string): Report[] {
  const bytes = readFileSync(file);
  const text = (bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes).toString('utf8');
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  return lines.map((line) => report.parse(JSON.parse(line))).sort((a, b) => Date.parse(a.created) - Date.parse(b.created));
}

function askAll(reports: readonly Report[]): Asked[] {
  const index = new MemoryIndex();
  const groups = new Map<string, string>();
  const seen = new Set<string>();
  return reports.map((one) => {
    const createdAt = new Date(one.created).toISOString();
    const group = one.group ?? '';
    const started = process.cpuUsage();
    const document = documentOf({ title: one.title, description: one.description ?? '', component: one.component ?? null });
    const candidates = rank({ document, at: createdAt, limit: 50 }, index);
    const used = process.cpuUsage(started);
    const asked = judged(candidates, group !== '' && seen.has(group) ? (id: string) => groups.get(id) === group : null);
    index.put(one.id, createdAt, document);
    if (index.recent.length >= mostRecent) index.compact();
    groups.set(one.id, group);
    seen.add(group);
    return { ...asked, ms: (used.user + used.system) / 1_000 };
  });
}

function judged(candidates: readonly Candidate[], isDuplicate: ((id: string) => boolean) | null): Omit<Asked, 'ms'> {
  const claims = candidates.filter(({ claimed }) => claimed);
  return {
    place: isDuplicate === null ? null : candidates.findIndex(({ id }) => isDuplicate(id)) + 1,
    claimed: claims.length > 0,
    rightly: isDuplicate !== null && claims.some(({ id }) => isDuplicate(id)),
  };
}

function figures(asked: readonly Asked[]) {
  const places = asked.flatMap(({ place }) => (place === null ? [] : [place]));
  const share = (some: number, of: number) => rounded(some / Math.max(1, of));
  const within = (k: number) => share(places.filter((place) => place > 0 && place <= k).length, places.length);
  const [queries, uniques] = [asked.filter(({ place }) => place !== null), asked.filter(({ place }) => place === null)];
  const right = queries.filter(({ rightly }) => rightly).length / Math.max(1, queries.length);
  const wrong = queries.filter(({ claimed, rightly }) => claimed && !rightly).length / Math.max(1, queries.length);
  const unique = uniques.filter(({ claimed }) => claimed).length / Math.max(1, uniques.length);
  const claims = (1 - uniqueShare) * (right + wrong) + uniqueShare * unique;
  const times = asked.map(({ ms }) => ms).sort((a, b) => a - b);
  return {
    queries: queries.length,
    ...{ 'R@1': within(1), 'R@5': within(5), 'R@10': within(10), 'R@20': within(20) },
    MRR: rounded(places.reduce((sum, place) => sum + (place > 0 ? 1 / place : 0), 0) / Math.max(1, places.length)),
    claimPrecision: rounded(claims === 0 ? 1 : ((1 - uniqueShare) * right) / claims),
    claimRecall: rounded(right),
    uniqueClaimed: rounded(unique, 4),
    claimedOfNew: rounded(claims, 4),
    ...{ p50: rounded(times[Math.floor(times.length / 2)] ?? 0), p95: rounded(times[Math.floor(times.length * 0.95)] ?? 0) },
  };
}

function rounded(value: number, digits = 3): number {
  return Number(value.toFixed(digits));
}

benchDuplicates().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
