import { columnValueAt, spansOf } from '../defects';
import { endedDefects, historyColumnsOf, reportedAfterRelease, statusCategories } from '../defects/shell';
import { stageOf } from '../environments';
import { between, minute, plus } from '../kernel/instant';
import type { Instant } from '../kernel/instant';
import { toSeverity } from '../kernel/severity';
import { earlyInputs, earlyMoment, inputsOf, newestFormula, termNames } from '../scoring';
import type { ScoreInputs, ScoringPolicy } from '../scoring';
import { scoresOf } from '../scoring/shell';
import type { Settings } from '../settings';
import { readSettings } from '../settings/shell';
import { seenDays } from '../triage/shell';
import { factsToScore } from './rescore';

/** More than these say no more about a correlation; the newest count. */
const mostPast = 10_000;
const hour = 60 * minute;

/** Values of each term, in ten-thousandths, one for each defect. */
type Columns = number[][];

interface ScoreColumns {
  readonly open: { readonly ids: string[]; readonly values: Columns };
  readonly past: { readonly values: Columns; readonly escaped: number[]; readonly reopened: number[]; readonly hours: number[] };
}

/**
 * What the scores of a project's open defects are made of, and those of its done ones as they were known early, with what became of
 * them. Null where the settings are damaged.
 */
export async function scoreColumns(projectId: string, policy: ScoringPolicy, now: Instant): Promise<ScoreColumns | null> {
  const stored = await readSettings();
  if (stored.kind !== 'ok') return null;
  const settings = { ...stored.settings, scoring: policy };
  const { defects, seen, behaviours, surroundings } = await factsToScore(projectId, null, settings, now);
  const inputs = defects.map((defect) => {
    const cells = new Map([...(behaviours.get(defect.id) ?? [])].map(([stage, { state }]) => [stage, state]));
    return { of: inputsOf(defect, seen.get(defect.id) ?? [], cells, surroundings), at: now };
  });
  return {
    open: { ids: defects.map(({ id }) => id), values: columnsOf(inputs, policy) },
    past: await pastColumns(projectId, settings),
  };
}

function columnsOf(inputs: readonly { readonly of: ScoreInputs; readonly at: Instant }[], policy: ScoringPolicy): Columns {
  const scores = inputs.map(({ of, at }) => newestFormula.score(of, policy, at));
  return termNames.map((_, n) => scores.map(({ terms }) => Math.round((terms[n]?.value ?? 0) * 10_000)));
}

async function pastColumns(projectId: string, settings: Settings): Promise<ScoreColumns['past']> {
  const ended = (await endedDefects(projectId)).sort((a, b) => (a.createdAt > b.createdAt ? -1 : 1)).slice(0, mostPast);
  const oldest = ended.at(-1)?.createdAt;
  if (oldest === undefined) return { values: termNames.map(() => []), escaped: [], reopened: [], hours: [] };
  const [history, categories, late, kept, seen] = await Promise.all([
    historyColumnsOf(projectId),
    statusCategories(),
    reportedAfterRelease(projectId),
    scoresOf(ended.map(({ id }) => id)),
    seenDays(projectId, null, plus(oldest, 0)),
  ]);
  const places = new Map(history.ids.map((id, n) => [id, n]));
  const inputs = ended.map(({ id, createdAt }) => {
    const at = earlyMoment(createdAt);
    const place = places.get(id);
    const severity = place === undefined ? null : toSeverity(columnValueAt(history.severity, place, Date.parse(at)));
    const early = { kept: kept.get(id)?.early ?? null, createdAt, severity, seen: seen.get(id) ?? [] };
    return { of: earlyInputs({ ...early, targets: settings.slaTargetDays }), at };
  });
  const last = settings.stages.at(-1);
  return {
    values: columnsOf(inputs, settings.scoring),
    escaped: ended.map(({ id, detectedIn }) =>
      late.has(id) || (detectedIn !== null && stageOf(detectedIn, settings.stages)?.key === last?.key) ? 1 : 0,
    ),
    reopened: ended.map(({ id }) => {
      const place = places.get(id);
      return place === undefined ? 0 : timesReopened(spansOf(history.status, place), categories);
    }),
    hours: ended.map(({ createdAt, endedAt }) => Math.max(0, Math.round(between(createdAt, endedAt) / hour))),
  };
}

/** How often a status of the category Done was left. */
function timesReopened(spans: readonly { readonly value: string | null }[], categories: ReadonlyMap<string, string>): number {
  const done = spans.map(({ value }) => categories.get(value ?? '') === 'done');
  return done.filter((isDone, n) => !isDone && done[n - 1] === true).length;
}
