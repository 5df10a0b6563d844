import type { TestRunDelivery } from '../contracts/deliveries';
import type { StoredProject } from '../defects/shell';
import { factId, newnessOf } from '../environments';
import { factsById, storeFacts } from '../environments/shell';
import type { Instant } from '../kernel/instant';
import { canonical } from '../kernel/json';
import { ok } from '../platform/jira';
import type { JiraOutcome } from '../platform/jira';
import { groupFailures, identify } from '../triage';
import type { FailureGroup } from '../triage';
import { storeSightings } from '../triage/shell';
import type { SightingDetail } from '../triage/shell';
import { fileFailures } from './file-failures';

/** Names a run in its project. */
export function runId({ service, run }: Pick<TestRunDelivery, 'service' | 'run'>): string {
  return factId([service, run]);
}

/** Takes in a run of tests, all of its parts together: the run and what it showed are facts, and what follows from them is decided. */
export async function takeRun(project: StoredProject, payload: TestRunDelivery, now: Instant): Promise<JiraOutcome<null>> {
  const failures = groupFailures(payload.failures, identify);
  const { at, sequence, environment, version, suite, service, build, commit, branch, url, segment, run, tally } = payload;
  const said = { run, suite, environment, segment, service, version, build, commit, branch, url, tally };
  const body = {
    ...{ run, suite, segment, service, build, commit, branch, url, tally },
    failures: failures.slice(0, mostListed).map(({ fingerprint, count, flaky }) => ({ fingerprint, count, flaky })),
    causes: failures.length,
  };
  const newness = newnessOf(sequence, at, {
    ...said,
    failures: failures.map(({ fingerprint, count, flaky }) => [fingerprint, count, flaky]),
  });
  const origin = runId(payload);
  await storeFacts(project.id, [{ kind: 'run', id: origin, part: '', at, newness, environment, version, body }]);
  await storeSightings(
    project.id,
    failures.map((failure) => sightingOf(failure, payload, origin, newness)),
  );
  // A run that was told anew since is decided by its newer word.
  const [held] = await factsById(project.id, 'run', [origin]);
  return held?.newness === newness ? fileFailures({ project, payload, failures, now }) : ok(null);
}

/** Of a run that breaks everywhere the rest stands in the sightings alone. */
const mostListed = 200;
const mostTests = 50;

function sightingOf(failure: FailureGroup, payload: TestRunDelivery, origin: string, newness: string): SightingDetail {
  const { at, suite, environment, segment, version, build } = payload;
  const { kind, title, topFrame, tests, message, trace } = failure;
  const detail = { kind, title, topFrame, tests: tests.slice(0, mostTests).map(({ name, class: of }) => ({ name, class: of })) };
  return {
    ...{ subject: failure.fingerprint, origin, at, newness, suite, environment, segment, version, build },
    ...{ times: failure.count, flaky: failure.flaky, detail: canonical({ ...detail, message, trace }) },
  };
}
