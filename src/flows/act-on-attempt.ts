import { countChange, defectById, fixVersionsByDefect, markDirty } from '../defects/shell';
import type { StoredDefect } from '../defects/shell';
import { actedOn, admissionOf, admitsWords, toldOf, unflagged } from '../gates';
import type { Attempt, AttemptResult, FreezePolicy } from '../gates';
import { attemptById, attemptStore, exceptionsOfDefect, flaggedAttempts, onRecord } from '../gates/shell';
import { doc, paragraph, strong, text } from '../kernel/adf';
import type { Adf } from '../kernel/adf';
import type { Instant } from '../kernel/instant';
import { newId } from '../platform/identity';
import { addComment, addLabel, enteredBy, hasComment, isFinal, ok, removeLabel, takeFixVersionAsApp } from '../platform/jira';
import type { JiraOutcome } from '../platform/jira';
import { logInfo } from '../platform/log';
import { readSettings } from '../settings/shell';
import { enterAttempt } from './enter-freeze';
import type { FrozenReleases } from './settle-freezes';
import { wake } from './wake';

/** What a flagged defect is found by in Jira, in words that say what it lacks. */
const label = 'needs-freeze-exception';

export interface Unfinished {
  readonly id: string;
  /** Whether Jira was asked a moment ago, and nobody else can have begun with it. */
  readonly fresh: boolean;
}

/** Does what attempts that were caught ask for: changes Jira, enters it in the ledger, and says so on the issue. Each step once. */
export async function finishAttempts(attempts: readonly Unfinished[], now: Instant): Promise<JiraOutcome<null>> {
  for (const attempt of attempts) {
    const done = await finishAttempt(attempt, now);
    if (done.kind !== 'ok') return done;
  }
  return ok(null);
}

async function finishAttempt({ id, fresh }: Unfinished, now: Instant): Promise<JiraOutcome<null>> {
  const settings = await readSettings();
  const caught = await attemptById(id);
  if (caught === null || settings.kind !== 'ok') return ok(null);
  if (caught.state === 'caught') {
    const done = await act(caught, fresh);
    if (done.kind !== 'ok') return done;
    const acted = actedOn(caught, done.value, now);
    // Somebody else was first, who goes on with it.
    if (acted === null || !(await attemptStore.update(acted))) return ok(null);
    if (done.value === 'moved') await readAnew(caught, now);
  }
  const acted = await attemptById(id);
  if (acted === null) return ok(null);
  await enterAttempt(acted, settings.revision);
  await countChange(acted.projectId);
  const isNew = caught.state === 'caught';
  return acted.state === 'acted' ? tell(acted, { policy: settings.settings.gates.freezes, isNew, now }) : ok(null);
}

async function act({ defectId, version, consequence }: Attempt, fresh: boolean): Promise<JiraOutcome<AttemptResult>> {
  if (consequence.kind === 'record') return ok('recorded');
  const over = fresh ? ok(null) : await resultSoFar({ defectId, version, consequence });
  if (over.kind !== 'ok') return over;
  if (over.value !== null) return ok(over.value);
  if (consequence.kind === 'move') {
    const moved = await takeFixVersionAsApp(defectId, version.id, consequence.to?.id ?? null);
    if (moved.kind === 'ok') return ok('moved');
    if (!isFinal(moved)) return moved;
    logInfo('freeze-move-refused', { issue: defectId, because: moved.because });
  }
  const flagged = await addLabel(defectId, label);
  if (flagged.kind !== 'ok' && !isFinal(flagged)) return flagged;
  return ok('flagged');
}

/** How it stands in Jira: a function may have died after it changed it. Null where the defect is still in the release. */
async function resultSoFar({
  defectId,
  version,
  consequence,
}: Pick<Attempt, 'defectId' | 'version' | 'consequence'>): Promise<JiraOutcome<AttemptResult | null>> {
  const made = await enteredBy(defectId, version.id);
  if (made.kind !== 'ok') return made;
  const planned = made.value?.fixVersions ?? [];
  if (planned.includes(version.id)) return ok(null);
  const isThere = consequence.kind === 'move' && consequence.to !== null && planned.includes(consequence.to.id);
  return ok(isThere ? 'moved' : 'left');
}

