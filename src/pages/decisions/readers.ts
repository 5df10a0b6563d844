import type { BridgeRequest, BridgeView } from '../../contracts/bridge';
import type { Answer } from '../../contracts/screen';
import { versionsOf } from '../../defects/shell';
import { accessesOf, peopleBehind } from '../../governance/shell';
import { day, plus } from '../../kernel/instant';
import { notAdmin } from '../admins-only';
import { shown } from '../answer';
import { openProject } from '../open-project';
import type { Viewer } from '../viewer';
import { readersView } from './readers-view';

/** Days that are looked at, today among them; the settings keep at least as many. */
const days = 30;
const most = 200;

/** Who opened and exported what of a project. For people who administer Jira: it tells what colleagues did. */
export async function readers({ projectId }: BridgeRequest<'readers'>, viewer: Viewer): Promise<Answer<BridgeView<'readers'>>> {
  const stop = await notAdmin();
  if (stop !== null) return stop;
  const opened = await openProject(projectId, viewer);
  if (opened.kind !== 'open') return opened;
  const sinceDay = plus(viewer.now, -(days - 1) * day).slice(0, 10);
  const [accesses, versions] = await Promise.all([accessesOf(projectId, sinceDay, most + 1), versionsOf(projectId)]);
  const people = await peopleBehind([...new Set(accesses.map(({ pseudonym }) => pseudonym))]);
  return shown(readersView({ accesses, people, versions, sinceDay, most }));
}
