import type { Instant } from '../../kernel/instant';
import type { Decision } from './decision';
import type { FiledDefect, FingerprintFacts } from './facts';
import { greenSince, settledBy, shareOf, type HistoryRun, type Share } from './history';
import { knownAs } from './known';
import type { FailurePolicy } from './policy';
import type { FailureGroup, TestRun } from './run';

/** One failure of a run, and what is known of it. */
export interface Case {
  readonly run: TestRun;
  readonly group: FailureGroup;
  readonly facts: FingerprintFacts;
  /** This run among the others, oldest first. */
  readonly history: readonly HistoryRun[];
  readonly builtAt: Instant | null;
  readonly policy: FailurePolicy;
}

/**
 * What becomes of a failure that a run shows. An open defect counts it; the list of known failures comes next; a defect that was done is
 * open again where the failure came back; whatever has no defect becomes one where the policy says so.
 */
export function decideFailure(seen: Case, now: Instant): Decision {
  const { group, facts, policy } = seen;
  const { fingerprint } = group;
  if (facts.state === 'filing' && facts.defect === null) return sight(seen, 'Its defect is being created.');
  if (facts.defect?.doneAt === null) return sight(seen, `${facts.defect.issueKey} is open.`);
  const known = knownAs(group, policy, now);
  if (known !== null) {
    const { reason, until } = known;
    const why = `On the list of known failures${until === null ? '' : ` until ${until.slice(0, 10)}`}: ${reason}`;
    return once(seen, 'known', { kind: 'known', fingerprint, reason, until, why });
  }
  if (facts.defect !== null) return decideDone(seen, facts.defect, facts.defect.doneAt);
  return decideNew(seen);
}

function decideDone(seen: Case, defect: FiledDefect, doneAt: Instant): Decision {
  const { run, group, history, builtAt, policy } = seen;
  const key = defect.issueKey;
  const stays = group.count > group.flaky;
  const settled = settledBy(history);
  const since = history.filter(({ at }) => at > doneAt);
  if (!policy.file) return sight(seen, `${key} is done, and no issue is reopened by the policy.`);
  if (defect.declined) return sight(seen, `${key} was closed without a fix, so seeing it again is no news.`);
  if (run.at <= doneAt) return sight(seen, `The run is no newer than the resolution of ${key}.`);
  if (builtAt !== null && defect.fixBuiltAt !== null && builtAt < defect.fixBuiltAt)
    return sight(seen, `The build is older than the fix of ${key}.`);
  if (stays && settled !== null) return sight(seen, `The newer run ${settled.run} no longer shows it.`);
  if (!stays) {
    const share = shareOf(since, 'flaky', policy.flaky.over);
    if (!isFlaky(share, policy)) return sight(seen, `${key} is done. ${flakyIn(share, run)}.`);
  }
  const build = run.build === null ? '' : ` of build ${run.build}`;
  const why = `${key} was done on ${doneAt.slice(0, 10)}, and the later run ${run.run}${build} in ${run.environment} shows it again.`;
  return { kind: 'reopen', fingerprint: group.fingerprint, issue: issueOf(defect), why };
}

function decideNew(seen: Case): Decision {
  const { run, group, history, policy } = seen;
  const { fingerprint } = group;
  const failed = shareOf(history, 'failed', policy.after.of);
  const flaky = shareOf(history, 'flaky', policy.flaky.over);
  const settled = settledBy(history);
  const create = { kind: 'create', fingerprint, severity: policy.severity } as const;
  const track = (share: Share, why: string) => once(seen, 'tracked', { kind: 'track', fingerprint, share, why });
  if (!policy.file) return track(failed, `${failedIn(failed, run)}. No issue is created by the policy.`);
  if (settled === null && failed.seen >= policy.after.failed)
    return { ...create, flaky: false, why: `${failedIn(failed, run)}.` };
  if (isFlaky(flaky, policy)) {
    const green = greenSince(history).length;
    if (green < policy.greenRuns) return { ...create, flaky: true, why: `${flakyIn(flaky, run)}.` };
    return track(flaky, `${flakyIn(flaky, run)}, but not in the last ${green}.`);
  }
  if (group.count === group.flaky) return track(flaky, `${flakyIn(flaky, run)}: a defect above ${percent(policy.flaky.rate)}.`);
  if (settled !== null) return track(failed, `The newer run ${settled.run} no longer shows it.`);
  return track(failed, `${failedIn(failed, run)}: a defect after ${policy.after.failed} of ${policy.after.of}.`);
}

/** Above the policy's rate, over enough runs to say so. */
function isFlaky({ seen, of }: Share, { flaky }: FailurePolicy): boolean {
  return of >= flaky.atLeast && seen > flaky.rate * of;
}

function sight(seen: Case, why: string): Decision {
  const { group, facts } = seen;
  const counts = { failed: group.count - group.flaky, flaky: group.flaky };
  const issue = facts.defect === null ? null : issueOf(facts.defect);
  return once(seen, null, { kind: 'sight', fingerprint: group.fingerprint, issue, ...counts, why });
}

/** A run that is decided again says nothing new where its sighting is kept and the failure has its state. */
function once({ run, group, facts }: Case, state: FingerprintFacts['state'], decision: Decision): Decision {
  const kept = facts.sightings.find((sighting) => sighting.run === run.run);
  const isKept = kept !== undefined && kept.failed === group.count - group.flaky && kept.flaky === group.flaky;
  if (!isKept || (state !== null && facts.state !== state && facts.defect === null)) return decision;
  return { kind: 'nothing', fingerprint: group.fingerprint, why: `The run ${run.run} is counted already.` };
}

function issueOf({ issueId, issueKey }: FiledDefect) {
  return { issueId, issueKey };
}

function failedIn(share: Share, run: TestRun): string {
  return `Failed in ${runs(share)} of ${run.suite} in ${run.environment}`;
}

function flakyIn(share: Share, run: TestRun): string {
  return `Failed at first and passed when tried again in ${runs(share)} of ${run.suite} in ${run.environment}`;
}

function runs({ seen, of }: Share): string {
  if (of === 1) return seen === 1 ? 'the last run' : 'an earlier run, but not in the last,';
  return `${seen} of the last ${of} runs`;
}

function percent(rate: number): string {
  return `${Math.round(rate * 100)} %`;
}
