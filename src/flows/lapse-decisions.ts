import { defectsById, fixVersionsByDefect, historiesOf, statusCategories, versionsOf } from '../defects/shell';
import type { StoredDefect } from '../defects/shell';
import { doneCategory } from '../defects';
import { appendEntry } from '../governance/shell';
import type { Instant } from '../kernel/instant';
import { questionExpired } from '../notifications';
import { lapses, questionState, stateAt } from '../triage';
import type { Deferral, FactsNow } from '../triage';
import {
  deferralsOfIssues,
  endDecision,
  expireQuestions,
  isDecided,
  latestQuestions,
  latestRounds,
  standingOf,
} from '../triage/shell';
import type { DecidedRound } from '../triage/shell';
import { notify } from './notify';

/** Ends the decisions about these defects that what has changed does not carry any more. */
export async function lapseOfDefects(projectId: string, defectIds: readonly string[], now: Instant): Promise<void> {
  const rounds = [...(await latestRounds(defectIds)).values()];
  await lapseDecisions(projectId, rounds.filter(isDecided), now);
}

/** The same for those that name releases which changed, or are gone. */
export async function lapseOfVersions(projectId: string, versionIds: readonly string[], now: Instant): Promise<void> {
  if (versionIds.length > 0) await lapseDecisions(projectId, await standingOf(projectId, { versionIds }), now);
}

/** The same for those that end with the time: questions that nobody answered, deferrals that expired. */
export async function lapseWithTime(projectId: string, now: Instant): Promise<void> {
  await expireQuestions(projectId, now);
  await lapseDecisions(projectId, await standingOf(projectId, { kinds: ['need-information', 'defer'] }), now);
}

/** Ended once each: the entry comes first, and its moment is the one that counts. */
async function lapseDecisions(projectId: string, rounds: readonly DecidedRound[], now: Instant): Promise<void> {
  const standing = rounds.filter(({ state }) => state === 'stands');
  if (standing.length === 0) return;
  for (const { round, defect, facts } of await factsNow(projectId, standing, now)) {
    const because = lapses({ ...round.decision, decidedAt: round.decision.at }, facts);
    if (because === null) continue;
    const { id, key, securityLevel: level } = defect;
    const entry = await appendEntry(
      projectId,
      {
        ...{ at: now, kind: 'triage-lapsed', subject: `issue:${id}`, entryKey: `triage-lapsed:${round.id}`, settings: null },
        actor: { kind: 'app', rule: 'triage-lapse' },
        body: {
          ...{ schema: 1, decision: round.decision.choice.kind },
          sentence: `What was decided of a defect does not stand any more: ${because}`,
        },
        evidence: { issues: [{ id, key, level }] },
      },
      [id],
    );
    await endDecision(round, 'lapsed', because, entry.at);
    if (facts.question === 'expired')
      await notify([questionExpired({ id: `question:${round.id}`, at: now, projectId }, defect, [])], now);
  }
}

interface Found {
  readonly round: DecidedRound;
  readonly defect: StoredDefect;
  readonly facts: FactsNow;
}

async function factsNow(projectId: string, standing: readonly DecidedRound[], now: Instant): Promise<Found[]> {
  const ids = standing.map(({ defectId }) => defectId);
  const open = (await defectsById(ids)).filter((defect) => defect.open);
  if (open.length === 0) return [];
  const openIds = open.map(({ id }) => id);
  const [histories, categories, fix, versions, questions, deferrals] = await Promise.all([
    historiesOf(openIds),
    statusCategories(),
    fixVersionsByDefect(openIds),
    versionsOf(projectId),
    latestQuestions(openIds),
    deferralsOfIssues(openIds),
  ]);
  return standing.flatMap((round) => {
    const defect = open.find(({ id }) => id === round.defectId);
    if (defect === undefined) return [];
    const { decision } = round;
    const { choice } = decision;
    const done = (histories.get(defect.id)?.status ?? []).filter(({ value }) => categories.get(value ?? '') === doneCategory);
    const question = questions.get(defect.id);
    const deferral = deferrals.filter(({ issueId }) => issueId === defect.id).at(-1);
    const facts: FactsNow = {
      ...{ at: now, open: true, severity: defect.severity, fixVersionIds: fix.get(defect.id) ?? [] },
      wasClosed: done.some(({ to }) => to === null || to > decision.at),
      release: choice.kind === 'fix-now' ? (versions.find(({ id }) => id === choice.release.id) ?? null) : null,
      // One that was over before is not the one that was meant.
      deferral: deferral === undefined || endedBefore(deferral, decision.at) ? null : stateAt(deferral, now),
      question: question?.id === round.id ? questionState(question, now).kind : null,
    };
    return [{ round, defect, facts }];
  });
}

function endedBefore({ state, expiresAt, events }: Deferral, at: Instant): boolean {
  const over = state !== 'requested' && state !== 'approved' && (events.at(-1)?.at ?? '') <= at;
  return over || expiresAt <= at;
}
