import { ticketsOfVersion, versionsOf } from '../defects/shell';
import type { StoredVersion } from '../defects/shell';
import { deploymentsOf, stageOf } from '../environments';
import type { Deployment } from '../environments';
import { deploymentSteps } from '../environments/shell';
import { verdictsOf } from '../gates/shell';
import { between, plus } from '../kernel/instant';
import type { Instant } from '../kernel/instant';
import { gatheringTime, ticketToTellOn, withLadder } from '../notifications';
import type { ReleaseFacts, Told } from '../notifications';
import { gather, tellDue } from '../notifications/shell';
import { claimFleeting } from '../platform/key-value';
import { logFailure } from '../platform/log';
import { pushMessages } from '../platform/queue';
import type { Settings } from '../settings';
import { readSettings } from '../settings/shell';
import { hasLadder } from './owner-facts';

/** Steps of deployments that say where a release is; what is older has long been replaced. */
const mostSteps = 500;
/** A queue holds a message back for so long at most, in seconds. */
const longestDelay = 900;

/**
 * Takes in what people may want to be told of, and sees to it that it is decided in a minute. That it cannot be taken in is no reason
 * to fail what happened.
 */
export async function notify(happened: readonly Told[], now: Instant): Promise<void> {
  try {
    let isNew = false;
    for (const one of happened) isNew = (await gather(one)) || isNew;
    // What comes within the same minute is told by the message that is on its way, or by the one that follows it.
    if (isNew) await tellOnce(`tell-after:${now.slice(0, 16)}`, plus(now, gatheringTime), now);
  } catch (error) {
    logFailure('not-gathered', error);
  }
}

/** Tells what is due. Nobody is told anything while the settings cannot be read: it waits. */
export async function tell(now: Instant): Promise<void> {
  const settings = await readSettings();
  if (settings.kind !== 'ok') return;
  const next = await tellDue(withLadder(settings.settings.notifications, hasLadder(settings.settings)), now);
  if (next === null) return;
  const at = next > now ? next : now;
  await tellOnce(`tell-at:${at}`, at, now);
}

/** Of several who ask for the same, one sends the message. @param name of what is asked for, the same for all of them */
async function tellOnce(name: string, at: Instant, now: Instant): Promise<void> {
  const seconds = Math.min(longestDelay, Math.max(1, Math.ceil(between(now, at) / 1000)));
  if (!(await claimFleeting(name, { at: now }, seconds + 600))) return;
  await pushMessages([{ kind: 'tell', projectId: 'site' }], seconds);
}

/** A release as it stands: where it is told of, where it is deployed, what its gates say. */
export async function releaseFacts(version: StoredVersion, settings: Settings): Promise<ReleaseFacts> {
  const steps = await deploymentSteps(version.projectId, version.name, mostSteps);
  const deployments = deploymentsOf(steps).filter((deployment) => deployment.version === version.name);
  const gates = (await verdictsOf([version.id])).map(({ verdict: { stage, state, sentence } }) => ({
    stage,
    ...{ from: state, to: state, sentence },
  }));
  return {
    ...{ id: version.id, name: version.name, released: version.released },
    ticketId: ticketToTellOn(await ticketsOfVersion(version.id)),
    deployments: deployments.flatMap((deployment) => deployedIn(deployment, settings)),
    gates,
  };
}

function deployedIn({ environment, state, rolledBack }: Deployment, settings: Settings): ReleaseFacts['deployments'] {
  const stage = stageOf(environment, settings.stages)?.key;
  if (stage === undefined || rolledBack !== null) return [];
  if (state === 'in-progress') return [{ stage, state: 'deploying' }];
  return state === 'successful' ? [{ stage, state: 'deployed' }] : [];
}

/** Releases by their names; what no version is called is left out. */
export async function releasesNamed(
  projectId: string,
  names: readonly (string | null)[],
  settings: Settings,
): Promise<ReleaseFacts[]> {
  const versions = (await versionsOf(projectId)).filter(({ name }) => names.includes(name));
  return Promise.all(versions.map((version) => releaseFacts(version, settings)));
}
