import { countChange, openDefectFields } from '../defects/shell';
import type { StoredProject } from '../defects/shell';
import { deploymentsOf } from '../environments';
import { behavioursOf, deploymentSteps } from '../environments/shell';
import { between, day, plus } from '../kernel/instant';
import type { Instant } from '../kernel/instant';
import { ok } from '../platform/jira';
import type { JiraOutcome } from '../platform/jira';
import { pushMessages } from '../platform/queue';
import { changesWith, earlyDays, exposuresOf, rescored } from '../scoring';
import { scoresOf, scoreStates, storeScores } from '../scoring/shell';
import type { Settings } from '../settings';
import { readSettings } from '../settings/shell';
import { seenDays } from '../triage/shell';

/** What was seen so many half-lives ago counts less than a thousandth. */
const halfLivesRead = 10;
const mostSteps = 2000;

/** Scores these defects anew, where they are open, and has the field in Jira follow. */
export function rescoreDefects(projectId: string, ids: readonly string[], now: Instant): Promise<void> {
  return ids.length === 0 ? Promise.resolve() : rescore(projectId, ids, now);
}

/** Scores all open defects of a project anew. */
export async function rescoreProject(project: StoredProject, now: Instant): Promise<JiraOutcome<null>> {
  if (project.state === 'ready') await rescore(project.id, null, now);
  return ok(null);
}

async function rescore(projectId: string, ids: readonly string[] | null, now: Instant): Promise<void> {
  const settings = await readSettings();
  if (settings.kind !== 'ok') return;
  const all = rescored(await factsToScore(projectId, ids, settings.settings, now), settings.settings.scoring, now);
  const states = await scoreStates(projectId, ids);
  const changed = all.filter(({ defectId, score, madeOf }) => {
    const state = states.get(defectId);
    return state?.madeOf !== madeOf || (state.written !== score && !state.pending);
  });
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
  const since = plus(now, -halfLivesRead * scoring.halfLifeDays * day);
  const [seen, behaviours, steps] = await Promise.all([
    seenDays(projectId, ids === null ? null : known, since),
    behavioursOf(known),
    deploymentSteps(projectId, null, mostSteps),
  ]);
  const surroundings = { stages, exposures: exposuresOf(deploymentsOf(steps), stages), targets: slaTargetDays };
  return { defects, seen, behaviours, surroundings };
}
