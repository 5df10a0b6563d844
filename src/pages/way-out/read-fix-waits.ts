import { doneAmong } from '../../defects/shell';
import { fixWait, fixWaitsSince, stageOf } from '../../environments';
import { latestBehaviours, storedBehaviours, toldRuns } from '../../environments/shell';
import type { StoredBehaviours } from '../../environments/shell';
import { between, day, plus } from '../../kernel/instant';
import { seenPlacesOf } from '../../triage/shell';
import { maySee } from '../access';
import { holdingOf, windowDays } from './asked';
import type { Asked } from './asked';
import type { KnownWaits } from './expected-hours';
import { waitsOf } from './waits';
import type { Wait } from './waits';

/** So many defects of which something changed last, and so many runs, say how long fixes wait. */
const most = { defects: 500, runs: 1000 };

/** How long fixes wait in the stage before to be verified there; nothing of defects that the viewer may not see comes into it. */
export async function fixWaits(asked: Asked): Promise<KnownWaits[]> {
  const { projectId, access, verdict, stages, now } = asked;
  const stage = stages[stages.findIndex(({ key }) => key === verdict.verdict.stage.key) - 1];
  if (stage === undefined) return [];
  const waiting = holdingOf(verdict).flatMap(({ rule, defectIds }) => (rule === 'unverified-fixes' ? defectIds : []));
  const told = (await latestBehaviours(projectId, most.defects)).filter(
    ({ said, facts }) => said[stage.key] !== undefined || facts[stage.key]?.fix != null,
  );
  const [mine, done, green] = await Promise.all([
    storedBehaviours(waiting),
    doneAmong([...new Set([...told.map(({ defectId }) => defectId), ...waiting])]),
    greenRuns(asked, stage),
  ]);
  const seen = new Map(done.filter(({ securityLevel }) => maySee(access, securityLevel)).map((one) => [one.id, one]));
  const suites = await suitesOf(
    projectId,
    told.flatMap(({ defectId }) => (seen.has(defectId) ? defectId : [])),
  );
  const factsOf = (kept: StoredBehaviours | undefined) => kept?.facts[stage.key] ?? null;
  const since = plus(now, -windowDays * day);
  const verified = told.flatMap((kept): Wait[] => {
    const defect = seen.get(kept.defectId);
    if (defect === undefined) return [];
    const runs = green.runs.filter(({ suite }) => suites.get(kept.defectId)?.has(suite) === true);
    const fix = { stage: stage.key, facts: factsOf(kept), said: kept.said[stage.key] ?? null, green: runs };
    const wait = fixWait({ ...fix, runsSince: green.since, doneAt: defect.doneAt }, now);
    return wait?.verified !== true || wait.since < since ? [] : [{ ms: between(wait.since, wait.until), done: true }];
  });
  const waited = waiting.flatMap((id): [string, number][] => {
    const defect = seen.get(id);
    const from = defect === undefined ? null : fixWaitsSince({ facts: factsOf(mine.get(id)), doneAt: defect.doneAt });
    return from === null ? [] : [[id, between(from, now)]];
  });
  // Of other fixes nobody knows whether anybody was asked to verify them.
  const waits = [...verified, ...waited.map(([, ms]) => ({ ms, done: false }))];
  return [{ act: 'verify', cause: null, waits: waitsOf(waits), waited: new Map(waited) }];
}

/** Green runs in a stage, and since when all runs are known; null where none was left out. */
async function greenRuns({ projectId, stages }: Asked, stage: Asked['stages'][number]) {
  const runs = await toldRuns(projectId, most.runs);
  const green = runs.filter(
    ({ environment, tally }) =>
      tally.passed > 0 && tally.failed === 0 && tally.errors === 0 && stageOf(environment, stages)?.key === stage.key,
  );
  return { runs: green, since: runs.length < most.runs ? null : (runs.at(-1)?.at ?? null) };
}

/** The suites that had seen defects, by the ids of the defects. */
async function suitesOf(projectId: string, ids: readonly string[]): Promise<Map<string, Set<string>>> {
  const places = await seenPlacesOf(projectId, ids);
  return new Map([...places].map(([id, found]) => [id, new Set(found.flatMap(({ suite }) => (suite === '' ? [] : [suite])))]));
}
