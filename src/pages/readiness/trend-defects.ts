import type { BridgeRequest, BridgeView } from '../../contracts/bridge';
import { mostChartDefects } from '../../contracts/chart-defects';
import type { Answer } from '../../contracts/screen';
import type { TrendDefectsView } from '../../contracts/trend-defects';
import { openThen } from '../../defects';
import type { DefectHistory } from '../../defects';
import { defectsOfVersion, historiesOf, statusCategories, versionById } from '../../defects/shell';
import type { StoredDefect } from '../../defects/shell';
import { openDefectsOf } from '../../gates';
import type { Instant } from '../../kernel/instant';
import { defaultSettings } from '../../settings';
import { readSettings } from '../../settings/shell';
import { maySee } from '../access';
import { refused, shown } from '../answer';
import { openProject } from '../open-project';
import type { Viewer } from '../viewer';

/** The defects behind a day of the trend. */
export async function trendDefects(
  { projectId, versionId, day }: BridgeRequest<'trendDefects'>,
  viewer: Viewer,
): Promise<Answer<BridgeView<'trendDefects'>>> {
  const { now } = viewer;
  const opened = await openProject(projectId, viewer);
  if (opened.kind !== 'open') return opened;
  const version = await versionById(versionId);
  if (version === null || version.projectId !== projectId) {
    return refused('No such release', 'This project has no such version. It may have been deleted or merged into another.');
  }
  const [all, settings] = await Promise.all([defectsOfVersion(versionId), readSettings()]);
  const seen = all.filter((defect) => maySee(opened.access, defect.securityLevel));
  if (day >= now.slice(0, 10)) {
    const { defectTypes } = settings.kind === 'ok' ? settings.settings : defaultSettings;
    const jql = openDefectsOf({ projectKey: opened.project.key, defectTypes, versionId, versionName: version.name });
    const open = seen.filter((defect) => defect.open);
    return shown({ ...listed(open), jql });
  }
  const [histories, categories] = await Promise.all([historiesOf(seen.map(({ id }) => id)), statusCategories()]);
  return shown({ ...listed(openAtEnd(seen, histories, day, categories)), jql: null });
}

/** Those that were open at the end of a past day, as the trend counted them. */
export function openAtEnd(
  defects: readonly StoredDefect[],
  histories: ReadonlyMap<string, Pick<DefectHistory, 'status'>>,
  day: string,
  categories: ReadonlyMap<string, string>,
): StoredDefect[] {
  const end: Instant = `${day}T23:59:59.999Z`;
  return defects.filter(({ id }) =>
    openThen(histories.get(id) ?? { status: [] }, end, (status) => categories.get(status) ?? null),
  );
}

function listed(defects: readonly StoredDefect[]): Omit<TrendDefectsView, 'jql'> {
  const oldestFirst = defects.toSorted((a, b) => (a.createdAt < b.createdAt ? -1 : 1));
  return { ids: oldestFirst.slice(0, mostChartDefects).map(({ id }) => id), total: defects.length };
}
