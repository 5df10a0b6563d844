import type { Severity } from '../kernel/severity';
import { checkKey } from './checks';
import type { EvidenceForm } from './checks';

/** A stage in promotion order, as the settings name it. */
export interface Stage {
  readonly key: string;
  readonly name: string;
}

/** What becomes of a gate whose row is not met: it is held, or it stays open and says so. */
export const breaches = ['holds', 'warns'] as const;
export type Breach = (typeof breaches)[number];

interface Row {
  readonly stage: string;
  readonly breach: Breach;
}

/** A row that counts defects. */
interface CountedRow extends Row {
  readonly most: number;
  /** Once there were more than `most`, it holds until there are at most so many, so that it does not flap; null: until `most`. */
  readonly releaseAt: number | null;
}

/** Most open defects of a severity and a customer tier (`any` for all) that a stage lets in. */
export interface OpenDefectsRow extends CountedRow {
  readonly rule: 'open-defects';
  readonly severity: Severity;
  readonly tier: string;
}

/** Most open defects past the resolution target of their severity (`any` for all severities together). */
export interface SlaBreachedRow extends CountedRow {
  readonly rule: 'sla-breached';
  readonly severity: Severity | 'any';
}

/** Most open defects whose severity is missing or unreadable. They count as S1 everywhere else. */
export interface MissingSeverityRow extends CountedRow {
  readonly rule: 'missing-severity';
}

/** Most open defects that score more than a ceiling. */
export interface ScoreCeilingRow extends CountedRow {
  readonly rule: 'score-ceiling';
  /** 0 to 100. */
  readonly ceiling: number;
}

/** Most open defects that are older than most closed ones of their severity took (`any` for all severities together). */
export interface AgingRow extends CountedRow {
  readonly rule: 'aging';
  readonly severity: Severity | 'any';
  /** Of 100 closed ones, so many took no longer than the age that is allowed. */
  readonly percentile: 50 | 85 | 95;
}

/** The most that may have escaped from the release before, unless the analysis of its causes is approved. */
export interface EscapeRateRow extends Row {
  readonly rule: 'escape-rate';
  /** Percent, 0 to 100. */
  readonly atMost: number;
  /** Days after a release in which what is found counts. */
  readonly windowDays: 30 | 90;
}

/** Every deferral that keeps a defect out of the count must be in order. */
export interface DeferralsValidRow extends Row {
  readonly rule: 'deferrals-valid';
  /** One that is over in so many days counts as over; 0 asks for no days to spare. */
  readonly daysLeft: number;
}

/** Most defects that came into the release after its freeze. */
export interface FreezeViolationsRow extends CountedRow {
  readonly rule: 'freeze-violations';
  /** Severities that may still come in; null for those that the freeze itself admits. A defect without one may not. */
  readonly admits: readonly Severity[] | null;
}

/** At most so many more open defects than the release before had as long before it was shipped. */
export interface NoWorseThanLastRow extends Row {
  readonly rule: 'no-worse-than-last';
  readonly severity: Severity | 'any';
  readonly byHowMany: number;
}

/** No open defect that was granted to be a blocker of the release. */
export interface BlockersNominatedRow extends Row {
  readonly rule: 'blockers-nominated';
  /** What a nomination counts as while nobody has decided. */
  readonly undecided: 'holds' | 'passes';
}

/** Most defects of the release that are done and not verified in the stage before. */
export interface UnverifiedFixesRow extends CountedRow {
  readonly rule: 'unverified-fixes';
}

/** Nothing of the release may have changed since it ran green in the stage before. */
export interface ChangeSinceRow extends Row {
  readonly rule: 'change-since';
}

/** The release must have stood in the stage before. */
export interface PromotionOrderRow extends Row {
  readonly rule: 'promotion-order';
}

/** A release goes to the stage only together with the others of its trains. */
export interface TrainMembersRow extends Row {
  readonly rule: 'train-members';
}

