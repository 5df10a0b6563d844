import { ascending, logRank, medianTime, percentile } from '../../src/analytics';
import type { Lifetimes, MedianTime, Stamps } from '../../src/analytics';
import { anySeverity } from '../../src/contracts/analysis-page';
import type { AnalysisGroup, AnalysisTimes, IssueList } from '../../src/contracts/analysis-page';
import { mostChartDefects } from '../../src/contracts/chart-defects';
import type { RepairMeasure } from '../../src/contracts/repair';
import { day } from '../../src/kernel/instant';
import { severities } from '../../src/kernel/severity';
import type { Severity } from '../../src/kernel/severity';
import type { ProjectHistory } from '../../src/pages/charts/visible-history';
import { groupOf } from '../../src/pages/repair/view-model';
import { chanceWords, few, measureWords, medianWords } from '../../src/pages/repair/words';

export interface TimesFacts {
  readonly history: ProjectHistory;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** What the export calls S1 to S4. */
  readonly names: ReadonlyMap<Severity, string>;
  /** Whether the export tells when an issue first moved. */
  readonly hasMoves: boolean;
  readonly project: AnalysisTimes['project'];
}

const groupKeys = [anySeverity, ...severities, 'none'] as const;
const significant = 0.05;

/** How long issues take from their creation to their end, all of them and by severity. */
export function timesView(
  facts: TimesFacts,
  choice: { readonly one: AnalysisGroup; readonly other: AnalysisGroup },
): AnalysisTimes {
  const { history, at, names, project } = facts;
  const keys = groupKeys.filter((key) => key === anySeverity || history.rows.some((row) => (row.severity ?? 'none') === key));
  const known = (key: AnalysisGroup) => (keys.includes(key) ? key : anySeverity);
  const [one, other] = [known(choice.one), known(choice.other)];
  const pair = [...new Set([one, other])];
  const all = lifetimesOf(facts, anySeverity);
  return {
    ...{ project, at: new Date(at).toISOString(), sentence: sentenceOf(medianTime(all.times, all.hasEnded)) },
    groups: keys.map((key) => ({ key, name: groupName(key, names), ...timesOf(facts, key) })),
    ...{ one, other, comparison: one === other ? null : compared(facts, one, other) },
    curves: pair.map((key) => {
      const stamped = history.rows.flatMap((row, n) =>
        isIn(row.severity, key) ? [{ kind: 'defect' as const, row, stamps: stampsAt(facts, n) }] : [],
      );
      return groupOf({ key, name: groupName(key, names) }, stamped, at);
    }),
  };
}

/** The issues of a group, those that took longest first. */
export function timesIssues({ history, at }: TimesFacts, key: AnalysisGroup, part: 'resolved' | 'open'): IssueList {
  const found = history.rows.flatMap(({ id, severity }, n) => {
    const { took, hasEnded } = lastingOf(history, n, at);
    return isIn(severity, key) && hasEnded === (part === 'resolved') ? [{ id, took }] : [];
  });
  found.sort((a, b) => b.took - a.took);
  return { ids: found.slice(0, mostChartDefects).map(({ id }) => id), total: found.length };
}

/** `S1, Highest`; `All issues` */
function groupName(key: AnalysisGroup, names: ReadonlyMap<Severity, string>): string {
  if (key === anySeverity) return 'All issues';
  if (key === 'none') return 'Not set';
  const name = names.get(key);
  return name === undefined || name === key ? key : `${key}, ${name}`;
}

function isIn(severity: Severity | null, key: AnalysisGroup): boolean {
  return key === anySeverity || (severity ?? 'none') === key;
}

function lastingOf({ created, ended }: ProjectHistory, n: number, at: number): { took: number; hasEnded: boolean } {
  const [born, end] = [created[n] ?? 0, ended[n] ?? NaN];
  const hasEnded = end <= at;
  return { took: Math.max(0, (hasEnded ? end : at) - born), hasEnded };
}

function lifetimesOf({ history, at }: TimesFacts, key: AnalysisGroup): Lifetimes {
  const all = history.rows.flatMap(({ severity }, n) => (isIn(severity, key) ? [lastingOf(history, n, at)] : []));
  return { times: Float64Array.from(all, ({ took }) => took), hasEnded: Uint8Array.from(all, (one) => Number(one.hasEnded)) };
}

