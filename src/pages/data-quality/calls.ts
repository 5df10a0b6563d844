import type { BridgeRequest, BridgeView } from '../../contracts/bridge';
import type { Answer } from '../../contracts/screen';
import { qualityFacts, statusCategories, summariesOf } from '../../defects/shell';
import { readSettings } from '../../settings/shell';
import { scorecardOf } from '../../triage/shell';
import { shown } from '../answer';
import { openProject } from '../open-project';
import type { Viewer } from '../viewer';
import { addDefects, emptyTally } from './tally';
import { dataQualityView } from './view-model';

export async function dataQuality(
  { projectId }: BridgeRequest<'dataQuality'>,
  viewer: Viewer,
): Promise<Answer<BridgeView<'dataQuality'>>> {
  const { now } = viewer;
  const opened = await openProject(projectId, viewer);
  if (opened.kind !== 'open') return opened;
  const { project, access } = opened;
  const [settings, statuses] = await Promise.all([readSettings(), statusCategories()]);
  const context = { now, statuses, tiers: settings.kind === 'ok' ? settings.settings.tiers : null };
  let tally = emptyTally;
  for (let after: string | null = ''; after !== null;) {
    const page: Awaited<ReturnType<typeof qualityFacts>> = await qualityFacts(projectId, after, now);
    tally = addDefects(tally, page.defects, access, context);
    after = page.next;
  }
  const shownIds = Object.values(tally.checks).flatMap(({ worst }) => worst.map(({ id }) => id));
  const summaries = await summariesOf([...new Set(shownIds)]);
  return shown(dataQualityView({ project, tally, summaries, now, scorecard: await scorecardOf(projectId) }));
}
