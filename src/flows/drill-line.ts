import { countChange } from '../defects/shell';
import { actOnDrill, drillAdvanced, furtherStages, nextOfDrill, startDrill } from '../gates';
import type { Drill } from '../gates';
import { drillsOf, drillStore, drillsToAdvance, mayNow } from '../gates/shell';
import type { StoredDrill } from '../gates/shell';
import { pseudonymOf } from '../governance/shell';
import type { Instant } from '../kernel/instant';
import { readClock } from '../platform/clock';
import { newId } from '../platform/identity';
import { ok } from '../platform/jira';
import type { JiraOutcome } from '../platform/jira';
import { pushMessages } from '../platform/queue';
import { readSettings } from '../settings/shell';
import { enterDrill } from './enter-drill';
import type { ControlOutcome } from './gate-holds';
import { tellDrill } from './tell-line';

const refused = (message: string): JiraOutcome<ControlOutcome> => ok({ kind: 'refused', message });
const unseen = 'You may not see this project in Jira.';
const meanwhile = 'Somebody else has changed this meanwhile. Reload the page to see it as it is.';

export interface DrillWish {
  readonly projectId: string;
  readonly version: { readonly id: string; readonly name: string };
  /** Key of the stage in whose dark deployment the S1 is thought to be seen. */
  readonly stageKey: string;
  readonly accountId: string;
  readonly now: Instant;
}

/**
 * Starts a drill. What a real S1 would set going is set going by the same queue, in which it waits behind whatever the project is busy
 * with, so that the times are those of a real case.
 */
export async function startLineDrill(wish: DrillWish): Promise<JiraOutcome<ControlOutcome>> {
  const { projectId, version, stageKey, accountId, now } = wish;
  const may = await mayNow(projectId, 'lift-holds', now);
  if (may.kind !== 'ok') return may;
  if (may.value === null) return refused(unseen);
  if (!may.value) return refused('This needs somebody who may place and lift holds in this project.');
  const settings = await readSettings();
  if (settings.kind !== 'ok') return refused('The settings cannot be read, and an admin must save them anew.');
  const stage = settings.settings.stages.find(({ key }) => key === stageKey);
  if (stage === undefined) return refused('There is no such stage.');
  const others = await drillsOf(version.id);
  if (others.some((other) => other.state === 'running' && nextOfDrill(other, now) !== 'lapse'))
    return refused('A drill of this release is running already.');
  const drill = startDrill({
    ...{ projectId, version, stage: { key: stage.key, name: stage.name }, who: await pseudonymOf(accountId, newId()), now },
    stages: furtherStages(settings.settings.stages, stage.key),
    n: Math.max(0, ...others.map(({ id }) => Number(id.split('-').at(-1)))) + 1,
  });
  if (!(await drillStore.insert(drill))) return refused(meanwhile);
  await enterDrill({ ...drill, entered: 0 }, settings.revision);
  await countChange(projectId);
  await pushMessages([{ kind: 'drill', projectId }]);
  return ok({ kind: 'done', sentence: 'The drill has started. Nothing is held.' });
}

export interface DrillAct {
  readonly projectId: string;
  readonly versionId: string;
  readonly drillId: string;
  readonly act: 'agree' | 'call-off';
  readonly because: string;
  readonly accountId: string;
  readonly now: Instant;
}

/** One of two people agrees, as they would to lift a stopped line; or somebody calls the drill off. */
export async function actOnLineDrill(wish: DrillAct): Promise<JiraOutcome<ControlOutcome>> {
  const { projectId, versionId, drillId, act, because, accountId, now } = wish;
  const may = await mayNow(projectId, 'lift-holds', now);
  if (may.kind !== 'ok') return may;
  if (may.value === null) return refused(unseen);
  const drill = (await drillsOf(versionId)).find(({ id }) => id === drillId);
  if (drill?.projectId !== projectId) return refused('There is no such drill of this release.');
  const who = await pseudonymOf(accountId, newId());
  const outcome = actOnDrill(drill, act, { who, mayLift: may.value, because, now });
  if (outcome.kind === 'refused') return ok(outcome);
  if (!(await drillStore.update(outcome.drill))) return refused(meanwhile);
  await enterDrill({ ...outcome.drill, entered: drill.entered }, (await readSettings()).revision);
  await countChange(projectId);
  return ok({ kind: 'done', sentence: sentences[outcome.drill.state] });
}

const sentences: Readonly<Record<Drill['state'], string>> = {
  running: 'You have agreed. It takes one more person.',
  over: 'The drill is over. Its times stand below and in the ledger.',
  'called-off': 'The drill is called off.',
  lapsed: 'The drill is over.',
};

/** Does what the app has to do with drills, step by step; each step is kept before the next. @param projectId null for every project */
export async function advanceDrills(projectId: string | null): Promise<JiraOutcome<null>> {
  for (const drill of await drillsToAdvance(projectId)) await advance(drill);
  return ok(null);
}

const mostSteps = 4;

async function advance(stored: StoredDrill): Promise<void> {
  const { revision } = await readSettings();
  let drill = stored;
  for (let step = 0; step < mostSteps; step += 1) {
    await enterDrill(drill, revision);
    const event = await eventOf(drill, readClock());
    const next = event === null ? null : drillAdvanced(drill, event);
    if (next === null || !(await drillStore.update(next))) return;
    await countChange(drill.projectId);
    drill = { ...next, entered: drill.events.length };
  }
}

type AppEvent = Parameters<typeof drillAdvanced>[1];

async function eventOf(drill: StoredDrill, now: Instant): Promise<AppEvent | null> {
  switch (nextOfDrill(drill, now)) {
    case 'stop':
      return { act: 'stopped', at: now, because: 'The line would be stopped now.' };
    case 'tell': {
      const outcome = await tellDrill(drill, now);
      return outcome === null ? null : { act: outcome.told ? 'told' : 'not-told', at: readClock(), because: outcome.because };
    }
    case 'lapse':
      return { act: 'lapsed', at: now, because: 'Nobody ended it within 24 hours.' };
    case null:
      return null;
  }
}
