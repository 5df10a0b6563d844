import { defectsById, fixVersionsByDefect, versionById } from '../defects/shell';
import { pseudonymOf } from '../governance/shell';
import { dayWords } from '../kernel/day-words';
import type { Instant } from '../kernel/instant';
import { deferralTold } from '../notifications';
import type { NotificationRules, ReleaseFacts, Told } from '../notifications';
import { newId } from '../platform/identity';
import { ok } from '../platform/jira';
import type { JiraOutcome } from '../platform/jira';
import type { Settings } from '../settings';
import { levelFor, levelWords, revisionOf } from '../triage';
import type { Deferral } from '../triage';
import { approversAt } from '../triage/shell';
import { notify, releaseFacts } from './notify';

type DeferralNews = Parameters<typeof deferralTold>[1]['event'];

/** Tells of deferrals, each once for each of its revisions. Nobody is told while Jira cannot say who approves: it is done again. */
export async function tellDeferrals(
  event: DeferralNews,
  deferrals: readonly Deferral[],
  settings: Settings,
  now: Instant,
): Promise<JiraOutcome<null>> {
  if (deferrals.length === 0) return ok(null);
  const ids = deferrals.map(({ issueId }) => issueId);
  const defects = new Map((await defectsById(ids)).map((defect) => [defect.id, defect]));
  const planned = await fixVersionsByDefect(ids);
  const releases = new Map<string, ReleaseFacts>();
  for (const id of new Set([...planned.values()].flat())) {
    const version = await versionById(id);
    if (version !== null) releases.set(id, await releaseFacts(version, settings));
  }
  const approvers = await approversOf(event, deferrals, settings, now);
  if (approvers.kind !== 'ok') return approvers;
  const told = deferrals.flatMap((deferral): Told[] => {
    const { id, projectId, issueId, target, k, expiresAt, requester } = deferral;
    const defect = defects.get(issueId);
    if (defect === undefined) return [];
    const happening = { id: `${event}:${id}:${revisionOf(deferral)}`, at: now, projectId };
    const facts = {
      ...{ event, defect, target: target.name, day: dayWords(expiresAt), approver: levelWords(levelFor(settings.deferrals, k)) },
      ...{ approvers: approvers.value.get(id) ?? [], requesters: [requester] },
    };
    const about = (planned.get(issueId) ?? []).flatMap((version) => releases.get(version) ?? []);
    return [deferralTold(happening, facts, about)];
  });
  await notify(told, now);
  return ok(null);
}

/** Whether any rule wants to know who approves: only then Jira is asked. */
function asksApprovers({ on, rules }: NotificationRules, event: DeferralNews): boolean {
  const asks = rules.filter(({ active, events }) => active && events.includes(event));
  return on && asks.some(({ to }) => to.some(({ kind }) => kind === 'approvers'));
}

/** Pseudonyms of those who may approve, by deferral; nobody approves what they have asked for themselves. */
async function approversOf(
  event: DeferralNews,
  deferrals: readonly Deferral[],
  { notifications, deferrals: policy }: Settings,
  now: Instant,
): Promise<JiraOutcome<ReadonlyMap<string, readonly string[]>>> {
  const found = new Map<string, readonly string[]>();
  if (!asksApprovers(notifications, event)) return ok(found);
  const ofLevels = new Map<string, readonly string[]>();
  for (const { id, projectId, k, requester } of deferrals) {
    const level = levelFor(policy, k);
    const name = `${projectId}:${policy.approvers.indexOf(level)}`;
    if (!ofLevels.has(name)) {
      const people = await approversAt(level, projectId, now);
      if (people.kind !== 'ok') return people;
      ofLevels.set(name, await pseudonymsOf(people.value));
    }
    const others = ofLevels.get(name)?.filter((pseudonym) => pseudonym !== requester);
    found.set(id, others ?? []);
  }
  return ok(found);
}

function pseudonymsOf(accountIds: readonly string[]): Promise<string[]> {
  return Promise.all(accountIds.map((accountId) => pseudonymOf(accountId, newId())));
}
