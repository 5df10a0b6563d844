import type { Severity } from '../kernel/severity';

/** A stage in promotion order, as the settings name it. */
export interface Stage {
  readonly key: string;
  readonly name: string;
}

/** Most open defects of a severity and a customer tier (`any` for all) that a stage lets in. */
export interface OpenDefectsRow {
  readonly stage: string;
  readonly severity: Severity;
  readonly tier: string;
  readonly most: number;
}

/** Most open defects past the resolution target of their severity (`any` for all severities together). */
export interface SlaBreachedRow {
  readonly stage: string;
  readonly severity: Severity | 'any';
  readonly most: number;
}

/** What a release must meet to enter a stage. */
export interface GatePolicy {
  readonly openDefects: readonly OpenDefectsRow[];
  readonly slaBreached: readonly SlaBreachedRow[];
  /** Calendar days from creation; null sets no target for that severity. */
  readonly slaTargetDays: Readonly<Record<Severity, number | null>>;
  /** Customer tiers that exist. A defect of another tier, or of none, is counted in the strictest row. */
  readonly tiers: readonly string[];
}
