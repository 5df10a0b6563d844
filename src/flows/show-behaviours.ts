import { defectsById } from '../defects/shell';
import { behaviourText } from '../environments';
import { behavioursToShow, cellsOf, noteShown, storedBehaviours } from '../environments/shell';
import type { StoredBehaviours } from '../environments/shell';
import type { Instant } from '../kernel/instant';
import { appFieldId, isFinal, ok, writeFieldValues } from '../platform/jira';
import type { JiraOutcome } from '../platform/jira';
import { logInfo } from '../platform/log';
import { readSettings } from '../settings/shell';
import { onBudget } from './reading-budget';

/** Of the module in manifest.yml. */
const field = 'environment-behaviour';
/** Issues of one request. */
const perRequest = 100;
/** Issues of one round: three points, and the rest waits five minutes. */
const perRound = 300;
/** Each issue that was written counts as updated: the next round of the clock reads it again, for two points. */
const costOf = (issues: number) => 1 + 2 * issues;

/** Writes the field of what has waited longest. */
export async function showWaitingBehaviours(now: Instant): Promise<JiraOutcome<null>> {
  return showBehaviours(await behavioursToShow(perRound), now);
}

/**
 * Gives the custom field the cells of these defects as text, where it says something else. What Jira does not take now is tried again
 * every five minutes.
 * @param ids of defects; more than a round has wait
 */
export async function showBehaviours(ids: readonly string[], now: Instant): Promise<JiraOutcome<null>> {
  const settings = await readSettings();
  if (settings.kind !== 'ok' || ids.length === 0) return ok(null);
  const { stages } = settings.settings;
  const known = new Set((await defectsById(ids.slice(0, perRound))).map(({ id }) => id));
  const kept = [...(await storedBehaviours(ids.slice(0, perRound))).values()];
  const texts = kept.map((stored) => ({ stored, text: behaviourText(cellsOf(stored), stages) }));
  const isDone = ({ stored, text }: Shown) => text === stored.shown || !known.has(stored.defectId);
  const done = texts.filter(isDone);
  for (const [text, stored] of byText(done)) await noteShown(stored, text);
  const changed = texts.filter((one) => !isDone(one));
  if (changed.length === 0) return ok(null);
  const id = await appFieldId(field, now);
  if (id.kind !== 'ok') return id;
  // A site that was updated a moment ago has no such field yet.
  if (id.value === null) return ok(null);
  for (let from = 0; from < changed.length; from += perRequest) {
    const batch = changed.slice(from, from + perRequest);
    const written = await onBudget(settings.settings.reading.pointsPerHour, costOf(batch.length), () =>
      writeTexts(id.value ?? '', batch),
    );
    // Where the hour's budget is used up, it waits for the next one.
    if (written.kind === 'used-up') return ok(null);
    if (written.outcome.kind !== 'ok') return written.outcome;
  }
  return ok(null);
}

interface Shown {
  readonly stored: StoredBehaviours;
  readonly text: string | null;
}

/** Jira takes all or none: where it refuses, the halves are tried, so that one issue that is gone does not stop the others. */
async function writeTexts(fieldId: string, texts: readonly Shown[]): Promise<JiraOutcome<null>> {
  const groups = byText(texts);
  const written = await writeFieldValues(
    fieldId,
    [...groups].map(([value, stored]) => ({ value, issueIds: stored.map(({ defectId }) => defectId) })),
  );
  if (written.kind !== 'ok' && !isFinal(written)) return written;
  if (written.kind !== 'ok' && texts.length > 1) {
    const half = Math.ceil(texts.length / 2);
    const first = await writeTexts(fieldId, texts.slice(0, half));
    return first.kind === 'ok' ? writeTexts(fieldId, texts.slice(half)) : first;
  }
  if (written.kind !== 'ok') logInfo('behaviour-not-shown', { because: written.because });
  for (const [text, stored] of groups) await noteShown(stored, text);
  return ok(null);
}

function byText(texts: readonly Shown[]): Map<string | null, StoredBehaviours[]> {
  const groups = new Map<string | null, StoredBehaviours[]>();
  for (const { stored, text } of texts) {
    const group = groups.get(text);
    if (group === undefined) groups.set(text, [stored]);
    else group.push(stored);
  }
  return groups;
}
