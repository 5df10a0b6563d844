import { settingsSchema, type Settings, type SettingsProblem } from '../../../../src/contracts/settings';
import type { StageSummary } from '../../../../src/contracts/screen';

/** Edits of the settings document: each takes one and gives the next. */
export type Edit = (settings: Settings) => Settings;

export function setMode(projectId: string, stage: string, mode: StageSummary['mode']): Edit {
  return (settings) => ({
    ...settings,
    projects: { ...settings.projects, [projectId]: { ...settings.projects[projectId], [stage]: mode } },
  });
}

/** The item at a place with some of it changed. */
export function replaced<Item>(items: readonly Item[], at: number, change: Partial<Item>): Item[] {
  return items.map((item, index) => (index === at ? { ...item, ...change } : item));
}

export function without<Item>(items: readonly Item[], at: number): Item[] {
  return items.filter((_, index) => index !== at);
}

export const setTarget =
  (severity: keyof Settings['slaTargetDays'], days: number | null): Edit =>
  (settings) => ({
    ...settings,
    slaTargetDays: { ...settings.slaTargetDays, [severity]: days },
  });

export const setPointsPerHour =
  (pointsPerHour: number): Edit =>
  (settings) => ({ ...settings, reading: { ...settings.reading, pointsPerHour } });

/** @param kept which records @param days how long they are kept */
export const setRetention =
  (kept: keyof Settings['retention'], days: number): Edit =>
  (settings) => ({ ...settings, retention: { ...settings.retention, [kept]: days } });

type Stage = Settings['stages'][number];
export const changeStage =
  (at: number, change: Partial<Stage>): Edit =>
  (settings) => ({
    ...settings,
    stages: replaced(settings.stages, at, change),
  });

/** Rows of a stage that is gone would count for nothing, so they go with it. */
export const removeStage =
  (at: number): Edit =>
  (settings) => {
    const key = settings.stages[at]?.key;
    return {
      ...settings,
      stages: without(settings.stages, at),
      gates: {
        ...settings.gates,
        rows: settings.gates.rows.filter(({ stage }) => stage !== key),
        byProject: withoutStage(settings, key),
      },
    };
  };

function withoutStage({ gates }: Settings, key: string | undefined): Settings['gates']['byProject'] {
  return Object.fromEntries(
    Object.entries(gates.byProject).map(([id, own]) => [id, { ...own, rows: own.rows.filter(({ stage }) => stage !== key) }]),
  );
}

/** The item at a place changes with its neighbour; at the ends everything stays. @param by -1 earlier, 1 later */
export function moved<Item>(items: readonly Item[], at: number, by: -1 | 1): Item[] {
  const item = items[at];
  const other = items[at + by];
  if (item === undefined || other === undefined) return [...items];
  return items.map((one, index) => (index === at ? other : index === at + by ? item : one));
}

/** @param by -1 earlier in promotion order, 1 later */
export const moveStage =
  (at: number, by: -1 | 1): Edit =>
  (settings) => ({ ...settings, stages: moved(settings.stages, at, by) });

/** `Pre-production (EU)` becomes `pre-production-eu`; a number keeps it apart from the others. */
export function stageKey(name: string, taken: readonly string[]): string {
  const words = name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^[^a-z]+|-+$/g, '')
    .slice(0, 26);
  const base = words === '' ? 'stage' : words;
  for (let number = 1; ; number += 1) {
    const key = number === 1 ? base : `${base}-${number}`;
    if (!taken.includes(key)) return key;
  }
}

export interface Reason {
  readonly key: string;
  readonly name: string;
}
/** One more class of reasons; its key is made of its name and stays. */
export function withReason(reasons: readonly Reason[], name: string): Reason[] {
  const taken = reasons.map(({ key }) => key);
  return [...reasons, { key: stageKey(name, taken), name }];
}

export const addStage =
  (name: string): Edit =>
  (settings) => ({
    ...settings,
    stages: [
      ...settings.stages,
      {
        key: stageKey(
          name,
          settings.stages.map(({ key }) => key),
        ),
        name,
        gated: true,
        environments: [],
      },
    ],
  });

export const changeFailures =
  (change: Partial<Settings['failures']>): Edit =>
  (settings) => ({ ...settings, failures: { ...settings.failures, ...change } });

export const changeNotifications =
  (notifications: Settings['notifications']): Edit =>
  (settings) => ({ ...settings, notifications });

export const changeCommits =
  (change: Partial<Settings['commits']>): Edit =>
  (settings) => ({ ...settings, commits: { ...settings.commits, ...change } });

type NameList = 'defectTypes' | 'releaseTypes' | 'tiers';
export const setNames =
  (list: NameList, names: string[]): Edit =>
  (settings) => ({ ...settings, [list]: names });

/** What cannot stand, by path; the back end checks the same again and more. */
export function problemsOf(settings: Settings): SettingsProblem[] {
  const read = settingsSchema.safeParse(settings);
  if (read.success) return [];
  // An emptied number field is no number, for which the parser has no words of its own.
  return read.error.issues.map(({ path, code, message }) => ({
    path: path.join('.'),
    message: code === 'invalid_type' ? 'Use a whole number.' : message,
  }));
}
