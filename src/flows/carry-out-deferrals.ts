import { countChange, fixVersionsByDefect } from '../defects/shell';
import { doc, paragraph, text } from '../kernel/adf';
import { dayWords } from '../kernel/day-words';
import type { Instant } from '../kernel/instant';
import { addComment, hasComment, isFinal, ok } from '../platform/jira';
import type { JiraOutcome } from '../platform/jira';
import { logFailure, logInfo } from '../platform/log';
import { pushMessages } from '../platform/queue';
import { readSettings } from '../settings/shell';
import { revisionOf } from '../triage';
import type { Deferral } from '../triage';
import { deferralById, noteDeferralDone } from '../triage/shell';
import type { StoredDeferral } from '../triage/shell';
import { enterDeferral } from './enter-deferral';
import { evaluateVersions } from './evaluate-versions';
import { showDeferrals } from './show-deferrals';
import { tellDeferrals } from './tell-deferral';

/**
 * Does what follows from what has just been kept of deferrals: the ledger's entries first, because a deferral opens a gate only once it
 * stands there; then the verdicts, Jira's fields, the comment, the message. Each may be done twice and happens once; whatever dies in
 * between is found again by the clock.
 * @param deferrals of one project
 */
export async function carryOut(projectId: string, deferrals: readonly StoredDeferral[], now: Instant): Promise<void> {
  if (deferrals.length === 0) return;
  const settings = await readSettings();
  for (const deferral of deferrals) await enterDeferral(deferral, settings.revision);
  // Screens follow, and verdicts that somebody decides at this moment from what was before are older than this.
  await countChange(projectId);
  const moved = deferrals.filter(wasHeld);
  await judgeAnew(projectId, moved, now);
  const shown = await settled('show', () => showDeferrals([...new Set(moved.map(({ issueId }) => issueId))], now));
  const told = settings.kind !== 'ok' || (await toldOf(deferrals, settings.settings, now));
  for (const deferral of deferrals) {
    const commented = await settled('comment', () => comment(deferral));
    // A message may wait as long as the settings cannot be read: the clock comes back to it.
    if (shown && commented && told && settings.kind === 'ok') await noteDeferralDone(deferral.id, revisionOf(deferral));
  }
}

/** Whether it held at any time: only then gates and fields have anything to do with it. */
function wasHeld({ events }: Deferral): boolean {
  return events.some(({ act }) => act === 'approved');
}

async function judgeAnew(projectId: string, moved: readonly Deferral[], now: Instant): Promise<void> {
  if (moved.length === 0) return;
  const planned = await fixVersionsByDefect(moved.map(({ issueId }) => issueId));
  const versions = new Set([...planned.values()].flat());
  const judged = await settled('judge', () => evaluateVersions({ projectId, versions, now, stampAnew: false }));
  if (!judged) await pushMessages([{ kind: 'evaluate', projectId }]);
}

/** What people are told after which acts. */
const news = [
  ['deferral-requested', ['requested']],
  ['deferral-approved', ['approved', 'reinstated']],
  ['deferral-refused', ['refused']],
  ['deferral-expired', ['expired']],
] as const;

async function toldOf(
  deferrals: readonly Deferral[],
  settings: Parameters<typeof tellDeferrals>[2],
  now: Instant,
): Promise<boolean> {
  const last = (act: string) => deferrals.filter(({ events }) => events.at(-1)?.act === act);
  return settled('tell', async () => {
    for (const [event, acts] of news) {
      const told = await tellDeferrals(event, acts.flatMap(last), settings, now);
      if (told.kind !== 'ok') return told;
    }
    return ok(null);
  });
}

/** One comment an approval, where who approved wished for it. It names no person: Jira says who sees the issue's history. */
async function comment(deferral: Deferral): Promise<JiraOutcome<null>> {
  if (!deferral.comment || deferral.events.at(-1)?.act !== 'approved') return ok(null);
  const { id, issueId, target, expiresAt, reason, rationale, control } = deferral;
  const marker = `deferral:${id}`;
  const there = await hasComment(issueId, marker);
  if (there.kind === 'ok' && there.value) return ok(null);
  const body = doc(
    paragraph(text(`Deferred to ${target.name} until ${dayWords(expiresAt)}: ${reason.name}.`)),
    paragraph(text(rationale)),
    ...(control === null ? [] : [paragraph(text(`Meanwhile: ${control}`))]),
  );
  const told = await addComment(issueId, body, marker);
  return told.kind !== 'ok' && isFinal(told) ? ok(null) : told;
}

/** Whether a step is done; what is not is done again by the clock, and keeps nobody from the next step. */
async function settled(step: string, act: () => Promise<JiraOutcome<null>>): Promise<boolean> {
  try {
    const outcome = await act();
    if (outcome.kind !== 'ok') logInfo('deferral-step-waits', { step, because: outcome.because });
    return outcome.kind === 'ok';
  } catch (error) {
    logFailure('deferral-step-failed', error, { step });
    return false;
  }
}

/** The same for deferrals as they are kept now. */
export async function carryOutAgain(ids: readonly string[], now: Instant): Promise<void> {
  const byProject = new Map<string, StoredDeferral[]>();
  for (const id of ids) {
    const deferral = await deferralById(id);
    if (deferral !== null) byProject.set(deferral.projectId, [...(byProject.get(deferral.projectId) ?? []), deferral]);
  }
  for (const [projectId, some] of byProject) await carryOut(projectId, some, now);
}
