import type { TestRunDelivery } from '../contracts/deliveries';
import type { StoredProject } from '../defects/shell';
import type { Instant } from '../kernel/instant';
import { ok } from '../platform/jira';
import type { JiraOutcome } from '../platform/jira';
import { readSettings } from '../settings/shell';
import { decideRun } from '../triage';
import type { FailureGroup, TestRun } from '../triage';
import { actOn } from './act-on-failure';
import { failureFacts } from './failure-facts';
import { finishFiling } from './finish-filing';

/** A run whose facts are stored. */
export interface RunTaken {
  readonly project: StoredProject;
  readonly payload: TestRunDelivery;
  readonly failures: readonly FailureGroup[];
  readonly now: Instant;
}

/**
 * Decides what becomes of the failures of a run, and does it: makes defects, opens them again, proposes to close them. Doing it again
 * after a crash does what was left undone. Where the settings cannot be read nobody knows when a failure is a defect: it waits.
 */
export async function fileFailures({ project, payload, failures, now }: RunTaken): Promise<JiraOutcome<null>> {
  const settings = await readSettings();
  if (settings.kind === 'damaged') return { kind: 'failed', because: 'The settings cannot be read.' };
  const finished = await finishFiling(project, payload, failures, now);
  if (finished.kind !== 'ok') return finished;
  const { failures: policy } = settings.settings;
  const run = testRun(project, payload, failures);
  const facts = await failureFacts(project, payload, failures, policy.notFixed);
  if (facts.kind !== 'ok') return facts;
  for (const decision of decideRun(run, facts.value, policy, now)) {
    const done = await actOn(decision, { project, run, settings: settings.settings, revision: settings.revision, now });
    if (done.kind !== 'ok') return done;
  }
  return ok(null);
}

function testRun({ key }: StoredProject, payload: TestRunDelivery, failures: readonly FailureGroup[]): TestRun {
  const { run, suite, environment, segment, service, version, build, commit, branch, url, at, sequence, tally, log } = payload;
  const where = { suite, environment, segment, service, version, build, commit, branch, url };
  return { run, project: key, ...where, at, sequence, complete: true, tally, failures, log };
}
