import { allProjects, countChange, versionById } from '../defects/shell';
import { neededFor, ownSay, sayAt } from '../gates';
import type { Facts, TrainMate } from '../gates';
import { runningTrains, verdictsOf } from '../gates/shell';
import type { StoredVerdict } from '../gates/shell';
import type { Instant } from '../kernel/instant';
import { pushMessages } from '../platform/queue';
import { gateRowsOf } from '../settings';
import { readSettings } from '../settings/shell';

/**
 * Who else rides in the trains of some releases of a project, and what those releases say for themselves. Who is released goes out no
 * more. Of releases of other projects neither the name nor the reason is given on: a verdict is read by people who may not see them.
 */
export async function trainEvidence(
  projectId: string,
  versionIds: readonly string[],
): Promise<(versionId: string) => Facts['trains']> {
  const wanted = new Set(versionIds);
  const trains = (await runningTrains()).filter(({ members }) => members.some(({ versionId }) => wanted.has(versionId)));
  const ids = [...new Set(trains.flatMap(({ members }) => members.map(({ versionId }) => versionId)))];
  const versions = new Map(await Promise.all(ids.map(async (id) => [id, await versionById(id)] as const)));
  const verdicts = ids.length === 0 ? [] : await verdictsOf(ids);
  const read = new Set((await allProjects()).flatMap(({ id, state }) => (state === 'ready' ? [id] : [])));
  const mate = (versionId: string, ofProject: string, name: string): TrainMate => {
    const isOwn = ofProject === projectId;
    const own = verdicts.filter((one) => one.versionId === versionId);
    return {
      name: isOwn ? (versions.get(versionId)?.name ?? name) : null,
      // One that is gone has no verdict that counts: it is not known until the train is changed.
      stages: versions.get(versionId) == null ? {} : saysOf(own, read.has(ofProject), isOwn),
    };
  };
  return (id) => {
    const riding = trains.filter(({ members }) => members.some(({ versionId }) => versionId === id));
    const others = new Map(riding.flatMap(({ members }) => members.map((member) => [member.versionId, member] as const)));
    const coming = [...others.values()].filter(({ versionId }) => versionId !== id && versions.get(versionId)?.released !== true);
    return {
      names: riding.map(({ name }) => name),
      others: coming.map(({ versionId, projectId: of, name }) => mate(versionId, of, name)),
    };
  };
}

function saysOf(verdicts: readonly StoredVerdict[], isRead: boolean, withReasons: boolean): TrainMate['stages'] {
  return Object.fromEntries(
    verdicts.map(({ verdict, freshUntil }) => {
      const say = ownSay(verdict, freshUntil, isRead);
      return [verdict.stage.key, withReasons ? say : { ...say, because: null }];
    }),
  );
}

/** What a release said of a stage before, if anything, and what it says now. */
export interface TrainTurn {
  readonly versionId: string;
  readonly before: Pick<StoredVerdict, 'verdict' | 'freshUntil'> | undefined;
  readonly after: Pick<StoredVerdict, 'verdict' | 'freshUntil'>;
}

/**
 * Has the others of a train judged anew where what a release says for itself has changed. What they say for themselves does not change by
 * that, so it ends there. Where a function dies before this, the round of five minutes makes it good.
 */
export async function tellTrainMates(turns: readonly TrainTurn[], now: Instant): Promise<void> {
  const turned = new Set(turns.flatMap((turn) => (saysAnother(turn, now) ? [turn.versionId] : [])));
  if (turned.size === 0) return;
  const others = (await runningTrains()).flatMap(({ members }) => {
    const here = members.filter(({ versionId }) => turned.has(versionId));
    return here.length === 1 ? members.filter((member) => !here.includes(member)) : here.length === 0 ? [] : members;
  });
  await judgeTrainMates(others.map(({ projectId }) => projectId));
}

function saysAnother({ before, after }: TrainTurn, now: Instant): boolean {
  const stateOf = ({ verdict, freshUntil }: TrainTurn['after']) => sayAt(ownSay(verdict, freshUntil, true), now).state;
  return before === undefined || stateOf(before) !== stateOf(after);
}

/**
 * Judges the releases of these projects whose gates ask about trains. The count of changes goes up first, so that who judges them right
 * now on what was known before does not keep it.
 */
export async function judgeTrainMates(projectIds: readonly string[]): Promise<void> {
  const settings = await readSettings();
  if (settings.kind !== 'ok') return;
  const asking = [...new Set(projectIds)].filter((id) => neededFor(gateRowsOf(settings.settings, id)).has('trains'));
  for (const id of asking) await countChange(id);
  await pushMessages(asking.map((projectId) => ({ kind: 'evaluate', projectId })));
}
