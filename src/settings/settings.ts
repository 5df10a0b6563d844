import type { CommitRules, MaskingSettings } from '../environments';
import { ownGates, rowKey, rowsFor } from '../gates';
import type {
  Delegation,
  FreezePolicy,
  GatePolicy,
  GateRow,
  OverridePolicy,
  OwnGates,
  StopLinePolicy,
  TransitionMap,
} from '../gates';
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
    /** By the id of a project: how its gates differ from those of all projects. */
    readonly byProject: Readonly<Record<string, OwnGates>>;
    /** What people who administer a project may change of its gates. */
    readonly delegated: Delegation;
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

/** What releases of a project must meet. */
export function gatePolicyOf(settings: Settings, projectId: string): GatePolicy {
  const { gates, slaTargetDays, tiers, stages } = settings;
  const rows = rowsFor(gates.rows, gates.byProject[projectId]);
  return {
    ...{ rows: rows.map(({ row }) => row), slaTargetDays, tiers, freshHours: gates.freshHours },
    stages: stages.map(({ key, name }) => ({ key, name })),
    ...(gates.byProject[projectId] === undefined
      ? {}
      : { own: rows.flatMap(({ row, from }) => (from === 'project' ? [rowKey(row)] : [])) }),
  };
}

/** The rows that apply to a project: its own, and those of all projects that it has neither replaced nor left out. */
export function gateRowsOf({ gates }: Settings, projectId: string): GateRow[] {
  return rowsFor(gates.rows, gates.byProject[projectId]).map(({ row }) => row);
}

/** The settings as they are for one project: its rows stand where those of all projects do. */
export function forProject(settings: Settings, projectId: string): Settings {
  return { ...settings, gates: { ...settings.gates, rows: gateRowsOf(settings, projectId), byProject: {} } };
}

/** The settings with a project's gates as these rows, of which those that all projects have are none of its own. */
export function withGatesOf(settings: Settings, projectId: string, rows: readonly GateRow[]): Settings {
  const others = Object.fromEntries(Object.entries(settings.gates.byProject).filter(([id]) => id !== projectId));
  const own = ownGates(settings.gates.rows, rows);
  const isAsAll = own.rows.length === 0 && own.without.length === 0;
  return { ...settings, gates: { ...settings.gates, byProject: isAsAll ? others : { ...others, [projectId]: own } } };
}

/** Without what projects leave out that is not asked any more: otherwise they would leave it out again, unseen, when it is. */
export function tidied(settings: Settings): Settings {
  const keys = new Set(settings.gates.rows.map(rowKey));
  const byProject = Object.fromEntries(
    Object.entries(settings.gates.byProject).flatMap(([id, { rows, without }]) => {
      const own = { rows, without: without.filter((key) => keys.has(key)) };
      return own.rows.length + own.without.length === 0 ? [] : [[id, own]];
    }),
  );
  return { ...settings, gates: { ...settings.gates, byProject } };
}

/** What a gate does in a project; `observe` where nothing is said. */
export function modeOf(settings: Settings, projectId: string, stageKey: string): GateMode {
  return settings.projects[projectId]?.[stageKey] ?? 'observe';
}

/** Stages with a gate, in promotion order. */
export function gatedStages(settings: Settings): readonly { readonly key: string; readonly name: string }[] {
  return settings.stages.filter((stage) => stage.gated).map(({ key, name }) => ({ key, name }));
}
