import { countChange, versionById } from '../defects/shell';
import { beginFreeze, endFreeze } from '../gates';
import type { Freeze } from '../gates';
import { freezesOf, freezeStore, mayNow } from '../gates/shell';
import { pseudonymOf } from '../governance/shell';
import type { Instant } from '../kernel/instant';
import { newId } from '../platform/identity';
import { ok } from '../platform/jira';
import type { JiraOutcome } from '../platform/jira';
import { readSettings } from '../settings/shell';
import type { ControlOutcome } from './gate-holds';
import { publishFreezes } from './publish-freezes';
import { enterFreezes, settleFreezes } from './settle-freezes';

export interface FreezeAct {
  readonly projectId: string;
  readonly versionId: string;
  readonly act: 'begin' | 'end';
  readonly because: string;
  readonly accountId: string;
  readonly now: Instant;
}

const refused = (message: string): JiraOutcome<ControlOutcome> => ok({ kind: 'refused', message });

/** Freezes a release by hand, or ends its freeze, as the person at the screen. */
export async function changeFreezeByHand(wish: FreezeAct): Promise<JiraOutcome<ControlOutcome>> {
  const { projectId, versionId, act, because, accountId, now } = wish;
  const may = await mayNow(projectId, 'lift-holds', now);
  if (may.kind !== 'ok') return may;
  if (may.value === null) return refused('You may not see this project in Jira.');
  const version = await versionById(versionId);
  if (version?.projectId !== projectId) return refused('This project has no such release.');
  // What has begun by itself is ended by hand too: it has to stand there first.
  const settled = await settleFreezes(projectId, now);
  if (settled.kind !== 'ok') return settled;
  const { kind, revision } = await readSettings();
  if (kind !== 'ok') return refused('The settings cannot be read, and an admin must save them anew.');
  const freezes = await freezesOf([versionId]);
  const actor = { who: await pseudonymOf(accountId, newId()), may: may.value, because };
  const place = { projectId, version: { id: versionId, name: version.name }, isOut: version.released || version.archived };
  const outcome =
    act === 'begin' ? beginFreeze({ ...place, day: null, ticket: null, freezes, now }, actor) : endFreeze(freezes, actor, now);
  if (outcome.kind === 'refused') return ok(outcome);
  if (!(await kept(outcome.freeze, act)))
    return refused('Somebody else has changed this meanwhile. Reload the page to see it as it is.');
  await enterFreezes(projectId, revision, now);
  await countChange(projectId);
  // Where Jira has no answer now, the next round publishes it.
  await publishFreezes(projectId);
  return ok({
    kind: 'done',
    sentence: act === 'begin' ? `${version.name} is frozen.` : `The freeze of ${version.name} is over.`,
  });
}

function kept(freeze: Freeze, act: FreezeAct['act']): Promise<boolean> {
  return act === 'begin' ? freezeStore.insert(freeze) : freezeStore.update(freeze);
}
