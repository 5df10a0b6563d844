import type { CommitRules, MaskingSettings } from '../environments';
import type { Severity } from '../kernel/severity';
import type { GateMode } from '../kernel/verdict';
import type { NotificationRules } from '../notifications';
import type { ScoringPolicy } from '../scoring';
import type { ClockPolicy, DeferralPolicy, FailurePolicy, OwnershipSettings } from '../triage';

/** Every area's settings as one document, as the admin saves it (contracts/settings.ts is its parser). */
export interface Settings {
  readonly schema: 1;
  readonly defectTypes: readonly string[];
  readonly releaseTypes: readonly string[];
  readonly stages: readonly {
    readonly key: string;
    readonly name: string;
    readonly gated: boolean;
    /** What pipelines call it, beside its key. */
    readonly environments: readonly string[];
  }[];
  readonly tiers: readonly string[];
  readonly projects: Readonly<Record<string, Readonly<Record<string, GateMode>>>>;
  readonly openDefects: readonly {
    readonly stage: string;
    readonly severity: Severity;
    readonly tier: string;
    readonly most: number;
  }[];
  readonly slaTargetDays: Readonly<Record<Severity, number | null>>;
  readonly slaBreached: readonly { readonly stage: string; readonly severity: Severity | 'any'; readonly most: number }[];
  /** Points of Jira's budget an hour for reading whole projects. */
  readonly reading: { readonly pointsPerHour: number };
  /** In days. */
  readonly retention: { readonly accessDays: number; readonly sightingDays: number };
  readonly failures: FailurePolicy;
  readonly scoring: ScoringPolicy;
  readonly triage: ClockPolicy;
  /** From which day on nothing but repairs goes into a release, by the id of its version. */
  readonly forecast: { readonly freezes: Readonly<Record<string, { readonly day: string; readonly note: string }>> };
  readonly masking: MaskingSettings;
  readonly commits: CommitRules;
  readonly deferrals: DeferralPolicy;
  readonly ownership: OwnershipSettings;
  readonly notifications: NotificationRules;
}

/** What a gate does in a project; `observe` where nothing is said. */
export function modeOf(settings: Settings, projectId: string, stageKey: string): GateMode {
  return settings.projects[projectId]?.[stageKey] ?? 'observe';
}

/** Stages with a gate, in promotion order. */
export function gatedStages(settings: Settings): readonly { readonly key: string; readonly name: string }[] {
  return settings.stages.filter((stage) => stage.gated).map(({ key, name }) => ({ key, name }));
}
