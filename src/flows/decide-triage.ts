import { defectsById, fixVersionsByDefect } from '../defects/shell';
import type { StoredDefect } from '../defects/shell';
import { pseudonymOf } from '../governance/shell';
import type { Instant } from '../kernel/instant';
import { newId } from '../platform/identity';
import { addFixVersion, isFinal, viewerMayEdit } from '../platform/jira';
import type { JiraTrouble } from '../platform/jira';
import { pushMessages } from '../platform/queue';
import { readSettings } from '../settings/shell';
import { decisionId, nextOf, roundNow } from '../triage';
import type { Choice } from '../triage';
import {
  endDecision,
  isDecided,
  itemsOf,
  latestRounds,
  moveOn,
  noteDecided,
  recordDecision,
  sessionById,
  storeQuestion,
} from '../triage/shell';
import type { RoundKey } from '../triage/shell';
import { enterDecision } from './enter-triage';
import { markDuplicate } from './mark-duplicate';
import { cycleOfDefect, usable } from './triage-facts';

export interface TriageWish {
  readonly defect: StoredDefect;
  readonly choice: Choice;
  /** Account id of who is asked, where a question is. */
  readonly asked: string | null;
  /** The session in which it is decided. */
  readonly sessionId: string | null;
  /** The standing decision that the person wants to replace. */
  readonly replaces: string | null;
}

export type DecideOutcome =
  { readonly kind: 'decided'; readonly id: string } | { readonly kind: 'refused'; readonly because: string };

/**
 * Decides what becomes of a defect, as the person at the screen: Jira must let that person edit it, and takes the fix version from that
 * person. The comment is written later, by the queue. Whatever stops half-way is done again by it.
 */
export async function decideTriage(
  wish: TriageWish,
  { accountId, now }: { accountId: string; now: Instant },
): Promise<DecideOutcome> {
  const { defect, choice, sessionId } = wish;
  const mayEdit = await viewerMayEdit(defect.id);
  if (mayEdit.kind !== 'ok') return refused(troubleWords(mayEdit));
  if (!mayEdit.value) return refused('Jira does not let you edit this issue, so you cannot decide on it either.');
  const standing = (await latestRounds([defect.id])).get(defect.id);
  const round = roundNow(defect.createdAt, standing);
  if (round.decided && standing !== undefined && standing.id !== wish.replaces)
    return refused('Somebody else decided on it a moment ago. Look at that decision first.');
  const set = (await setRelease(defect.id, choice)) ?? (await linkDuplicate(defect, choice, { accountId, now }));
  if (set !== null) return refused(set);
  const stored = usable(await readSettings());
  const [by, { cycle }, session] = await Promise.all([
    pseudonymOf(accountId, newId()),
    cycleOfDefect(defect.projectId, defect.id, stored.settings),
    sessionId === null ? null : sessionById(sessionId),
  ]);
  const meeting = session?.state === 'open' ? session : null;
  let key: RoundKey = { defectId: defect.id, projectId: defect.projectId, startedAt: round.startedAt, waited: round.waited };
  if (round.decided) {
    await endDecision(key, 'replaced', null, now);
    key = { ...key, startedAt: now, waited: false };
  }
  const basis = { severity: defect.severity };
  const recorded = { choice, basis, cycle, at: now, by, because: null, sessionId: meeting?.id ?? null, comment: true };
  if (!(await recordDecision(key, recorded)))
    return refused('Somebody else decided on it a moment ago. Look at that decision first.');
  const id = decisionId(defect.id, key.startedAt);
  await ask(wish, id, by, now);
  await noteDecided(defect.id);
  if (meeting?.currentId === defect.id) await moveOn(meeting.id, defect.id, nextOf(await itemsOf(meeting.id)));
  const decided = (await latestRounds([defect.id])).get(defect.id);
  if (decided !== undefined && isDecided(decided)) await enterDecision(decided, defect, stored.revision);
  if (meeting === null) await pushMessages([{ kind: 'triage', projectId: defect.projectId }]);
  return { kind: 'decided', id };
}

function refused(because: string): DecideOutcome {
  return { kind: 'refused', because };
}

/** Only what is not so already is written. @returns why it could not be */
async function setRelease(defectId: string, choice: Choice): Promise<string | null> {
  if (choice.kind !== 'fix-now') return null;
  const planned = (await fixVersionsByDefect([defectId])).get(defectId) ?? [];
  if (planned.includes(choice.release.id)) return null;
  const added = await addFixVersion(defectId, choice.release.id);
  if (added.kind === 'ok') return null;
  return isFinal(added) ? `Jira does not let you set the fix version ${choice.release.name} here.` : troubleWords(added);
}

/** What is decided to be a duplicate is linked in Jira as one. @returns why it could not be */
async function linkDuplicate(
  defect: StoredDefect,
  choice: Choice,
  acting: { readonly accountId: string; readonly now: Instant },
): Promise<string | null> {
  const [canonical] = choice.kind === 'duplicate' ? await defectsById([choice.of.id]) : [];
  if (canonical === undefined) return null;
  const marked = await markDuplicate({ canonical, duplicate: defect, how: 'link', reopen: false, raise: false }, acting);
  return marked.kind === 'refused' ? marked.because : null;
}

function troubleWords(trouble: JiraTrouble): string {
  return trouble.kind === 'busy'
    ? `Jira asks Holdpoint to wait. Try again in ${trouble.retryAfter} seconds.`
    : 'Jira did not answer just now, so nothing was decided. Try again.';
}

async function ask({ defect, choice, asked }: TriageWish, id: string, askedBy: string, now: Instant): Promise<void> {
  if (choice.kind !== 'need-information' || asked === null) return;
  const { question: text, expiresAt } = choice;
  const person = await pseudonymOf(asked, newId());
  await storeQuestion({
    id,
    projectId: defect.projectId,
    defectId: defect.id,
    askedBy,
    asked: person,
    text,
    askedAt: now,
    expiresAt,
  });
}
