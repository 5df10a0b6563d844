import { aging, flow, leadTimes, moveInFlow, statusSpans, survival } from '../../src/analytics';
import type { ChangeColumns } from '../../src/analytics';

const day = 86_400_000;
const days = 730;
const statuses = 8;
const start = Date.parse('2024-11-01T00:00:00Z');
const at = start + days * day - 1;
const rounds = 15;

/** Issues that were created over two years and changed their status some 13 times each, the same ones every time. */
function history(n: number): ChangeColumns {
  let seed = 12_345;
  const next = (below: number) => {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) & 0x7fffffff;
    return Math.floor((seed / 0x80000000) * below);
  };
  const offsets = new Uint32Array(n + 1);
  for (let issue = 0; issue < n; issue += 1) offsets[issue + 1] = (offsets[issue] ?? 0) + 8 + next(11);
  const size = offsets[n] ?? 0;
  const moments = { created: new Float64Array(n), resolved: new Float64Array(n), at: new Float64Array(size) };
  const places = { current: new Uint16Array(n), from: new Uint16Array(size), to: new Uint16Array(size) };
  for (let issue = 0; issue < n; issue += 1) {
    let moment = start + next(days * 1_440) * 60_000;
    let status = 0;
    moments.created[issue] = moment;
    for (let change = offsets[issue] ?? 0; change < (offsets[issue + 1] ?? 0); change += 1) {
      moment += next(3 * day);
      moments.at[change] = moment;
      places.from[change] = status;
      status = (status + 1 + next(statuses - 1)) % statuses;
      places.to[change] = status;
    }
    places.current[issue] = status;
    moments.resolved[issue] = next(10) === 0 || moment > at ? NaN : moment;
  }
  return {
    statuses: Array.from({ length: statuses }, (_, id) => ({ id: String(id), name: `Status ${id}` })),
    offsets,
    ...moments,
    ...places,
  };
}

/** What everything is measured against: one look at each change that adds it to its day. */
function plainPass({ at: moments, from, to }: ChangeColumns): Int32Array {
  const counts = new Int32Array((days + 400) * statuses);
  for (let change = 0; change < moments.length; change += 1) {
    const place = Math.floor(((moments[change] ?? 0) - start) / day) * statuses;
    counts[place + (to[change] ?? 0)] = (counts[place + (to[change] ?? 0)] ?? 0) + 1;
    counts[place + (from[change] ?? 0)] = (counts[place + (from[change] ?? 0)] ?? 0) - 1;
  }
  return counts;
}

/** Milliseconds of computing, other work on the machine aside. */
function computing(run: () => unknown): number {
  const before = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}

const rounded = (value: number) => Number(value.toPrecision(3));

/** @param times how often it is done in one measurement @param limit milliseconds that it may take, null where nobody said */
function report(name: string, n: number, limit: number | null, columns: ChangeColumns, run: () => unknown, times = 1): void {
  const first = computing(run);
  const measured: number[] = [];
  const references: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    references.push(computing(() => plainPass(columns)));
    measured.push(computing(() => Array.from({ length: times }, run).length) / times);
  }
  const share = (values: number[], of: number) =>
    values.sort((a, b) => a - b)[Math.min(rounds - 1, Math.floor(of * rounds))] ?? 0;
  const [p50, p95, reference] = [share(measured, 0.5), share(measured, 0.95), share(references, 0.5)];
  const figure = {
    name,
    n,
    first: rounded(first),
    p50: rounded(p50),
    p95: rounded(p95),
    unit: 'ms',
    ...(limit === null ? {} : { limit }),
  };
  console.log(JSON.stringify({ ...figure, reference: rounded(reference), ratio: rounded(p50 / reference) }));
}

/** For each how long it took, in minutes, or how old it is where it is still open. */
function lasted({ created, resolved }: ChangeColumns) {
  const times = created.map((from, n) => Math.floor(((Number.isNaN(resolved[n]) ? at : (resolved[n] ?? at)) - from) / 60_000));
  return { times, hasEnded: Uint8Array.from(resolved, (end) => (Number.isNaN(end) ? 0 : 1)) };
}

/** Milliseconds for 10,000 issues; there is none for other numbers, so that more are held against it in proportion. */
const limitOfTenThousand = 8;
const bandOf = Uint16Array.from({ length: statuses }, (_, status) => status);
for (const [n, spansLimit, flowLimit] of [
  [1_000, 15, 15],
  [10_000, 15, 15],
  [100_000, 40, 50],
] as const) {
  const agingLimit = limitOfTenThousand * Math.max(1, n / 10_000);
  const columns = history(n);
  const spans = statusSpans(columns);
  const firstDay = start / day;
  // The flow first: its first time is that of a process that has not drawn one yet.
  report('flow', n, flowLimit, columns, () => flow(spans, bandOf, statuses, at, firstDay));
  report('status-spans', n, spansLimit, columns, () => [statusSpans(columns), leadTimes(columns.created, columns.resolved, at)]);
  const group = Uint16Array.from({ length: n }, (_, issue) => issue % 4);
  report('aging', n, agingLimit, columns, () => aging({ ...columns, inStatusSince: columns.created, group, groups: 4 }, at));
  const { times, hasEnded } = lasted(columns);
  report('survival', n, null, columns, () => survival(times, hasEnded));
  if (n !== 10_000) continue;
  const drawn = flow(spans, bandOf, statuses, at, firstDay);
  report('flow-one-event', n, 0.1, columns, () => moveInFlow(drawn, start, 0, 1), 1_000);
}
