import type { BridgeView } from '../../../src/contracts/bridge';
import type { ConditionView, DefectRow, ReadinessView, StageReadiness } from '../../../src/contracts/readiness';
import type { StageSummary, StoreState } from '../../../src/contracts/screen';
import { sampleDefects } from './sample-defects';
import { sampleChecklist } from './sample-checklist';
import { sampleLookBack } from './sample-look-back';

const minuteMs = 60_000;
const dayMs = 86_400_000;
const project = { id: '10000', key: 'SHOP', name: 'Web shop' };

/** What the address of the page asks for, e.g. `?defects=600&mode=observe&store=stale`. */
export interface Scenario {
  readonly defects: number;
  readonly mode: StageSummary['mode'];
  readonly store: 'ready' | 'stale' | 'reading' | 'failed' | 'silent' | 'empty';
}

/** A project that is being read, as half an hour after it began. */
export function sampleReading(now: string): Extract<StoreState, { kind: 'reading' }> {
  const [since, expectedEnd] = [-30, 85].map((minutes) => new Date(Date.parse(now) + minutes * minuteMs).toISOString());
  return {
    ...{ kind: 'reading', done: 1240, total: 4812, since: since ?? now, points: 2610 },
    ...{ paused: false, waitUntil: null, expectedEnd: expectedEnd ?? null },
  };
}

function storeState({ store }: Scenario, now: string): StoreState {
  if (store === 'reading') return sampleReading(now);
  if (store === 'failed')
    return { kind: 'failed', message: 'Jira refused the search. An admin must let Holdpoint browse the project.', at: now };
  return { kind: 'ready', upTo: new Date(Date.parse(now) - 42_000).toISOString() };
}

function version(id: string, name: string, daysLeft: number | null, now: string) {
  const releaseDate = daysLeft === null ? null : new Date(Date.parse(now) + daysLeft * dayMs).toISOString().slice(0, 10);
  return { id, name, startDate: null, releaseDate, released: false };
}

function summary(scenario: Scenario, now: string, key: string, state: StageSummary['state'], sentence: string): StageSummary {
  const age = scenario.store === 'stale' ? 40 : 3;
  const at = new Date(Date.parse(now) - age * minuteMs).toISOString();
  const until = new Date(Date.parse(at) + 15 * minuteMs).toISOString();
  const unread = scenario.store === 'reading' || scenario.store === 'failed';
  return {
    stage: { key, name: key === 'staging' ? 'Staging' : 'Production' },
    mode: scenario.mode,
    state: unread ? 'unknown' : state,
    sentence: unread ? 'Holdpoint has not read this project yet, so nothing is known of this release.' : sentence,
    at: unread ? null : at,
    until: unread ? null : until,
    staleSince: scenario.store === 'stale' ? until : null,
  };
}

export function sampleReleases(scenario: Scenario, now: string): BridgeView<'releases'> {
  const held = summary(
    scenario,
    now,
    'production',
    scenario.defects > 0 ? 'held' : 'open',
    productionSentence('4.2.0', scenario.defects),
  );
  const open = (key: string, name: string) =>
    summary(scenario, now, key, 'open', `${name} may enter ${key}: every condition is met.`);
  const releases = [
    {
      version: version('10004', '5.0.0', null, now),
      stages: [
        open('staging', '5.0.0'),
        summary(
          scenario,
          now,
          'production',
          'unknown',
          'The defects of 5.0.0 could not be counted: the severity field is missing from this project.',
        ),
      ],
      defects: { toDo: 0, inProgress: 0, done: 0 },
      daysLeft: null,
    },
    {
      version: version('10002', '4.2.0', 5, now),
      stages: [open('staging', '4.2.0'), held],
      defects: { toDo: 12, inProgress: 5, done: 43 },
      daysLeft: 5,
    },
    {
      version: version('10001', '4.1.3 hotfix', -2, now),
      stages: [open('staging', '4.1.3'), open('production', '4.1.3')],
      defects: { toDo: 1, inProgress: 0, done: 9 },
      daysLeft: -2,
    },
  ];
  return {
    now,
    project,
    store: storeState(scenario, now),
    keptFresh: scenario.mode === 'enforce',
    releases: scenario.store === 'empty' ? [] : releases,
    lookBack: scenario.store === 'empty' || scenario.store === 'reading' ? null : sampleLookBack(now),
    revision: 'r1',
  };
}

function productionSentence(name: string, defects: number): string {
  return defects === 0
    ? `${name} may enter production: every condition is met.`
    : `${name} may not enter production: ${Math.ceil(defects / 4)} open S1 defects, 0 allowed.`;
}

