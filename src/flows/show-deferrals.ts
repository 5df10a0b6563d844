import { defectsById } from '../defects/shell';
import type { Instant } from '../kernel/instant';
import { appFieldId, isFinal, ok, writeFieldValues } from '../platform/jira';
import type { FieldValue, JiraOutcome } from '../platform/jira';
import { logInfo } from '../platform/log';
import { clockAfterAll, heldTimeOf, revisionOf, stateAt } from '../triage';
import { deferralsOfIssues } from '../triage/shell';

const issuesPerRequest = 100;
/** Whoever changes a deferral writes its field; of two who write at once, one sees that the other has changed it. */
const mostRounds = 3;

/**
 * Gives the fields Deferred until and Resolution clock from what the deferrals of these defects say now, so that Jira's own search
 * counts as the gates do: the clock is written as it will stand at the expiry, and right from then on.
 */
export async function showDeferrals(issueIds: readonly string[], now: Instant): Promise<JiraOutcome<null>> {
  for (let start = 0; start < issueIds.length; start += issuesPerRequest) {
    const shown = await showSome(issueIds.slice(start, start + issuesPerRequest), now);
    if (shown.kind !== 'ok') return shown;
  }
  return ok(null);
}

async function showSome(issueIds: readonly string[], now: Instant): Promise<JiraOutcome<null>> {
  const until = await appFieldId('deferred-until', now);
  if (until.kind !== 'ok') return until;
  const clock = await appFieldId('resolution-clock', now);
  if (clock.kind !== 'ok') return clock;
  let seen = '';
  for (let round = 0; round < mostRounds; round += 1) {
    const { untils, clocks, stamp } = await valuesOf(issueIds, now);
    if (stamp === seen) break;
    seen = stamp;
    for (const [field, values] of [
      [until.value, untils],
      [clock.value, clocks],
    ] as const) {
      const written = field === null ? ok(null) : await writeEach(field, values);
      if (written.kind !== 'ok') return written;
    }
  }
  return ok(null);
}

async function valuesOf(issueIds: readonly string[], now: Instant) {
  const defects = await defectsById(issueIds);
  const deferrals = await deferralsOfIssues(issueIds);
  const of = (issueId: string) => deferrals.filter((deferral) => deferral.issueId === issueId);
  const untils = defects.map(({ id }): FieldValue => {
    const active = of(id).find((deferral) => stateAt(deferral, now) === 'approved');
    return { issueIds: [id], value: active === undefined ? null : asJira(active.expiresAt) };
  });
  const clocks = defects.map(({ id, createdAt }): FieldValue => {
    const from = clockAfterAll(createdAt, of(id).map(heldTimeOf));
    return { issueIds: [id], value: from === createdAt ? null : asJira(from) };
  });
  return { untils, clocks, stamp: deferrals.map((deferral) => `${deferral.id}:${revisionOf(deferral)}`).join() };
}

function asJira(at: Instant): string {
  return at.replace('Z', '+0000');
}

/** Jira writes all or none: where it refuses, each is tried by itself, and one that is gone is left. */
async function writeEach(field: string, values: readonly FieldValue[]): Promise<JiraOutcome<null>> {
  if (values.length === 0) return ok(null);
  const written = await writeFieldValues(field, values);
  if (written.kind === 'ok' || !isFinal(written)) return written;
  if (values.length === 1) {
    logInfo('deferral-not-shown', { because: written.because });
    return ok(null);
  }
  for (const value of values) {
    const one = await writeEach(field, [value]);
    if (one.kind !== 'ok') return one;
  }
  return ok(null);
}
