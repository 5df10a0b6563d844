import { defectsById, fixVersionsByDefect, versionsOf } from '../defects/shell';
import type { StoredDefect } from '../defects/shell';
import { pseudonymOf } from '../governance/shell';
import { sha256 } from '../kernel/hash';
import { minute, plus } from '../kernel/instant';
import type { Instant } from '../kernel/instant';
import { newId } from '../platform/identity';
import { ok, viewerMayEditOf } from '../platform/jira';
import type { JiraOutcome } from '../platform/jira';
import { readSettings } from '../settings/shell';
import { endOfDay, isComing, requestProblems, stateAt, timesHeld } from '../triage';
import type { Deferral, DeferralProblem, DeferralWish, RequestFacts } from '../triage';
import { deferralsOfIssues, earlierRationales, insertDeferral } from '../triage/shell';
import { carryOutAgain } from './carry-out-deferrals';
import { endDeferrals } from './expire-deferrals';

export interface DeferralRequest {
  readonly projectId: string;
  readonly issueIds: readonly string[];
  readonly wish: DeferralWish;
  readonly accountId: string;
  readonly now: Instant;
  /** Checks, and changes nothing. */
  readonly dryRun: boolean;
}

export interface RequestResult {
  readonly issueId: string;
  readonly outcome: 'requested' | 'refused' | 'acceptable';
  readonly deferralId: string | null;
  readonly problems: readonly DeferralProblem[];
}

/** A request that was cut off half-way may be made again for so long: its own text is then no copy of an earlier one. */
const sameRequest = 60 * minute;
const mostCompared = 300;

/**
 * Asks, as the person at the screen, for the deferral of one or many defects with one rationale: each is checked for itself, and each
 * that can be deferred becomes a request of its own.
 */
export async function requestDeferral(request: DeferralRequest): Promise<JiraOutcome<RequestResult[]>> {
  const { projectId, wish, accountId, now, dryRun } = request;
  const issueIds = [...new Set(request.issueIds)];
  const settings = await readSettings();
  if (settings.kind !== 'ok')
    return { kind: 'failed', because: 'The settings cannot be read, and an admin must save them anew.' };
  const mayEdit = await viewerMayEditOf(issueIds);
  if (mayEdit.kind !== 'ok') return mayEdit;
  const who = await pseudonymOf(accountId, newId());
  const batch = sha256(JSON.stringify([projectId, who, wish]));
  const defects = new Map((await defectsById(issueIds)).map((defect) => [defect.id, defect]));
  const planned = await fixVersionsByDefect(issueIds);
  // What is over gets its end first: it may be some minutes before the clock comes to it.
  if (!dryRun) await endDeferrals(await deferralsOfIssues(issueIds), now);
  const deferrals = await deferralsOfIssues(issueIds);
  const releases = await versionsOf(projectId);
  const earlier = await earlierRationales(projectId, { batch, after: plus(now, -sameRequest) }, mostCompared);
  const results: RequestResult[] = [];
  for (const issueId of issueIds) {
    const defect = defects.get(issueId);
    if (defect?.projectId !== projectId || !mayEdit.value.has(issueId)) {
      results.push(refused(issueId, [unknownDefect(mayEdit.value.has(issueId))]));
      continue;
    }
    const own = deferrals.filter((deferral) => deferral.issueId === issueId);
    const same = own.find((one) => isSame(one, wish, who, now));
    const facts: RequestFacts = {
      ...{ policy: settings.settings.deferrals, now, releases, earlier, deferrals: own, mayEdit: true },
      defect: { ...defect, planned: planned.get(issueId) ?? [] },
    };
    const problems = same === undefined ? requestProblems(wish, facts) : [];
    if (problems.length > 0) results.push(refused(issueId, problems));
    else if (same !== undefined || dryRun)
      results.push({ issueId, outcome: dryRun ? 'acceptable' : 'requested', deferralId: same?.id ?? null, problems: [] });
    else results.push(await keep(deferralOf(defect, facts, wish, who), batch));
  }
  const made = results.flatMap(({ deferralId }) => deferralId ?? []);
  if (!dryRun) await carryOutAgain(made, now);
  return ok(results);
}

const refused = (issueId: string, problems: readonly DeferralProblem[]): RequestResult => ({
  ...{ issueId, outcome: 'refused', deferralId: null, problems },
});

function unknownDefect(mayEdit: boolean): DeferralProblem {
  return mayEdit
    ? { field: 'defect', message: 'Holdpoint does not follow this issue as a defect of this project.' }
    : { field: 'permission', message: 'Jira does not let you edit this issue, so you cannot ask for its deferral.' };
}

/** The request was made already, and only its answer was lost. */
function isSame(deferral: Deferral, wish: DeferralWish, who: string, now: Instant): boolean {
  const { requester, rationale, reason, target, expiresAt } = deferral;
  const said = [requester, rationale, reason.key, target.id, expiresAt];
  const wanted = [who, wish.rationale.trim(), wish.reason, wish.targetVersionId, endOfDay(wish.expiresOn)];
  return stateAt(deferral, now) === 'requested' && said.join('\n') === wanted.join('\n');
}

function deferralOf(defect: StoredDefect, facts: RequestFacts, wish: DeferralWish, who: string): Deferral {
  const { policy, now: at, releases, deferrals } = facts;
  const named = ({ id, name }: { id: string; name: string }) => ({ id, name });
  const target = releases.find(({ id }) => id === wish.targetVersionId);
  const reason = policy.reasons.find(({ key }) => key === wish.reason);
  const expiresAt = endOfDay(wish.expiresOn);
  const control = wish.control?.trim() ?? '';
  return {
    id: `${defect.id}-${Math.max(0, ...deferrals.map(({ id }) => Number(id.split('-')[1]))) + 1}`,
    ...{ projectId: defect.projectId, issueId: defect.id, state: 'requested' },
    reason: { key: wish.reason, name: reason?.name ?? wish.reason },
    rationale: wish.rationale.trim(),
    control: control === '' ? null : control,
    target: target === undefined ? { id: wish.targetVersionId, name: '' } : named(target),
    from: releases.filter((release) => facts.defect.planned.includes(release.id) && isComing(release)).map(named),
    ...{ severity: defect.severity, requester: who, k: timesHeld(deferrals) + 1, expiresAt, comment: false },
    events: [{ act: 'requested', at, who, because: null, expiresAt }],
  };
}

async function keep(deferral: Deferral, batch: string): Promise<RequestResult> {
  const { id, issueId } = deferral;
  if (await insertDeferral(deferral, batch)) return { issueId, outcome: 'requested', deferralId: id, problems: [] };
  return refused(issueId, [{ field: 'defect', message: 'Somebody else asked for its deferral at the same moment.' }]);
}