function condition(id: string, title: string, counted: readonly DefectRow[], limit: number, definition: string): ConditionView {
  return {
    ...{
      id,
      rule: id.split(':')[0] ?? id,
      breach: 'holds',
      unit: 'defects',
      atLeast: false,
      reason: '',
      title,
      definition,
      value: counted.length + (counted.length > 3 ? 2 : 0),
      limit,
      hidden: counted.length > 3 ? 2 : 0,
    },
    state: counted.length > limit ? 'breached' : 'met',
    defectIds: counted.map((defect) => defect.id),
    jql: `project = SHOP AND fixVersion = "4.2.0" AND statusCategory != Done`,
  };
}

function stages(scenario: Scenario, now: string, defects: readonly DefectRow[]): StageReadiness[] {
  const worst = defects.filter(({ severity }) => severity === 'S1' || severity === null);
  const second = defects.filter(({ severity }) => severity === 'S2');
  const overdue = defects.filter((defect) => defect.overdue && defect.severity === 'S1');
  const counts =
    'Open defects whose fix version is this release. A defect without a severity counts as S1, one without customers as the strictest row.';
  const common = [
    condition('open-defects:S2:any', 'Open S2 defects', second, 2, counts),
    condition(
      'open-defects:S3:enterprise',
      'Open S3 defects of enterprise customers',
      defects.filter(({ severity, tier }) => severity === 'S3' && tier === 'enterprise'),
      400,
      counts,
    ),
    condition(
      'sla-breached:S1',
      'S1 defects past their resolution target',
      overdue,
      0,
      'Open S1 defects older than 14 calendar days.',
    ),
  ];
  const blocked = defects.length > 0;
  const ledger = { seq: 42, hash: '3fa9c1d27b60e8845cdf1a2b3c4d5e6f708192a3b4c5d6e7f8091a2b3c4d5e6f' };
  const ids = [...worst, ...second.slice(2), ...overdue].map(({ id }) => id);
  const unblockIds = [...new Set(ids)];
  const sentence =
    unblockIds.length === 1
      ? 'Close or re-plan this defect and production opens.'
      : `Close or re-plan these ${unblockIds.length} of ${defects.length} defects and production opens.`;
  return [
    {
      ...summary(scenario, now, 'staging', 'open', '4.2.0 may enter staging: every condition is met.'),
      conditions: [condition('open-defects:S1:any', 'Open S1 defects', worst, 500, counts)],
      unblock: null,
      ledger,
    },
    {
      ...summary(scenario, now, 'production', blocked ? 'held' : 'open', productionSentence('4.2.0', defects.length)),
      conditions: [
        condition('open-defects:S1:any', 'Open S1 defects', worst, 0, counts),
        ...common,
        ...sampleChecklist(defects.length),
      ],
      unblock:
        blocked && scenario.store === 'ready'
          ? { sentence, defectIds: unblockIds, hidden: defects.length > 20 ? 2 : 0, smallest: defects.length < 100 }
          : null,
      ledger: { ...ledger, seq: 43 },
    },
  ];
}

function trend(defects: readonly DefectRow[], now: string): ReadinessView['trend'] {
  const days = Array.from({ length: 42 }, (_, at) => new Date(Date.parse(now) - (41 - at) * dayMs).toISOString().slice(0, 10));
  const series = (['S1', 'S2', 'S3', 'S4', 'none'] as const).map((severity) => {
    const rows = defects.filter((defect) => (defect.severity ?? 'none') === severity);
    const closed = (at: number): number => Math.round((rows.length / 3) * Math.abs(Math.sin(at / 9)));
    return {
      severity,
      counts: days.map((day, at) => rows.filter(({ openedAt }) => openedAt.slice(0, 10) <= day).length + closed(at)),
    };
  });
  const open = days.map((_, at) => series.reduce((sum, { counts }) => sum + (counts[at] ?? 0), 0));
  return { days, series, late: open.map((count) => Math.round(count / 4)), done: days.map((_, at) => at) };
}

export function sampleReadiness(scenario: Scenario, now: string): BridgeView<'readiness'> {
  const defects = sampleDefects(scenario.defects, now);
  return {
    ...{ now, project, store: storeState(scenario, now), keptFresh: scenario.mode === 'enforce', daysLeft: 5, revision: 'r1' },
    version: version('10002', '4.2.0', 5, now),
    stages: stages(scenario, now, defects),
    defects,
    hidden: scenario.defects > 20 ? 2 : 0,
    progress: { toDo: Math.ceil(defects.length * 0.7), inProgress: Math.floor(defects.length * 0.3), done: 43 },
    trend: trend(defects, now),
    tickets: [{ key: 'SHOP-198', status: 'In staging' }],
  };
}
