import type { CommitRules, MaskingSettings } from '../environments';
import type { FreezePolicy, GatePolicy, OverridePolicy, StopLinePolicy, TransitionMap } from '../gates';
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
  readonly gates: Pick<GatePolicy, 'rows' | 'freshHours'> & {
    readonly overrides: OverridePolicy;
    readonly freezes: FreezePolicy;
    readonly stopTheLine: StopLinePolicy;
  };
  readonly slaTargetDays: Readonly<Record<Severity, number | null>>;
  /** Points of Jira's budget an hour for reading whole projects. */
  readonly reading: { readonly pointsPerHour: number };
  /** In days. */
  readonly retention: { readonly accessDays: number; readonly sightingDays: number };
  readonly failures: FailurePolicy;
  readonly scoring: ScoringPolicy;
  readonly triage: ClockPolicy;
  /** From which day on nothing but repairs goes into a release, by the id of its version. */
  readonly forecast: { readonly freezes: Readonly<Record<string, { readonly day: string; readonly note: string }>> };
  /** By the id of a project: of a release in percent, what is kept for defects, and what sizes are counted in. */
  readonly scope: {
    readonly projects: Readonly<
      Record<string, { readonly defectShare: number; readonly unit: 'auto' | 'issues' | 'points' | 'hours' }>
    >;
  };
  readonly masking: MaskingSettings;
  readonly commits: CommitRules;
  readonly deferrals: DeferralPolicy;
  readonly ownership: OwnershipSettings;
  readonly transitionMap: TransitionMap;
  /** Projects, by id, in which a release past its gate is taken back in Jira. */
  readonly breaches: { readonly takeBack: readonly string[] };
  readonly notifications: NotificationRules;
}

/** What releases must meet. */
export function gatePolicyOf({ gates, slaTargetDays, tiers, stages }: Settings): GatePolicy {
  const { rows, freshHours } = gates;
  return { rows, slaTargetDays, tiers, freshHours, stages: stages.map(({ key, name }) => ({ key, name })) };
}

/** What a gate does in a project; `observe` where nothing is said. */
export function modeOf(settings: Settings, projectId: string, stageKey: string): GateMode {
  return settings.projects[projectId]?.[stageKey] ?? 'observe';
}

/** Stages with a gate, in promotion order. */
export function gatedStages(settings: Settings): readonly { readonly key: string; readonly name: string }[] {
  return settings.stages.filter((stage) => stage.gated).map(({ key, name }) => ({ key, name }));
}
