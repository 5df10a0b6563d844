import type { AgingReference, AgingSeverity } from '../../../../src/contracts/aging';

/** What is closed of a severity: `closed S2 defects`. */
function closedOnes(severity: AgingSeverity): string {
  return severity === 'none' ? 'closed defects without a severity' : `closed ${severity} defects`;
}

/** `older than 81 of 100 closed S2 defects`; where too few are closed, that. @param rank of 100; null where too few are closed */
export function rankWords(rank: number | null, severity: AgingSeverity, than = 'older'): string {
  const closed = closedOnes(severity);
  if (rank === null) return `too few ${closed} to say whether that is long`;
  if (rank === 0) return `not yet ${than} than any of the ${closed}`;
  return rank === 100 ? `${than} than all ${closed}` : `${than} than ${rank} of 100 ${closed}`;
}

/** `12 days`, `1 day`, `less than a day`. @param days may be fractional */
export function daysWords(days: number): string {
  if (days < 1) return 'less than a day';
  const whole = Math.floor(days);
  return whole === 1 ? '1 day' : `${whole.toLocaleString('en')} days`;
}

/** How long closed ones took: `half of 57 closed took up to 12 days, 85 of 100 up to 41, 95 of 100 up to 60`. */
export function referenceWords({ p50, p85, p95, restsOn }: AgingReference): string {
  if (p50 === null || p85 === null || p95 === null) return `too few closed (${restsOn}) to say`;
  const whole = (days: number): string => Math.ceil(days).toLocaleString('en');
  return `half of ${restsOn.toLocaleString('en')} closed took up to ${whole(p50)} days, 85 of 100 up to ${whole(p85)}, 95 of 100 up to ${whole(p95)}`;
}
