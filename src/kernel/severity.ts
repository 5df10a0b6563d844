/** How bad a defect is, worst first: S1 blocker, S2 critical, S3 major, S4 minor. */
export const severities = ['S1', 'S2', 'S3', 'S4'] as const;
export type Severity = (typeof severities)[number];

/** Reads a severity as people and other tools write it; null for anything else, which counts as missing. */
export function toSeverity(value: unknown): Severity | null {
  const text = typeof value === 'string' ? value.trim().toUpperCase() : '';
  return severities.find((severity) => severity === text) ?? null;
}
