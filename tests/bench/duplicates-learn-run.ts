import { claimLikelihood, claimTerms } from '../../src/triage/duplicates/claim';
import { claimModel } from '../../src/triage/duplicates/claim-2026-11-23';
import type { Judged } from '../../src/triage/duplicates/rank';
import { askAll, reportsOf, uniqueShare } from './duplicates-history';

/** What claims are meant to hold where they are learned; another tracker takes its share of that. */
const wanted = 0.8;
/** Blocks of time, of which each is judged by what the others taught. */
const blocks = 4;
/** How strongly coefficients are held near 0. */
const held = 1;

/** A first candidate, and whether it was right. */
interface Case {
  /** Place of the report in the history. */
  readonly n: number;
  /** Whether the report has an earlier duplicate. */
  readonly has: boolean;
  readonly right: boolean;
  /** What is learned from; the rest is set by hand. */
  readonly values: readonly number[];
  /** Whether it is never claimed. */
  readonly barred: boolean;
}

interface Model {
  readonly constant: number;
  readonly weights: readonly number[];
}

const learned = ['cover', 'titles', 'ahead', 'apart', 'recency'] as const;

/**
 * `npm run bench -- duplicates-learn --file FILE`: learns when to claim a duplicate from the first half of a tracker's history, for
 * `src/triage/duplicates/claim-DATE.ts`. Reports with an earlier duplicate are asked about a second time without it, as examples of reports
 * that have none. From which likelihood on a duplicate is claimed is chosen by what models of the other quarters say of each quarter.
 */
function learn(): void {
  const at = process.argv.indexOf('--file');
  const file = at === -1 ? undefined : process.argv[at + 1];
  if (file === undefined) throw new Error('Name the history that is learned from: --file FILE.');
  const reports = reportsOf(file);
  const half = reports.slice(0, Math.floor(reports.length / 2));
  const cases = askAll(half, true).flatMap(({ isDuplicate, without, ...judged }, n) => {
    const own = caseOf(n, judged, isDuplicate);
    const alone = without === null ? null : caseOf(n, without, null);
    return [own, alone].flatMap((one) => one ?? []);
  });
  const blockOf = ({ n }: Case) => Math.floor((n * blocks) / half.length);
  const judged = Array.from({ length: blocks }, (_, block) => {
    const model = fit(cases.filter((one) => blockOf(one) !== block));
    return cases.filter((one) => blockOf(one) === block).map((one) => ({ ...one, likelihood: likelihoodBy(model, one) }));
  }).flat();
  const steps = Array.from({ length: 99 }, (_, n) => (n + 1) / 100).map((from) => ({ from, ...claimsFrom(judged, from) }));
  for (const step of steps.filter((_, n) => n % 5 === 4)) console.log(JSON.stringify({ name: 'crossed', ...step }));
  const tooLow = steps.filter(({ precision }) => precision < wanted).at(-1)?.from ?? 0;
  const { constant, weights } = fit(cases);
  const coefficients = Object.fromEntries(learned.map((name, n) => [name, rounded(weights[n] ?? 0)]));
  const claimFrom = rounded(tooLow + 0.01);
  console.log(
    JSON.stringify({
      name: 'claim-model',
      ...{
        constant: rounded(constant),
        ...coefficients,
        trace: claimModel.trace,
        claimFrom,
        crossed: claimsFrom(judged, claimFrom),
      },
    }),
  );
}

function caseOf(n: number, { candidates: [first], signs }: Judged, isDuplicate: ((id: string) => boolean) | null): Case | null {
  if (first === undefined || signs === null) return null;
  return {
    ...{ n, has: isDuplicate !== null, right: isDuplicate?.(first.id) === true },
    values: claimTerms(signs).flatMap(({ value }, at) => (at < learned.length ? [value] : [])),
    barred: claimLikelihood(signs) === 0,
  };
}

