import type { BridgeRequest, BridgeView } from '../../contracts/bridge';
import type { Answer } from '../../contracts/screen';
import { allProjects, projectById } from '../../defects/shell';
import { allSources, deliveryCounts, unusableDeliveries } from '../../ingest/shell';
import { day, plus } from '../../kernel/instant';
import type { Actions } from '../actions';
import { notAdmin } from '../admins-only';
import { refused, shown } from '../answer';
import type { Viewer } from '../viewer';

/** What is said of deliveries looks back so far. */
const lookBack = 30 * day;
const mostProblems = 20;

export async function sources(actions: Actions, viewer: Viewer): Promise<Answer<BridgeView<'sources'>>> {
  const stop = await notAdmin();
  if (stop !== null) return stop;
  const since = plus(viewer.now, -lookBack);
  const listed = (await allSources()).map(async (source) => {
    const { id, name, kind, projectId, createdAt, rotatedAt, revokedAt } = source;
    const { lastAt, waiting, unusable } = await deliveryCounts(id, since);
    const overlap = source.secrets.find(({ until }) => until !== null)?.until ?? null;
    return {
      ...{ id, name, kind, projectId, createdAt, rotatedAt, revokedAt },
      overlapUntil: overlap !== null && overlap > viewer.now ? overlap : null,
      ...{ lastDeliveryAt: lastAt, waiting, unusable },
      webhookUrl: revokedAt === null ? await actions.webhookAddress(source) : null,
    };
  });
  return shown({
    sources: await Promise.all(listed),
    projects: (await allProjects()).map(({ id, key, name }) => ({ id, key, name })),
    problems: await unusableDeliveries(since, mostProblems),
    now: viewer.now,
  });
}

export async function createSource(
  request: BridgeRequest<'createSource'>,
  actions: Actions,
  viewer: Viewer,
): Promise<Answer<BridgeView<'createSource'>>> {
  const stop = await notAdmin();
  if (stop !== null) return stop;
  if (request.projectId !== null && (await projectById(request.projectId)) === null)
    return refused('No such project', 'Holdpoint does not know this project.');
  return shown(await actions.createSource(request, viewer));
}

export async function rotateSource(
  { id, overlapHours }: BridgeRequest<'rotateSource'>,
  actions: Actions,
  viewer: Viewer,
): Promise<Answer<BridgeView<'rotateSource'>>> {
  const stop = await notAdmin();
  if (stop !== null) return stop;
  return shown(await actions.rotateSource(id, overlapHours, viewer));
}

export async function revokeSource(
  { id }: BridgeRequest<'revokeSource'>,
  actions: Actions,
  viewer: Viewer,
): Promise<Answer<BridgeView<'revokeSource'>>> {
  const stop = await notAdmin();
  if (stop !== null) return stop;
  return (await actions.revokeSource(id, viewer)) ? shown({}) : refused('No such source', 'Holdpoint does not know this source.');
}
