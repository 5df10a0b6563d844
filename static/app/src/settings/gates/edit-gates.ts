import { anySeverity, anyTier, type GateRow } from '../../../../../src/contracts/gate-settings';
import type { Settings } from '../../../../../src/contracts/settings';
import { severities } from '../../shared/severity-names';
import { without, type Edit } from '../edit-settings';

/** What the editor of gates needs of the settings: those of all projects, or the gates of one. */
export interface GateDocument extends Pick<Settings, 'stages' | 'tiers'> {
  readonly gates: Pick<Settings['gates'], 'rows' | 'freezes'>;
}
export type GateEdit = <Document extends GateDocument>(document: Document) => Document;

export type RuleName = GateRow['rule'];
export type ToldKind = keyof Settings['gates']['freshHours'];

/** A row with its place among the rows of all rules and stages, by which it is changed. */
export interface PlacedRow {
  readonly row: GateRow;
  readonly at: number;
}

const percentiles = [85, 95, 50] as const;
const windows = [30, 90] as const;
/** What people are often asked before a release, to begin with; it can be anything. */
const firstChecks = [
  'Support team briefed',
  'Release notes reviewed',
  'Monitoring is ready',
  'Customers told',
  'Backup tried',
  ...Array.from({ length: 20 }, (_, n) => `Another check ${n + 1}`),
];
const asksStageBefore: readonly string[] = ['unverified-fixes', 'change-since', 'promotion-order', 'soak-time'];

function withRows(change: (rows: readonly GateRow[]) => GateRow[]): GateEdit {
  return (document) => ({ ...document, gates: { ...document.gates, rows: change(document.gates.rows) } });
}

/** @param at its place among the rows of all rules */
export function changeRow(at: number, row: GateRow): GateEdit {
  return withRows((rows) => rows.map((one, index) => (index === at ? row : one)));
}
export function removeRow(at: number): GateEdit {
  return withRows((rows) => without(rows, at));
}
/** It comes after all others. */
export function addRow(row: GateRow): GateEdit {
  return withRows((rows) => [...rows, row]);
}

/** The rows of one stage, in their order. */
export function rowsOfStage({ gates }: GateDocument, key: string): PlacedRow[] {
  return placed(gates.rows).filter(({ row }) => row.stage === key);
}

/** Rows of stages that have no gate, or are gone: they would be lost from sight. */
export function rowsWithoutGate({ gates, stages }: Settings): PlacedRow[] {
  const gated = stages.filter((stage) => stage.gated).map(({ key }) => key);
  return placed(gates.rows).filter(({ row }) => !gated.includes(row.stage));
}

function placed(rows: readonly GateRow[]): PlacedRow[] {
  return rows.map((row, at) => ({ row, at }));
}

/** A new row of a rule that the stage does not have yet, as strict as can be; or why there can be none, as a sentence. */
export function newRow(settings: GateDocument, stage: string, rule: RuleName): GateRow | string {
  const isFirst = settings.stages[0]?.key === stage;
  if (isFirst && asksStageBefore.includes(rule)) return 'There is no stage before this one.';
  const taken = settings.gates.rows.map(keyOf);
  const possible = candidates(settings, stage, rule);
  return possible.find((row) => !taken.includes(keyOf(row))) ?? (possible.length > 1 ? 'All of them are there.' : 'It is there.');
}

function candidates({ tiers }: GateDocument, stage: string, rule: RuleName): GateRow[] {
  const base = { stage, breach: 'holds' } as const;
  const counted = { ...base, most: 0, releaseAt: null };
  const severityOrAny = [anySeverity, ...severities] as const;
  switch (rule) {
    case 'open-defects':
      return [anyTier, ...tiers].flatMap((tier) => severities.map((severity) => ({ rule, ...counted, severity, tier })));
    case 'sla-breached':
      return severityOrAny.map((severity) => ({ rule, ...counted, severity }));
    case 'aging':
      return percentiles.flatMap((percentile) => severityOrAny.map((severity) => ({ rule, ...counted, severity, percentile })));
    case 'no-worse-than-last':
      return severityOrAny.map((severity) => ({ rule, ...base, severity, byHowMany: 0 }));
    case 'escape-rate':
      return windows.map((windowDays) => ({ rule, ...base, windowDays, atMost: 10 }));
    case 'score-ceiling':
      return [{ rule, ...counted, ceiling: 80 }];
    case 'freeze-violations':
      return [{ rule, ...counted, admits: null }];
    case 'deferrals-valid':
      return [{ rule, ...base, daysLeft: 0 }];
    case 'blockers-nominated':
      return [{ rule, ...base, undecided: 'passes' }];
    case 'soak-time':
      return [{ rule, ...base, hours: 24 }];
    case 'manual-check':
      return firstChecks.map((name) => ({ rule, ...base, name, role: 'Administrators', evidence: 'link', hours: null }));
    case 'rollback-readiness':
      return [{ rule, ...base, items: ['target', 'migrations'], mostReturning: 0, targetDays: 90 }];
    case 'missing-severity':
    case 'unverified-fixes':
      return [{ rule, ...counted }];
    case 'change-since':
    case 'promotion-order':
    case 'train-members':
      return [{ rule, ...base }];
    default:
      return [];
  }
}

/** Of two rows with the same key one would be superfluous; saving refuses it. */
export function keyOf(row: GateRow): string {
  return JSON.stringify([
    ...[row.stage, row.rule],
    'severity' in row ? row.severity : null,
    'tier' in row ? row.tier : null,
    'percentile' in row ? row.percentile : null,
    'windowDays' in row ? row.windowDays : null,
    'name' in row ? row.name.trim().replace(/\s+/g, ' ').toLowerCase() : null,
  ]);
}

/** @param hours NaN where facts of the kind may be of any age */
export function setFreshHours(kind: ToldKind, hours: number): Edit {
  return (settings) => {
    const others = Object.fromEntries(Object.entries(settings.gates.freshHours).filter(([one]) => one !== kind));
    const freshHours = Number.isNaN(hours) ? others : { ...others, [kind]: hours };
    return { ...settings, gates: { ...settings.gates, freshHours } };
  };
}

/** Takes rows of its own from one project. @param gone their places among those of the project */
export function takeOwnRowsOut(projectId: string, gone: readonly number[]): Edit {
  return (settings) => {
    const { byProject } = settings.gates;
    const own = byProject[projectId];
    if (own === undefined) return settings;
    const rows = own.rows.filter((_, at) => !gone.includes(at));
    return { ...settings, gates: { ...settings.gates, byProject: { ...byProject, [projectId]: { ...own, rows } } } };
  };
}

export function delegate(delegated: Settings['gates']['delegated']): Edit {
  return (settings) => ({ ...settings, gates: { ...settings.gates, delegated } });
}

export function changeFreezes(change: Partial<Settings['gates']['freezes']>): Edit {
  return (settings) => ({
    ...settings,
    gates: { ...settings.gates, freezes: { ...settings.gates.freezes, ...change } },
  });
}

export function changeOverrides(change: Partial<Settings['gates']['overrides']>): Edit {
  return (settings) => ({
    ...settings,
    gates: { ...settings.gates, overrides: { ...settings.gates.overrides, ...change } },
  });
}

export function changeStopTheLine(change: Partial<Settings['gates']['stopTheLine']>): Edit {
  return (settings) => ({
    ...settings,
    gates: { ...settings.gates, stopTheLine: { ...settings.gates.stopTheLine, ...change } },
  });
}
