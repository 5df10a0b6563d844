import type { TestRunDelivery } from '../contracts/deliveries';
import type { StoredProject } from '../defects/shell';
import { between } from '../kernel/instant';
import type { Instant } from '../kernel/instant';
import { fetchIssues, ok, searchIds } from '../platform/jira';
import type { JiraOutcome } from '../platform/jira';
import type { FailureGroup } from '../triage';
import { brokenRunSubject, failuresBySubject, storeFailure } from '../triage/shell';
import type { StoredFailure } from '../triage/shell';
import { placeOf } from './failure-facts';
import { failureLabel } from './failure-label';

/** Jira's search may not know an issue in its first seconds: so long after an attempt nobody can say that it made none. */
const searchKnowsAfter = 30_000;

/**
 * Finds out what became of defects that were being made when a function died: an issue with the failure's label is the one; where there
 * is none, it was never made.
 */
export async function finishFiling(
  project: StoredProject,
  payload: TestRunDelivery,
  failures: readonly FailureGroup[],
  now: Instant,
): Promise<JiraOutcome<null>> {
  const subjects = [...failures.map(({ fingerprint }) => fingerprint), brokenRunSubject(placeOf(payload))];
  const stored = await failuresBySubject(project.id, subjects);
  for (const failure of [...stored.values()].filter(({ state }) => state === 'filing')) {
    const waited = between(failure.changedAt, now);
    if (waited < searchKnowsAfter)
      return {
        kind: 'busy',
        because: 'A defect was being made a moment ago.',
        retryAfter: Math.ceil((searchKnowsAfter - waited) / 1000),
      };
    const finished = await finish(project, failure, now);
    if (finished.kind !== 'ok') return finished;
  }
  return ok(null);
}

async function finish(project: StoredProject, failure: StoredFailure, now: Instant): Promise<JiraOutcome<null>> {
  const made = await searchIds(`project = ${project.id} AND labels = "${failureLabel(failure.subject)}" ORDER BY created DESC`);
  if (made.kind !== 'ok') return made;
  // Of several, those before were done when this one was begun.
  const found = await fetchIssues(made.value.filter((id) => id !== failure.issueId).slice(0, 1), []);
  if (found.kind !== 'ok') return found;
  const issue = found.value[0];
  const isNew = issue !== undefined && issue.fields.created >= failure.changedAt;
  await storeFailure(
    project.id,
    isNew
      ? { ...failure, state: 'filed', issueId: issue.id, issueKey: issue.key, changedAt: now }
      : { ...failure, state: failure.issueId === null ? 'tracked' : 'filed', changedAt: now },
  );
  return ok(null);
}
