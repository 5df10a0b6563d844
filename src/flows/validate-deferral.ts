import { z } from 'zod';
import { countingPoints } from '../defects/shell';
import { dayWords } from '../kernel/day-words';
import type { Instant } from '../kernel/instant';
import { readClock } from '../platform/clock';
import { TablesNotReady } from '../platform/database';
import { fetchIssues } from '../platform/jira';
import { logFailure } from '../platform/log';
import { readSettings } from '../settings/shell';
import { levelFor, levelWords, revisionOf, stateAt } from '../triage';
import { deferralsOfIssues } from '../triage/shell';
import type { StoredDeferral } from '../triage/shell';
import type { ValidatorAnswer } from './validate-gate';

const callSchema = z.object({ issue: z.object({ key: z.string() }) });

/** Lets an issue through only while an approved deferral holds. Whatever goes wrong, the transition is refused. */
export async function validateDeferral(call: unknown): Promise<ValidatorAnswer> {
  try {
    const message = await countingPoints(() => missing(callSchema.parse(call).issue.key, readClock()));
    return message === null ? { result: true } : { result: false, errorMessage: message };
  } catch (error) {
    logFailure('validator-failed', error);
    const because =
      error instanceof TablesNotReady
        ? 'Holdpoint was installed a moment ago. Try again in a few minutes.'
        : 'Holdpoint could not look whether this defect is deferred, so it stays where it is. Try again in a minute.';
    return { result: false, errorMessage: because };
  }
}

/** What an issue lacks, in words for a developer; null where it is deferred. */
async function missing(key: string, now: Instant): Promise<string | null> {
  const read = await fetchIssues([key], []);
  if (read.kind !== 'ok') return 'Holdpoint cannot read this issue just now, so it stays where it is. Try again in a minute.';
  const [issue] = read.value;
  if (issue === undefined) return 'Holdpoint may not read this issue, so it stays where it is.';
  const deferrals = await deferralsOfIssues([issue.id]);
  const states = deferrals.map((deferral) => ({ deferral, state: stateAt(deferral, now) }));
  const active = states.find(({ state }) => state === 'approved')?.deferral;
  if (active !== undefined)
    return active.entered === revisionOf(active) ? null : 'Its deferral is being put on record. Try again in a minute.';
  const waiting = states.find(({ state }) => state === 'requested')?.deferral;
  if (waiting !== undefined)
    return `Its deferral to ${waiting.target.name} is not approved yet: it waits for ${await approver(waiting)}.`;
  return lastWords(states.at(-1));
}

async function approver({ k }: StoredDeferral): Promise<string> {
  const settings = await readSettings();
  return settings.kind === 'ok' ? levelWords(levelFor(settings.settings.deferrals, k)) : 'somebody who may approve deferrals';
}

const ask = 'Ask for one in the Holdpoint panel of this issue; once it is approved, this transition is open.';

function lastWords(last: { readonly deferral: StoredDeferral; readonly state: string } | undefined): string {
  if (last === undefined) return `This defect has no deferral. ${ask}`;
  const { deferral, state } = last;
  if (state === 'expired') return `Its deferral to ${deferral.target.name} ended on ${dayWords(deferral.expiresAt)}. ${ask}`;
  return `Its last deferral was ${state}, so it has none now. ${ask}`;
}
