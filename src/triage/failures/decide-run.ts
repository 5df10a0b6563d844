import type { Instant } from '../../kernel/instant';
import { byText } from './by-text';
import { decideFailure } from './decide-failure';
import type { BrokenRun, Create, Decision, Nothing, ProposeClosing } from './decision';
import type { FailureFacts, FiledDefect, FiledIssue, FingerprintFacts, PastRun, PastSighting } from './facts';
import { greenSince, historyOf, inOrder, lastSeen } from './history';
import type { FailurePolicy } from './policy';
import type { TestRun } from './run';

const unknown: FingerprintFacts = { state: null, defect: null, sightings: [], seenElsewhere: false };

/**
 * What becomes of the failures that a run shows, and of the defects that it no longer shows. It decides from facts alone: the same run
 * decided again, with the facts that it led to, gives nothing to do.
 * @returns the failures by fingerprint, then the run itself where it is broken, then the proposals by fingerprint
 */
export function decideRun(run: TestRun, facts: FailureFacts, policy: FailurePolicy, now: Instant): Decision[] {
  const runs = inOrder([...facts.runs.filter((one) => one.run !== run.run), pastRun(run)]);
  const failures = run.failures
    .map((group) => {
      const known = facts.fingerprints.get(group.fingerprint) ?? unknown;
      const seen = { run: run.run, failed: group.count - group.flaky, flaky: group.flaky };
      const history = historyOf(runs, [...others(known.sightings, run), seen]);
      return decideFailure({ run, group, facts: known, history, builtAt: facts.builtAt, policy }, now);
    })
    .sort((a, b) => byText(subject(a), subject(b)));
  return [...fused(failures, run, facts, policy), ...proposals(run, runs, facts, policy)];
}

/**
 * More new defects than the fuse bears are one: the run is broken. What a broken run is told to show besides goes to the same defect while
 * it is open.
 */
function fused(decisions: readonly Decision[], run: TestRun, facts: FailureFacts, policy: FailurePolicy): Decision[] {
  const { broken } = facts;
  const isCounted = broken?.runs.includes(run.run) ?? false;
  const decided = isCounted
    ? decisions.map((decision) => (isListed(decision, facts) ? listed(decision, run) : decision))
    : decisions;
  const created = decided.filter((decision) => decision.kind === 'create');
  const open = broken !== null && (broken.defect === null || broken.defect.doneAt === null) ? broken : null;
  const blown = created.length > policy.fuse || (isCounted && open !== null && created.length > 0);
  if (!blown) return [...decided];
  const { suite, environment } = run;
  const more: BrokenRun = {
    ...{ kind: 'broken-run', suite, environment, fingerprints: created.map(({ fingerprint }) => fingerprint) },
    ...{ what: open === null ? 'create' : 'add', issue: issueOf(open?.defect ?? null), severity: policy.severity },
    why: `${created.length} new failures in one run of ${suite} in ${environment}, more than ${policy.fuse}: most likely the run is broken.`,
  };
  return [
    ...decided.filter((decision) => decision.kind !== 'create'),
    isCounted ? { ...more, why: again(created.length, run) } : more,
  ];
}

function isListed(decision: Decision, facts: FailureFacts): decision is Create {
  return decision.kind === 'create' && facts.fingerprints.get(decision.fingerprint)?.state === 'broken-run';
}

function listed({ fingerprint }: Create, run: TestRun): Nothing {
  return { kind: 'nothing', fingerprint, why: `The defect about the broken run ${run.run} lists it.` };
}

function again(count: number, run: TestRun): string {
  return `${count} more new ${count === 1 ? 'failure' : 'failures'} in the broken run ${run.run} of ${run.suite} in ${run.environment}.`;
}

function issueOf(defect: FiledDefect | null): FiledIssue | null {
  return defect === null ? null : { issueId: defect.issueId, issueKey: defect.issueKey };
}

/** Closing is proposed for a defect that enough runs no longer show: once, until it is seen again. */
function proposals(run: TestRun, runs: readonly PastRun[], facts: FailureFacts, policy: FailurePolicy): ProposeClosing[] {
  if (!policy.file) return [];
  const shown = new Set(run.failures.map(({ fingerprint }) => fingerprint));
  return [...facts.fingerprints]
    .filter(([fingerprint]) => !shown.has(fingerprint))
    .flatMap(([fingerprint, known]) => {
      const proposal = proposalOf(known, historyOf(runs, others(known.sightings, run)), run, policy);
      return proposal === null ? [] : [{ ...proposal, fingerprint }];
    })
    .sort((a, b) => byText(a.fingerprint, b.fingerprint));
}

function proposalOf(
  { defect, seenElsewhere }: FingerprintFacts,
  history: ReturnType<typeof historyOf>,
  run: TestRun,
  policy: FailurePolicy,
): Omit<ProposeClosing, 'fingerprint'> | null {
  const seen = lastSeen(history);
  const green = greenSince(history);
  const newest = green.at(-1);
  if (defect === null || defect.doneAt !== null || seenElsewhere || seen === null) return null;
  if (newest === undefined || green.length < policy.greenRuns) return null;
  if (defect.closingProposedAt !== null && seen.at <= defect.closingProposedAt) return null;
  const { issueId, issueKey } = defect;
  const why = `Not seen in the last ${green.length} ${green.length === 1 ? 'run' : 'runs'} of ${run.suite} in ${run.environment}.`;
  return {
    kind: 'propose-closing',
    issue: { issueId, issueKey },
    greenRuns: green.length,
    at: newestOf(seen.at, newest.at),
    why,
  };
}

/** A sender's numbers and its clock need not agree. */
function newestOf(one: Instant, other: Instant): Instant {
  return one > other ? one : other;
}

function pastRun({ run, at, sequence, complete, tally }: TestRun): PastRun {
  return { run, at, sequence, complete, tests: tally.tests };
}

function others(sightings: readonly PastSighting[], run: TestRun): PastSighting[] {
  return sightings.filter((sighting) => sighting.run !== run.run);
}

function subject(decision: Decision): string {
  return decision.kind === 'broken-run' ? '' : decision.fingerprint;
}