/** When an issue first came to another status, or ended; NaN while neither is so. */
function firstMove({ status: { offsets, from }, ended }: ProjectHistory, n: number): number {
  const second = (offsets[n] ?? 0) + 1;
  const moved = second < (offsets[n + 1] ?? 0) ? (from[second] ?? NaN) : NaN;
  const end = ended[n] ?? NaN;
  return Number.isNaN(moved) || end < moved ? end : moved;
}

/** An export tells neither where a defect was detected nor what brought it in. */
function stampsAt({ history, hasMoves }: TimesFacts, n: number): Stamps {
  const detected = history.created[n] ?? 0;
  return {
    ...{ environment: null, introduced: NaN, contradicted: false, detected },
    acknowledged: hasMoves ? Math.max(detected, firstMove(history, n)) : null,
    resolved: Math.max(detected, history.ended[n] ?? NaN),
  };
}

function timesOf(facts: TimesFacts, key: AnalysisGroup): Omit<AnalysisTimes['groups'][number], 'key' | 'name'> {
  const { history, at, hasMoves } = facts;
  const lifetimes = lifetimesOf(facts, key);
  const resolved = ascending(lifetimes.times.filter((_, n) => lifetimes.hasEnded[n] === 1));
  const moves = history.rows.flatMap(({ severity }, n) => {
    const moved = firstMove(history, n);
    const [born, hasMoved] = [history.created[n] ?? 0, moved <= at];
    return hasMoves && isIn(severity, key) ? [{ took: Math.max(0, (hasMoved ? moved : at) - born), hasMoved }] : [];
  });
  const moved = medianTime(
    Float64Array.from(moves, ({ took }) => took),
    Uint8Array.from(moves, ({ hasMoved }) => Number(hasMoved)),
  );
  const count = lifetimes.times.length;
  return {
    count,
    repair: measure(medianTime(lifetimes.times, lifetimes.hasEnded), count, 'repaired', 'still open'),
    firstMove: measure(moved, count, 'taken up', 'not yet'),
    ...{ p85: inDays(percentile(resolved, 0.85)), p95: inDays(percentile(resolved, 0.95)) },
  };
}

function measure(measured: MedianTime, count: number, verb: string, open: string): RepairMeasure {
  const { median, lower, upper, ended, censored } = measured;
  return {
    ...{ median: inDays(median), lower: inDays(lower), upper: inDays(upper), ended, open: censored },
    ...{ unknown: count - ended - censored, words: measureWords(measured, verb, open) },
  };
}

function sentenceOf(measured: MedianTime): string {
  const { ended, censored } = measured;
  const median = medianWords(measured);
  const counts = `${figure(ended)} repaired, ${figure(censored)} still open`;
  const half = median === null ? 'Fewer than half are repaired so far' : `Half are repaired within ${median}`;
  return `${half}: ${counts}${ended < few ? '; with so few, read it with care' : ''}.`;
}

function compared(facts: TimesFacts, one: AnalysisGroup, other: AnalysisGroup): string | null {
  if (one === anySeverity || other === anySeverity) return null;
  const [first, second] = [lifetimesOf(facts, one), lifetimesOf(facts, other)];
  const [name, otherName] = [groupName(one, facts.names), groupName(other, facts.names)];
  const ended = Math.min(...[first, second].map(({ hasEnded }) => hasEnded.reduce((sum, n) => sum + n, 0)));
  const test = logRank(first, second);
  if (test === null || ended < few) return 'Too few are repaired to compare the two.';
  if (test.p >= significant)
    return `No difference between ${name} and ${otherName} can be shown: one like this would come by chance ${chanceWords(test.p)}.`;
  const [faster, slower] = test.observed > test.expected ? [name, otherName] : [otherName, name];
  return `${faster} is repaired faster than ${slower}; a difference like this would come by chance ${chanceWords(test.p)}.`;
}

function inDays(milliseconds: number | null): number | null {
  return milliseconds === null ? null : milliseconds / day;
}

const figure = (count: number) => count.toLocaleString('en');