/** Newton's method on a logistic model, of signs that were brought to one scale; rights and others weigh as in most trackers. */
function fit(cases: readonly Case[]): Model {
  const having = cases.filter(({ has }) => has).length;
  const rest = cases.length - having;
  const weigh = ({ has }: Case) => (has ? 1 - uniqueShare : (uniqueShare * having) / Math.max(1, rest));
  const scales = learned.map((_, at) => {
    const values = cases.map(({ values: list }) => list[at] ?? 0);
    const middle = values.reduce((sum, value) => sum + value, 0) / values.length;
    return { middle, spread: Math.sqrt(values.reduce((sum, value) => sum + (value - middle) ** 2, 0) / values.length) + 1e-9 };
  });
  const rows = cases.map((one) => ({
    x: [1, ...scales.map(({ middle, spread }, at) => ((one.values[at] ?? 0) - middle) / spread)],
    ...{ y: Number(one.right), weight: weigh(one) },
  }));
  let b = scales.concat([{ middle: 0, spread: 1 }]).map(() => 0);
  for (let round = 0; round < 60; round += 1) {
    const slope = b.map((value, i) => (i === 0 ? 0 : -held * value));
    const bend: number[][] = b.map((_, i) => b.map((_unused, j) => (i !== j ? 0 : i === 0 ? 1e-6 : held)));
    for (const { x, y, weight } of rows) {
      const p = logistic(dot(b, x));
      x.forEach((xi, i) => {
        slope[i] = (slope[i] ?? 0) + weight * (y - p) * xi;
        x.forEach((xj, j) => {
          const line = bend[i];
          if (line !== undefined) line[j] = (line[j] ?? 0) + weight * p * (1 - p) * xi * xj;
        });
      });
    }
    const step = solved(bend, slope);
    const damp = Math.min(1, 3 / Math.max(1e-9, ...step.map(Math.abs)));
    b = b.map((value, i) => value + damp * (step[i] ?? 0));
  }
  const weights = scales.map(({ spread }, at) => (b[at + 1] ?? 0) / spread);
  const shift = scales.reduce((sum, { middle }, at) => sum + middle * (weights[at] ?? 0), 0);
  return { constant: (b[0] ?? 0) - shift, weights };
}

/** Gauss and Jordan. */
function solved(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const rows = matrix.map((line, i) => [...line, right[i] ?? 0]);
  for (let at = 0; at < rows.length; at += 1) {
    const best = rows.reduce(
      (most, line, i) => (i >= at && Math.abs(line[at] ?? 0) > Math.abs(rows[most]?.[at] ?? 0) ? i : most),
      at,
    );
    const [pivot, other] = [rows[best] ?? [], rows[at] ?? []];
    [rows[at], rows[best]] = [pivot, other];
    for (let i = 0; i < rows.length; i += 1) {
      if (i === at) continue;
      const line = rows[i] ?? [];
      const times = (line[at] ?? 0) / (pivot[at] ?? 1);
      rows[i] = line.map((value, j) => value - times * (pivot[j] ?? 0));
    }
  }
  return rows.map((line, i) => (line.at(-1) ?? 0) / (line[i] ?? 1));
}

function likelihoodBy({ constant, weights }: Model, { values, barred }: Case): number {
  return barred ? 0 : logistic(constant + dot(weights, values));
}

/** Those of which the duplicate was taken away count as reports without one. */
function claimsFrom(judged: readonly (Case & { readonly likelihood: number })[], from: number) {
  const [having, rest] = [judged.filter(({ has }) => has), judged.filter(({ has }) => !has)];
  const share = (some: readonly { readonly likelihood: number }[], of: number) =>
    some.filter(({ likelihood }) => likelihood >= from).length / Math.max(1, of);
  const right = share(
    having.filter((one) => one.right),
    having.length,
  );
  const unique = share(rest, rest.length);
  const claims = (1 - uniqueShare) * share(having, having.length) + uniqueShare * unique;
  const precision = claims === 0 ? 1 : ((1 - uniqueShare) * right) / claims;
  return { precision: rounded(precision), recall: rounded(right), uniqueClaimed: rounded(unique) };
}

function dot(one: readonly number[], other: readonly number[]): number {
  return one.reduce((sum, value, at) => sum + value * (other[at] ?? 0), 0);
}

function logistic(sum: number): number {
  return 1 / (1 + Math.exp(-sum));
}

function rounded(value: number): number {
  return Number(value.toFixed(4));
}

learn();
