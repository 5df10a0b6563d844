import type { BridgeRequest, BridgeView } from '../../contracts/bridge';
import type { Answer } from '../../contracts/screen';
import { defectsById } from '../../defects/shell';
import { between, minute } from '../../kernel/instant';
import { defaultSettings } from '../../settings';
import { readSettings } from '../../settings/shell';
import { seatsOf, sessionsOf } from '../../triage/shell';
import type { StoredSession } from '../../triage/shell';
import { shown } from '../answer';
import { openProject } from '../open-project';
import { storeState } from '../store-state';
import type { Viewer } from '../viewer';
import { rowFacts } from './facts';
import { targetsOf, triageRow } from './row';
import { waitingIn } from './waiting';

const most = { rows: 200, open: 10, closed: 10 };

/** What waits for a decision in a project, in the order in which it is taken. */
export async function triageQueue(
  { projectId }: BridgeRequest<'triageQueue'>,
  viewer: Viewer,
): Promise<Answer<BridgeView<'triageQueue'>>> {
  const opened = await openProject(projectId, viewer);
  if (opened.kind !== 'open') return opened;
  const { project, access } = opened;
  const stored = await readSettings();
  const settings = stored.kind === 'ok' ? stored.settings : defaultSettings;
  const waiting = await waitingIn(project, settings, access, viewer);
  const ids = waiting.slice(0, most.rows).map(({ defectId }) => defectId);
  const defects = new Map((await defectsById(ids)).map((defect) => [defect.id, defect]));
  const [facts, open, closed] = await Promise.all([
    rowFacts(projectId, [...defects.values()], { viewer, access }),
    sessionsOf(projectId, 'open', most.open),
    sessionsOf(projectId, 'closed', most.closed),
  ]);
  return shown({
    now: viewer.now,
    project: { id: project.id, key: project.key, name: project.name },
    store: storeState(project, viewer.now),
    rows: ids.flatMap((id) => {
      const defect = defects.get(id);
      return defect === undefined ? [] : [triageRow(defect, facts)];
    }),
    more: waiting.length - ids.length,
    targets: targetsOf(facts.versions, settings),
    open: await Promise.all(
      open.map(async ({ id, title, openedAt: startedAt }) => ({ id, title, startedAt, people: (await seatsOf(id)).length })),
    ),
    closed: closed.map(closedView),
  });
}

function closedView({ id, title, openedAt, closedAt, decided, undecided: left }: StoredSession) {
  const at = closedAt ?? openedAt;
  return { id, title, closedAt: at, decided, left, minutes: Math.round(between(openedAt, at) / minute) };
}
