import { claimLikelihood } from '../../src/triage/duplicates/claim';
import { growDuplicates } from './duplicates-growth';
import { askAll, reportsOf, uniqueShare } from './duplicates-history';
import type { Answered } from './duplicates-history';

/** Milliseconds of computing that a question may take at 50,000 reports. */
const limit = 8;
/** Reports in the index; the largest takes a minute, so that it comes only with a history. */
const [sizes, largest] = [[1_000, 10_000, 50_000], 200_000];

interface Asked {
  /** Where the first report of its group stands, from 1; 0 where it was not found. Null for one that has no earlier duplicate. */
  readonly place: number | null;
  readonly claimed: boolean;
  readonly rightly: boolean;
  /** Of the first candidate. */
  readonly likelihood: number;
  readonly firstRight: boolean;
  readonly ms: number;
}

/** Likelihoods at which the curve of claims is printed. */
const curveAt = [0.1, 0.15, 0.2, 0.25, 0.3, 0.34, 0.38, 0.42, 0.46, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95];

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
    const asked = askAll(reports).map(judged);
    const half = Math.floor(asked.length / 2);
    console.log(JSON.stringify({ name: 'duplicates', part: 'all', n: reports.length, ...figures(asked) }));
    console.log(JSON.stringify({ name: 'duplicates', part: 'first-half', ...figures(asked.slice(0, half)) }));
    console.log(JSON.stringify({ name: 'duplicates', part: 'second-half', ...figures(asked.slice(half)) }));
    for (const from of curveAt) {
      const second = claimsFrom(asked.slice(half), from);
      console.log(JSON.stringify({ name: 'duplicates-claims', from, all: claimsFrom(asked, from), second }));
    }
  }
  for (const size of file === undefined ? sizes : [...sizes, largest]) {
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

function judged({ candidates, signs, isDuplicate, ms }: Answered): Asked {
  const claims = candidates.filter(({ claimed }) => claimed);
  const [first] = candidates;
  return {
    place: isDuplicate === null ? null : candidates.findIndex(({ id }) => isDuplicate(id)) + 1,
    claimed: claims.length > 0,
    rightly: isDuplicate !== null && claims.some(({ id }) => isDuplicate(id)),
    likelihood: signs === null ? 0 : claimLikelihood(signs),
    firstRight: isDuplicate !== null && first !== undefined && isDuplicate(first.id),
    ms,
  };
}

/** How claims would hold if all first candidates of that likelihood were claimed. */
function claimsFrom(asked: readonly Asked[], from: number) {
  const claimed = asked.map((one) => ({
    ...one,
    ...{ claimed: one.likelihood >= from, rightly: one.firstRight && one.likelihood >= from },
  }));
  return claimFigures(claimed);
}

function figures(asked: readonly Asked[]) {
  const places = asked.flatMap(({ place }) => (place === null ? [] : [place]));
  const share = (some: number, of: number) => rounded(some / Math.max(1, of));
  const within = (k: number) => share(places.filter((place) => place > 0 && place <= k).length, places.length);
  const times = asked.map(({ ms }) => ms).sort((a, b) => a - b);
  return {
    queries: places.length,
    ...{ 'R@1': within(1), 'R@5': within(5), 'R@10': within(10), 'R@20': within(20) },
    MRR: rounded(places.reduce((sum, place) => sum + (place > 0 ? 1 / place : 0), 0) / Math.max(1, places.length)),
    ...claimFigures(asked),
    ...{ p50: rounded(times[Math.floor(times.length / 2)] ?? 0), p95: rounded(times[Math.floor(times.length * 0.95)] ?? 0) },
  };
}

function claimFigures(asked: readonly Pick<Asked, 'place' | 'claimed' | 'rightly'>[]) {
  const [queries, uniques] = [asked.filter(({ place }) => place !== null), asked.filter(({ place }) => place === null)];
  const right = queries.filter(({ rightly }) => rightly).length / Math.max(1, queries.length);
  const wrong = queries.filter(({ claimed, rightly }) => claimed && !rightly).length / Math.max(1, queries.length);
  const unique = uniques.filter(({ claimed }) => claimed).length / Math.max(1, uniques.length);
  const claims = (1 - uniqueShare) * (right + wrong) + uniqueShare * unique;
  return {
    claimPrecision: rounded(claims === 0 ? 1 : ((1 - uniqueShare) * right) / claims),
    claimRecall: rounded(right),
    uniqueClaimed: rounded(unique, 4),
    claimedOfNew: rounded(claims, 4),
  };
}

function rounded(value: number, digits = 3): number {
  return Number(value.toFixed(digits));
}

benchDuplicates().catch((error: unknown) => {
  console.error(error instanceof Error ? `duplicates: ${error.message}` : error);
  process.exitCode = 1;
});