/** The app hears nothing of its own edits: the defect is marked, and read with the others of its project. */
async function readAnew({ projectId, defectId }: Attempt, now: Instant): Promise<void> {
  await markDirty(projectId, [{ issueId: defectId, token: newId(), deleted: false }], now);
  await wake(projectId, now);
}

interface Telling {
  readonly policy: FreezePolicy;
  /** Whether it was acted on just now: then nobody can have written the comment. */
  readonly isNew: boolean;
  readonly now: Instant;
}

async function tell(attempt: Attempt, { policy, isNew, now }: Telling): Promise<JiraOutcome<null>> {
  const marker = `freeze-attempt:${attempt.id}`;
  const there = isNew ? ok(false) : await hasComment(attempt.defectId, marker);
  if (there.kind !== 'ok' && !isFinal(there)) return there;
  const isThere = there.kind === 'ok' && there.value;
  const defect = await defectById(attempt.defectId);
  if (!isThere && defect !== null) {
    const told = await addComment(attempt.defectId, comment(attempt, policy, defect), marker);
    if (told.kind !== 'ok' && !isFinal(told)) return told;
  }
  const over = toldOf(attempt, now);
  if (over !== null && (await attemptStore.update(over))) await attemptStore.noteEntered(over.id, over.events.length);
  return ok(null);
}

/** Why, and what to do about it, for who never heard of a freeze. */
function comment({ version, consequence, result }: Attempt, { admits }: FreezePolicy, { severity }: StoredDefect): Adf {
  const to = consequence.kind === 'move' ? consequence.to : null;
  const what =
    result === 'flagged'
      ? `${version.name} is frozen, and this defect was put into it.`
      : to === null
        ? `Taken out of ${version.name}, which is frozen.`
        : `Moved from ${version.name}, which is frozen, to ${to.name}.`;
  const is = severity === null ? 'has no severity' : `is ${severity}`;
  const stays =
    consequence.kind === 'flag' && consequence.because === 'done'
      ? 'It is done, so it stays where it is. '
      : consequence.kind === 'flag' && consequence.because === 'nowhere'
        ? 'There is no later release that could take it, so it stays where it is. '
        : '';
  const next =
    result === 'flagged'
      ? `${stays}Choose another fix version, or ask for an exception in the Holdpoint panel of this issue. The label ${label} goes as soon as it may stay, or is gone from ${version.name}.`
      : `If it cannot wait, ask for an exception in the Holdpoint panel of this issue. Once somebody has approved it, set ${version.name} again.`;
  return doc(
    paragraph(strong(what)),
    paragraph(text(`Because of the freeze, ${admitsWords(admits)}; this one ${is}.`)),
    paragraph(text(next)),
  );
}

/** Takes flags away that have nothing to point at any more: the defect has left the release, or may be in it. */
export async function settleFlags(
  projectId: string,
  { settings, standing }: FrozenReleases,
  now: Instant,
): Promise<JiraOutcome<null>> {
  const flagged = await flaggedAttempts(projectId);
  const frozen = new Set(standing.map(({ version }) => version.id));
  const planned = await fixVersionsByDefect(flagged.map(({ defectId }) => defectId));
  for (const attempt of flagged) {
    const { defectId, version, at } = attempt;
    const defect = await defectById(defectId);
    const isIn = defect !== null && frozen.has(version.id) && (planned.get(defectId) ?? []).includes(version.id);
    const own = (await exceptionsOfDefect(defectId)).filter((exception) => exception.version.id === version.id).map(onRecord);
    if (isIn && admissionOf({ severity: defect.severity, at }, settings.gates.freezes, own) === 'violation') continue;
    const others = flagged.some((other) => other.id !== attempt.id && other.defectId === defectId);
    const taken = others ? ok(null) : await removeLabel(defectId, label);
    if (taken.kind !== 'ok' && !isFinal(taken)) return taken;
    const over = unflagged(attempt, isIn ? 'admitted' : 'left', now);
    if (over !== null && (await attemptStore.update(over))) await attemptStore.noteEntered(over.id, over.events.length);
  }
  return ok(null);
}