/** How long the release must have stood in the stage before without a new S1 or S2. */
export interface SoakTimeRow extends Row {
  readonly rule: 'soak-time';
  readonly hours: number;
}

/** What must hold so that a release can be taken back from the stage. */
export type RollbackItem = 'target' | 'returning' | 'migrations' | 'dependants';

export interface RollbackReadinessRow extends Row {
  readonly rule: 'rollback-readiness';
  readonly items: readonly RollbackItem[];
  /** Most defects that may come back. */
  readonly mostReturning: number;
  /** What would be put back was deployed no longer ago, in days. */
  readonly targetDays: number;
}

/** Something that nobody can compute: people of a role confirm it, with evidence, for each build anew. */
export interface ManualCheckRow extends Row {
  readonly rule: 'manual-check';
  /** What is asked, in words: "Support team briefed". A stage has one of a name. */
  readonly name: string;
  /** Name of the project role in Jira whose members confirm it. */
  readonly role: string;
  readonly evidence: EvidenceForm;
  /** For so many hours a confirmation is good; null: as long as the builds are the same. */
  readonly hours: number | null;
}

/** One line of a gate's policy: a rule with its limits, for one stage. */
export type GateRow =
  | OpenDefectsRow
  | SlaBreachedRow
  | MissingSeverityRow
  | ScoreCeilingRow
  | AgingRow
  | EscapeRateRow
  | DeferralsValidRow
  | FreezeViolationsRow
  | NoWorseThanLastRow
  | BlockersNominatedRow
  | UnverifiedFixesRow
  | ChangeSinceRow
  | PromotionOrderRow
  | SoakTimeRow
  | RollbackReadinessRow
  | ManualCheckRow
  | TrainMembersRow;
export type RuleName = GateRow['rule'];
export type RowOf<Name extends RuleName> = Extract<GateRow, { readonly rule: Name }>;

/** Kinds of evidence that pipelines tell: where they fall silent, it grows old. */
export const toldKinds = ['builds', 'runs', 'commits', 'deployments'] as const;
export type ToldKind = (typeof toldKinds)[number];

/** What a release must meet to enter its stages. */
export interface GatePolicy {
  readonly rows: readonly GateRow[];
  /** Calendar days from creation; null sets no target for that severity. */
  readonly slaTargetDays: Readonly<Record<Severity, number | null>>;
  /** Customer tiers that exist. A defect of another tier, or of none, is counted in the strictest row. */
  readonly tiers: readonly string[];
  /** All of them in promotion order, with a gate or without. */
  readonly stages: readonly Stage[];
  /** How old the newest fact of a kind may be, in hours; kinds that are left out may be of any age. */
  readonly freshHours: Readonly<Partial<Record<ToldKind, number>>>;
  /** Keys of the rows that only this project has; left out where it has none of its own, and leaves none out. */
  readonly own?: readonly string[];
}

/** What makes a row the one that it is, apart from its limits: of two with the same key one would be superfluous. */
export function rowKey(row: GateRow): string {
  const { stage, rule } = row;
  return JSON.stringify([
    ...[stage, rule],
    ...('severity' in row ? [row.severity] : []),
    ...('tier' in row ? [row.tier] : []),
    ...('percentile' in row ? [row.percentile] : []),
    ...('windowDays' in row ? [row.windowDays] : []),
    ...('name' in row ? [checkKey(row.name)] : []),
  ]);
}

const onStageBefore: readonly RuleName[] = ['unverified-fixes', 'change-since', 'promotion-order', 'soak-time'];

/** Whether a rule asks what happened in the stage before: a row of it says nothing of the first stage. */
export function restsOnStageBefore(rule: RuleName): boolean {
  return onStageBefore.includes(rule);
}

/** The rows of one rule. */
export function rowsOf<Name extends RuleName>(rows: readonly GateRow[], name: Name): RowOf<Name>[] {
  return rows.filter((row): row is RowOf<Name> => row.rule === name);
}
