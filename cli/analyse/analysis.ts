import {
  aging,
  backlog,
  flow,
  leadTimes,
  medianTime,
  statusBands,
  statusSpans,
  timeInStatuses,
  workingTime,
} from '../../src/analytics';
import type { Aging, Backlog, Flow, MedianTime, StatusBands, StatusSpans } from '../../src/analytics';
import type { Calendar } from '../../src/governance/calendar';
import { ExportProblem } from '../../src/ingest/exports';
import type { CollectedIssues } from './collect';

/** All that `holdpoint analyse` computes; docs/metrics.md says what it means. */
export interface Analysis {
  readonly issues: CollectedIssues;
  /** Milliseconds since 1970: what came later is not known. */
  readonly at: number;
  readonly spans: StatusSpans;
  readonly bands: StatusBands;
  readonly statusTime: ReturnType<typeof timeInStatuses>;
  /** By issue, in minutes; NaN while unresolved. */
  readonly leadTimes: Float64Array;
  /** The same in working time; null where nobody asked for it. */
  readonly working: Working | null;
  readonly flow: Flow;
  readonly aging: Aging;
  /** By severity: milliseconds. */
  readonly repair: readonly MedianTime[];
  readonly backlog: Backlog;
}

/** Status times and lead times by the hours of a calendar. */
interface Working {
  readonly calendar: Calendar;
  readonly statusTime: Analysis['statusTime'];
  readonly leadTimes: Float64Array;
}

/** A flow of this many numbers is more than anybody draws; an export that asks for it has odd dates and thousands of statuses. */
const mostCounts = 50_000_000;
const dayLength = 86_400_000;

/**
 * @param at milliseconds since 1970; by default the latest moment in the export
 * @param calendar whose hours count as working time; null for calendar time alone
 * @throws ExportProblem where nothing is there to analyse
 */
export function analyse(issues: CollectedIssues, at: number = issues.latest, calendar: Calendar | null = null): Analysis {
  const { columns, severity, severities, categories } = issues;
  const { created, resolved } = columns;
  if (created.length === 0) throw new ExportProblem('It holds no issues that had been created by then.');
  const spans = statusSpans(columns);
  const bands = statusBands(columns, spans, (status) => categories.get(status) ?? null);
  const days = (at - created.reduce((first, moment) => Math.min(first, moment), at)) / dayLength;
  if (days * bands.names.length > mostCounts)
    throw new ExportProblem(`${bands.names.length} statuses over ${Math.ceil(days)} days are too many for a flow.`);
  const inStatusSince = sinceWhen(spans, at);
  return {
    ...{ issues, at, spans, bands },
    statusTime: timeInStatuses(spans, columns.statuses.length, at),
    leadTimes: leadTimes(created, resolved, at),
    working: calendar === null ? null : workingOf(issues, spans, at, calendar),
    flow: flow(spans, bands.bandOf, bands.names.length, at),
    aging: aging({ created, resolved, inStatusSince, group: severity, groups: severities.length }, at),
    repair: repairs(issues, at),
    backlog: backlog(created, resolved, at),
  };
}

function workingOf({ columns }: CollectedIssues, spans: StatusSpans, at: number, calendar: Calendar): Working {
  const lengthOf = workingTime(calendar);
  return {
    calendar,
    statusTime: timeInStatuses(spans, columns.statuses.length, at, lengthOf),
    leadTimes: leadTimes(columns.created, columns.resolved, at, lengthOf),
  };
}

/** By issue: when it came into the status that it has at a moment. */
function sinceWhen({ offsets, from }: StatusSpans, at: number): Float64Array {
  return Float64Array.from({ length: offsets.length - 1 }, (_, issue) => {
    const first = offsets[issue] ?? 0;
    let span = (offsets[issue + 1] ?? 0) - 1;
    while (span > first && (from[span] ?? 0) > at) span -= 1;
    return from[span] ?? at;
  });
}

/** By severity. */
function repairs({ columns: { created, resolved }, severity, severities }: CollectedIssues, at: number): MedianTime[] {
  const groups = severities.map((): { readonly times: number[]; readonly hasEnded: number[] } => ({ times: [], hasEnded: [] }));
  for (let issue = 0; issue < created.length; issue += 1) {
    const end = resolved[issue] ?? NaN;
    const group = groups[severity[issue] ?? 0];
    group?.times.push(Math.max(0, (end <= at ? end : at) - (created[issue] ?? 0)));
    group?.hasEnded.push(end <= at ? 1 : 0);
  }
  return groups.map(({ times, hasEnded }) => medianTime(Float64Array.from(times), Uint8Array.from(hasEnded)));
}
