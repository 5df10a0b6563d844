import type { Instant } from '../kernel/instant';
import { between, nextHour } from '../kernel/instant';
import { readClock } from '../platform/clock';
import { appFieldId, ok, writeFieldValues } from '../platform/jira';
import type { JiraOutcome } from '../platform/jira';
import { logInfo } from '../platform/log';
import { pushMessages } from '../platform/queue';
import { giveUpWriting, noteWritten, unwrittenScores } from '../scoring/shell';
import { readSettings } from '../settings/shell';
import { onBudget } from './reading-budget';

/** Jira takes fields of so many issues at once. */
const issuesPerRequest = 100;
const mostPerRound = 2000;
/** Each issue that was written counts as updated: the next round of the clock reads it again, for two points. */
const costOf = (issues: number) => 1 + 2 * issues;

interface Unwritten {
  readonly defectId: string;
  readonly score: number;
}

/**
 * Gives the field Holdpoint score what the scores are, where it holds something else; issues with the same score together. What is
 * written is noted at once, so that whatever dies loses one request at most, and writing it again changes nothing. Where the hour's
 * budget is used up, the rest waits for the next hour.
 */
export async function writeScores(projectId: string): Promise<JiraOutcome<null>> {
  const settings = await readSettings();
  if (settings.kind !== 'ok') return ok(null);
  const now = readClock();
  const unwritten = await unwrittenScores(projectId, mostPerRound);
  if (unwritten.length === 0) {
    await giveUpWriting(projectId, []);
    return ok(null);
  }
  const field = await appFieldId('holdpoint-score', now);
  if (field.kind !== 'ok') return field;
  // A site that does not have the field yet is asked again with the next score that changes.
  if (field.value === null) return ok(null);
  const limit = settings.settings.reading.pointsPerHour;
  for (let start = 0; start < unwritten.length; start += issuesPerRequest) {
    const batch = unwritten.slice(start, start + issuesPerRequest);
    const done = await onBudget(limit, costOf(batch.length), () => writeBatch(projectId, field.value ?? '', batch));
    if (done.kind === 'used-up') return waitForNextHour(projectId, readClock());
    if (done.outcome.kind === 'gone' || done.outcome.kind === 'refused') {
      // Without the field, or without the right to write it, asking again at once is of no use: the next round of the clock does.
      logInfo('scores-not-written', { project: projectId, because: done.outcome.because });
      return ok(null);
    }
    if (done.outcome.kind !== 'ok') return done.outcome;
  }
  if (unwritten.length === mostPerRound) await pushMessages([{ kind: 'write-scores', projectId }]);
  return ok(null);
}

/** Jira writes all or none: where it refuses, halves are tried, down to the one issue that it does not take. */
async function writeBatch(projectId: string, fieldId: string, batch: readonly Unwritten[]): Promise<JiraOutcome<null>> {
  const groups = new Map<number, string[]>();
  for (const { defectId, score } of batch) groups.set(score, [...(groups.get(score) ?? []), defectId]);
  const values = [...groups].map(([value, issueIds]) => ({ value, issueIds }));
  const written = await writeFieldValues(fieldId, values);
  if (written.kind === 'ok') {
    for (const { value, issueIds } of values) await noteWritten(issueIds, value);
    return written;
  }
  if (written.kind !== 'failed' || written.status !== 400) return written;
  if (batch.length === 1) {
    logInfo('score-refused', { project: projectId, because: written.because });
    await giveUpWriting(
      projectId,
      batch.map(({ defectId }) => defectId),
    );
    return ok(null);
  }
  const middle = Math.ceil(batch.length / 2);
  const first = await writeBatch(projectId, fieldId, batch.slice(0, middle));
  return first.kind === 'ok' ? writeBatch(projectId, fieldId, batch.slice(middle)) : first;
}

async function waitForNextHour(projectId: string, now: Instant): Promise<JiraOutcome<null>> {
  await pushMessages([{ kind: 'write-scores', projectId }], between(now, nextHour(now)) / 1000);
  return ok(null);
}
