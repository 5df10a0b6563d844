import { countChange } from '../defects/shell';
import { liftHold, placeHold } from '../gates';
import type { Hold } from '../gates';
import { holdsOf, holdStore, linesToTell, mayNow } from '../gates/shell';
import { pseudonymOf } from '../governance/shell';
import type { Instant } from '../kernel/instant';
import { newId } from '../platform/identity';
import { ok } from '../platform/jira';
import type { JiraOutcome } from '../platform/jira';
import { readSettings } from '../settings/shell';
import { enterHold } from './enter-gate-control';
import { evaluateVersions } from './evaluate-versions';
import { tellLine } from './tell-line';

/** What became of an act on a gate, in words for the person who acted. */
export type ControlOutcome =
  { readonly kind: 'done'; readonly sentence: string } | { readonly kind: 'refused'; readonly message: string };

const refused = (message: string): JiraOutcome<ControlOutcome> => ok({ kind: 'refused', message });
const unseen = 'You may not see this project in Jira.';
const meanwhile = 'Somebody else has changed this meanwhile. Reload the page to see it as it is.';

export interface HoldWish {
  readonly projectId: string;
  readonly version: { readonly id: string; readonly name: string };
  /** Keys of stages; null for every one. */
  readonly stages: readonly string[] | null;
  readonly because: string;
  readonly accountId: string;
  readonly now: Instant;
}

/** Holds a release by hand. The hold counts at once; the ledger has it before the answer is given. */
export async function placeManualHold(wish: HoldWish): Promise<JiraOutcome<ControlOutcome>> {
  const { projectId, version, stages, because, accountId, now } = wish;
  const may = await mayNow(projectId, 'lift-holds', now);
  if (may.kind !== 'ok') return may;
  if (may.value === null) return refused(unseen);
  if (!may.value) return refused('This needs somebody who may place and lift holds in this project.');
  const owner = await pseudonymOf(accountId, newId());
  const n = Math.max(0, ...(await holdsOf(version.id)).map(({ id }) => Number(id.split('-').at(-1)))) + 1;
  const hold = placeHold({ projectId, version, stages, cause: 'manual', owner, n, because, now });
  if (!(await holdStore.insert(hold))) return refused(meanwhile);
  await carryOutHold(hold, now);
  return ok({ kind: 'done', sentence: `${version.name} is held.` });
}

export interface Lift {
  readonly projectId: string;
  readonly versionId: string;
  readonly holdId: string;
  readonly because: string;
  readonly accountId: string;
  readonly now: Instant;
}

/** Lifts a hold, or makes a beginning where it takes two. */
export async function liftHoldOf({
  projectId,
  versionId,
  holdId,
  because,
  accountId,
  now,
}: Lift): Promise<JiraOutcome<ControlOutcome>> {
  const may = await mayNow(projectId, 'lift-holds', now);
  if (may.kind !== 'ok') return may;
  if (may.value === null) return refused(unseen);
  const hold = (await holdsOf(versionId)).find(({ id }) => id === holdId);
  if (hold?.projectId !== projectId) return refused('There is no such hold on this release.');
  const who = await pseudonymOf(accountId, newId());
  const outcome = liftHold(hold, { who, mayLift: may.value, because, now });
  if (outcome.kind === 'refused') return ok(outcome);
  if (!(await holdStore.update(outcome.hold))) return refused(meanwhile);
  await carryOutHold(outcome.hold, now);
  const lifted = outcome.hold.state === 'lifted';
  return ok({ kind: 'done', sentence: lifted ? 'The hold is lifted.' : 'You have agreed. It takes one more person to lift it.' });
}

/** The ledger first, because a lifted hold counts until it stands there; then the verdicts. */
export async function carryOutHold({ projectId, version }: Hold, now: Instant): Promise<void> {
  await enterHolds(version.id);
  await countChange(projectId);
  await evaluateVersions({ projectId, versions: new Set([version.id]), now, stampAnew: false });
}

async function enterHolds(versionId: string): Promise<void> {
  const { revision } = await readSettings();
  for (const hold of await holdsOf(versionId)) await enterHold(hold, revision);
}

/** Does what a dead function left undone. */
export async function finishHolds(now: Instant): Promise<void> {
  for (const hold of await holdStore.toEnter(200)) await carryOutHold(hold, now);
  for (const hold of await linesToTell()) await tellLine(hold, now);
}
