import { ascending, percentile } from '../../src/analytics';
import type { Analysis } from './analysis';

/** How long resolved issues took, in whole minutes. */
export interface LeadTimeSummary {
  /** Null for issues without one. */
  readonly severity: string | null;
  /** How many are resolved. */
  readonly n: number;
  readonly p50Minutes: number | null;
  readonly p85Minutes: number | null;
  readonly p95Minutes: number | null;
}

/** A summary for each severity, and one for all. */
export function summaries({ issues, leadTimes }: Pick<Analysis, 'issues' | 'leadTimes'>): {
  readonly all: Omit<LeadTimeSummary, 'severity'>;
  readonly bySeverity: readonly LeadTimeSummary[];
} {
  const groups = issues.severities.map((): number[] => []);
  for (const [issue, minutes] of leadTimes.entries())
    if (!Number.isNaN(minutes)) groups[issues.severity[issue] ?? 0]?.push(minutes);
  return {
    all: summary(groups.flat()),
    bySeverity: groups.map((times, group) => ({ severity: issues.severities[group] ?? null, ...summary(times) })),
  };
}

function summary(times: readonly number[]) {
  const sorted = ascending(times);
  const at = (share: number) => percentile(sorted, share);
  return { n: times.length, p50Minutes: at(0.5), p85Minutes: at(0.85), p95Minutes: at(0.95) };
}
