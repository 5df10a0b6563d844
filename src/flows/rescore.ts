import { countChange, openDefectFields } from '../defects/shell';
import type { StoredProject } from '../defects/shell';
import { deploymentsOf } from '../environments';
import { behavioursOf, deploymentSteps } from '../environments/shell';
import { between, day, plus } from '../kernel/instant';
import type { Instant } from '../kernel/instant';
import { readClock } from '../platform/clock';
import { ok } from '../platform/jira';
import type { JiraOutcome } from '../platform/jira';
import { pushMessages } from '../platform/queue';
import { changesWith, earlyDays, exposuresOf, rescored, startOfDay } from '../scoring';
import { noteScored, scoresOf, scoreStates, storeScores } from '../scoring/shell';
import type { Settings } from '../settings';
import { readSettings } from '../settings/shell';
import { seenDays } from '../triage/shell';
import { usersOfIncidents } from './incident-users';

/** What was seen so many half-lives ago counts less than a thousandth. */
const halfLivesRead = 10;
const mostSteps = 2000;

/** Scores these defects anew, where they are open, and has the field in Jira follow. */
export function rescoreDefects(projectId: string, ids: readonly string[]): Promise<void> {
  return ids.length === 0 ? Promise.resolve() : rescore(projectId, ids);
}

/** Scores all open defects of a project anew. */
export async function rescoreProject(project: StoredProject): Promise<JiraOutcome<null>> {
  if (project.state === 'ready') await rescore(project.id, null);
  return ok(null);
}

/**
 * What people do at a screen and what the clock reads is scored outside of the project's lane, so that two may score a defect at once.
 * Every change is scored after it was stored; so of two scores that one holds for which the facts were read later, whichever is
 * stored first. The moment is therefore taken here, before the first fact is read.
 */
async function rescore(projectId: string, ids: readonly string[] | null): Promise<void> {
  const now = readClock();
  const settings = await readSettings();
  if (settings.kind !== 'ok') return;
  const all = rescored(await factsToScore(projectId, ids, settings.settings, now), settings.settings.scoring, now);
  const states = await scoreStates(projectId, ids);
  const changed = all.filter(({ defectId, score, madeOf }) => {
    const state = states.get(defectId);
    return state?.madeOf !== madeOf || (state.written !== score && !state.pending);
  });
  if (ids !== null) {
    // Where nothing changed, this one was the later all the same.
    const stored = new Set(changed.map(({ defectId }) => defectId));
    const same = all.flatMap(({ defectId }) => (stored.has(defectId) ? [] : [defectId]));
    await noteScored(same, now);
  }
  if (changed.length === 0) return;
  const before = await scoresOf(changed.flatMap(({ defectId }) => (states.has(defectId) ? [defectId] : [])));
  await storeScores(
    projectId,
    changed.map((one) => ({
      ...one,
      at: now,
      // What is known of a defect in its first days is kept, to tell later what its score was worth.
      early: between(one.inputs.createdAt, now) < earlyDays * day ? one.inputs : null,
      changes: changesWith(before.get(one.defectId), one, now),
    })),
  );
  await countChange(projectId);
  if (changed.some(({ defectId, score }) => states.get(defectId)?.written !== score))
    await pushMessages([{ kind: 'write-scores', projectId }]);
}

/** What scores are made of, in a few statements for any number of defects. @param ids null for all open ones */
export async function factsToScore(projectId: string, ids: readonly string[] | null, settings: Settings, now: Instant) {
  const { stages, slaTargetDays, scoring } = settings;
  const defects = await openDefectFields(projectId, ids);
  const known = defects.map(({ id }) => id);
  const since = plus(startOfDay(now), -halfLivesRead * scoring.halfLifeDays * day);
  const [seen, behaviours, steps, incidents] = await Promise.all([
    seenDays(projectId, ids === null ? null : known, since),
    behavioursOf(known),
    deploymentSteps(projectId, null, mostSteps),
    usersOfIncidents(projectId),
  ]);
  const surroundings = { stages, exposures: exposuresOf(deploymentsOf(steps), stages), targets: slaTargetDays };
  const named = defects.map((defect) => ({ ...defect, incidents: incidents.get(defect.id) ?? [] }));
  return { defects: named, seen, behaviours, surroundings };
}
