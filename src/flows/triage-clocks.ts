import { defectById, fixVersionsOf, versionById } from '../defects/shell';
import type { StoredDefect, StoredProject } from '../defects/shell';
import { appendEntry } from '../governance/shell';
import type { Instant } from '../kernel/instant';
import { triageStep } from '../notifications';
import { addFixVersionAsApp } from '../platform/jira';
import { readKey, writeKey } from '../platform/key-value';
import { pushMessages } from '../platform/queue';
import { clockCalendarOf } from '../settings';
import type { Settings } from '../settings';
import { readSettings } from '../settings/shell';
import { clockTimes, decisionId, dueSteps, roundNow } from '../triage';
import type { ClockStep, Cycle, RoundNow } from '../triage';
import {
  activeDeferrals,
  isDecided,
  latestRounds,
  noteDecided,
  openDefectsToTriage,
  openRound,
  recordDecision,
  roundHeads,
  takeStep,
} from '../triage/shell';
import type { RoundKey } from '../triage/shell';
import { z } from 'zod';
import { adoptDeferrals } from './adopt-deferrals';
import { enterDecision } from './enter-triage';
import { notify, releaseFacts } from './notify';
import { peopleToTell } from './owner-facts';
import { recommendationOf, unusualCycles } from './triage-facts';

/** More of them at once are news to nobody; the next round goes on. */
const mostSteps = 200;

interface Ticking {
  readonly project: StoredProject;
  readonly settings: Settings;
  readonly revision: number;
  readonly now: Instant;
}

/**
 * Takes the steps of decision clocks that are due in a project, each once. What waited before Holdpoint first looked is a backlog and not
 * news: its clocks are shown, and tell nobody.
 */
export async function triageClocks(project: StoredProject, now: Instant): Promise<void> {
  const stored = await readSettings();
  if (stored.kind !== 'ok' || project.state !== 'ready') return;
  const { settings, revision } = stored;
  await adoptDeferrals(project.id, settings, revision, now);
  const since = await countedSince(project);
  const [candidates, heads, deferrals, unusual] = await Promise.all([
    openDefectsToTriage(project.id),
    roundHeads(project.id),
    activeDeferrals(project.id, now),
    unusualCycles(project.id, settings),
  ]);
  const deferred = new Set(deferrals.map(({ issueId }) => issueId));
  const calendar = clockCalendarOf(settings);
  let taken = 0;
  for (const { id, severity, createdAt } of candidates) {
    const round = roundNow(createdAt, heads.get(id));
    if (round.decided || round.startedAt < since || deferred.has(id)) continue;
    const cycle = unusual.get(id) ?? 'normal';
    const times = clockTimes({ startedAt: round.startedAt, severity, cycle }, settings.triage, calendar);
    for (const step of dueSteps(times, round.step, settings.triage, now)) {
      await act({ project, settings, revision, now }, { defectId: id, round, cycle, step });
      taken += 1;
    }
    if (taken >= mostSteps) return;
  }
}

const sinceSchema = z.object({ at: z.string() });

/** When Holdpoint began to read the project for the first time. */
async function countedSince({ id, sinceAt }: StoredProject): Promise<Instant> {
  const key = `triage-since:${id}`;
  const known = sinceSchema.safeParse(await readKey(key));
  if (known.success) return known.data.at;
  await writeKey(key, { at: sinceAt });
  return sinceAt;
}

interface Due {
  readonly defectId: string;
  readonly round: RoundNow;
  readonly cycle: Cycle;
  readonly step: ClockStep;
}

/** Entered and told first, and noted last: what dies in between is done again, and found done. */
async function act(ticking: Ticking, { defectId, round, cycle, step }: Due): Promise<void> {
  const { project, now } = ticking;
  const defect = await defectById(defectId);
  if (defect === null || !defect.open || step === 'none') return;
  const key = { defectId, projectId: project.id, startedAt: round.startedAt, waited: round.waited };
  await openRound(key, cycle);
  const head = (await latestRounds([defectId])).get(defectId);
  if (head === undefined || head.state !== 'waiting' || head.startedAt !== round.startedAt) return;
  const sentence = step === 'defaulted' ? await accept(ticking, defect, key, cycle) : stepWords[step];
  if (sentence === null) return;
  if (step !== 'warned') await enterStep(ticking, defect, { key, cycle, step, sentence });
  const versions = await Promise.all((await fixVersionsOf([defectId])).map(versionById));
  const releases = await Promise.all(
    versions.flatMap((version) => (version === null ? [] : [releaseFacts(version, ticking.settings)])),
  );
  const happening = { id: `triage:${decisionId(defectId, round.startedAt)}:${step}`, at: now, projectId: project.id };
  const people = step === 'escalated' ? { people: await peopleToTell(defect, round.startedAt, ticking.settings, now) } : {};
  await notify([{ ...triageStep(happening, step, defect, sentence, releases), ...people }], now);
  await takeStep(key, head.step, step, cycle);
}

const stepWords = {
  warned: 'it is to be decided on soon.',
  overdue: 'nobody has decided in time what becomes of it.',
  escalated: 'nobody has decided in time, so it is escalated.',
} as const;

interface Taken {
  readonly key: RoundKey;
  readonly cycle: Cycle;
  readonly step: Exclude<ClockStep, 'none'>;
  readonly sentence: string;
}

async function enterStep({ project, revision, now }: Ticking, defect: StoredDefect, taken: Taken): Promise<void> {
  const { id, key, securityLevel: level } = defect;
  await appendEntry(
    project.id,
    {
      ...{ at: now, kind: `triage-${taken.step}`, subject: `issue:${id}`, settings: revision },
      entryKey: `triage-${taken.step}:${decisionId(id, taken.key.startedAt)}`,
      actor: { kind: 'app', rule: 'triage-clock' },
      body: {
        ...{ schema: 1, cycle: taken.cycle, severity: defect.severity, since: taken.key.startedAt },
        sentence: `A defect waits for a decision: ${taken.sentence}`,
      },
      evidence: { issues: [{ id, key, level }] },
    },
    [id],
  );
}

/** @returns what was done, as the end of a sentence; null where it has to be tried again */
async function accept(ticking: Ticking, defect: StoredDefect, key: RoundKey, cycle: Cycle): Promise<string | null> {
  const { settings, revision, now } = ticking;
  const recommended = await recommendationOf(defect, settings, now);
  if (recommended.kind === 'none') return `nobody decided, and nothing is recommended: ${recommended.sentence}`;
  const { release, sentence } = recommended;
  const set = await addFixVersionAsApp(defect.id, release.id);
  if (set.kind !== 'ok') return null;
  const because = `Nobody decided in time, so the recommendation was accepted. ${sentence}`;
  const choice = { kind: 'fix-now', release, note: '' } as const;
  const basis = { severity: defect.severity };
  await recordDecision(key, { choice, basis, cycle, at: now, by: null, because, sessionId: null, comment: true });
  const decided = (await latestRounds([defect.id])).get(defect.id);
  if (decided === undefined || !isDecided(decided)) return null;
  await noteDecided(defect.id);
  await enterDecision(decided, defect, revision);
  await pushMessages([{ kind: 'triage', projectId: defect.projectId }]);
  return `nobody decided in time, so the recommendation was accepted. ${sentence}`;
}
