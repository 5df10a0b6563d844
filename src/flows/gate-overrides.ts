import { countChange, projectById, versionById } from '../defects/shell';
import { decideOverride, overrideOf, overrideProblems, overrideRationaleProblems } from '../gates';
import type { Override, OverrideCommand, OverrideProblem, OverrideWish } from '../gates';
import { mayNow, overridesOf, overridesToSettle, overrideStore, verdictsOf } from '../gates/shell';
import { pseudonymOf } from '../governance/shell';
import type { Instant } from '../kernel/instant';
import { newId } from '../platform/identity';
import { ok } from '../platform/jira';
import type { JiraOutcome } from '../platform/jira';
import { readSettings } from '../settings/shell';
import { evaluateVersions } from './evaluate-versions';
import { policyAuthors } from './policy-authors';
import { enterOverrides, settleOverrides } from './settle-overrides';

interface Place {
  readonly projectId: string;
  readonly versionId: string;
  readonly accountId: string;
  readonly now: Instant;
}

export interface OverrideAsk extends Place {
  readonly stageKey: string;
  readonly wish: OverrideWish;
}

export type AskOutcome =
  | { readonly kind: 'done'; readonly sentence: string }
  | { readonly kind: 'refused'; readonly problems: readonly OverrideProblem[] };

const noGate = (message: string): JiraOutcome<AskOutcome> => ok({ kind: 'refused', problems: [{ field: 'gate', message }] });
const damaged = 'The settings cannot be read, and an admin must save them anew.';
const unseen = 'You may not see this project in Jira.';

/** Asks, as the person at the screen, that a held gate may be passed for a time. */
export async function requestOverride({
  projectId,
  versionId,
  stageKey,
  wish,
  accountId,
  now,
}: OverrideAsk): Promise<JiraOutcome<AskOutcome>> {
  const settings = await readSettings();
  if (settings.kind !== 'ok') return noGate(damaged);
  const may = await mayNow(projectId, 'override-gates', now);
  if (may.kind !== 'ok') return may;
  if (may.value === null) return noGate(unseen);
  await settleOverrides(versionId, now);
  const version = await versionById(versionId);
  const judged = (await verdictsOf([versionId])).find(({ verdict }) => verdict.stage.key === stageKey);
  if (version?.projectId !== projectId || judged === undefined) return noGate('This release has no verdict for that stage.');
  const others = (await overridesOf(versionId)).filter(({ stage }) => stage.key === stageKey);
  const policy = settings.settings.gates.overrides;
  const earlier = others.map(({ rationale }) => rationale);
  const facts = {
    ...{ policy, verdict: judged.verdict, fresh: judged.until > now, others, now },
    rationaleProblems: overrideRationaleProblems(wish.rationale, { leastWords: policy.leastWords, earlier }),
  };
  const problems = overrideProblems(wish, facts);
  if (problems.length > 0) return ok({ kind: 'refused', problems });
  const requester = await pseudonymOf(accountId, newId());
  const n = Math.max(0, ...others.map(({ id }) => Number(id.split('-').at(-1)))) + 1;
  const place = { projectId, version: { id: version.id, name: version.name }, stage: judged.verdict.stage, requester, n };
  if (!(await overrideStore.insert(overrideOf(wish, facts, place))))
    return noGate('Somebody else asked for one at the same moment.');
  await enterOverrides(versionId);
  await countChange(projectId);
  return ok({ kind: 'done', sentence: 'Asked for. Somebody else who may override gates decides.' });
}

export interface OverrideAct extends Place {
  readonly overrideId: string;
  readonly command: OverrideCommand;
}

/** Approves, refuses or revokes an override as the person at the screen; of two who decide at once, one does. */
export async function decideOverrideOf(
  act: OverrideAct,
): Promise<
  JiraOutcome<{ readonly kind: 'done'; readonly sentence: string } | { readonly kind: 'refused'; readonly message: string }>
> {
  const { projectId, versionId, overrideId, command, accountId, now } = act;
  const refused = (message: string) => ok({ kind: 'refused' as const, message });
  const may = await mayNow(projectId, 'override-gates', now);
  if (may.kind !== 'ok') return may;
  if (may.value === null) return refused(unseen);
  await settleOverrides(versionId, now);
  const override = (await overridesOf(versionId)).find(({ id }) => id === overrideId);
  if (override?.projectId !== projectId) return refused('There is no such override of this release.');
  const judged = (await verdictsOf([versionId])).find(({ verdict }) => verdict.stage.key === override.stage.key);
  if (judged === undefined) return refused('This release has no verdict for that stage.');
  const outcome = decideOverride(override, command, {
    ...{ now, who: await pseudonymOf(accountId, newId()), mayOverride: may.value, authors: await policyAuthors(projectId, now) },
    ...{ verdict: judged.verdict, fresh: judged.until > now },
  });
  if (outcome.kind === 'refused') return ok(outcome);
  if (!(await overrideStore.update(outcome.override)))
    return refused('Somebody else has changed this override meanwhile. Reload the page to see it as it is.');
  await carryOut(outcome.override, now);
  return ok({ kind: 'done', sentence: doneWords[command.act] });
}

const doneWords: Readonly<Record<OverrideCommand['act'], string>> = {
  approve: 'Approved. The gate may be passed until it is over, unless a new reason holds it.',
  refuse: 'Refused. The gate stays held.',
  revoke: 'Revoked. The gate is held again.',
};

/** The ledger first, because an approval counts only once it stands there; then what is published. */
async function carryOut({ projectId, version }: Override, now: Instant): Promise<void> {
  await enterOverrides(version.id);
  await countChange(projectId);
  await evaluateVersions({ projectId, versions: new Set([version.id]), now, stampAnew: false });
}

/** Ends overrides whose time is over, and does what a dead function left undone. Locks do not wait for this: they look at the time. */
export async function finishOverrides(now: Instant): Promise<void> {
  const open = await overridesToSettle(now, 200);
  for (const versionId of new Set(open.map(({ version }) => version.id))) {
    await settleOverrides(versionId, now);
    const projectId = open.find(({ version }) => version.id === versionId)?.projectId ?? '';
    if ((await projectById(projectId)) !== null)
      await evaluateVersions({ projectId, versions: new Set([versionId]), now, stampAnew: false });
  }
}
