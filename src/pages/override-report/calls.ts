import type { BridgeRequest, BridgeView } from '../../contracts/bridge';
import type { Answer } from '../../contracts/screen';
import { overrideReport as reportOf } from '../../gates';
import { overrideStore } from '../../gates/shell';
import { peopleBehind } from '../../governance/shell';
import { day, plus } from '../../kernel/instant';
import { shown } from '../answer';
import { openProject } from '../open-project';
import type { Viewer } from '../viewer';

const days = 90;
/** More than anybody asks for in that time. */
const most = 2000;

/** Who asked for overrides in the last 90 days, who approved them, and for which reasons. For everybody who may see the project. */
export async function overrideReport(
  { projectId }: BridgeRequest<'overrideReport'>,
  viewer: Viewer,
): Promise<Answer<BridgeView<'overrideReport'>>> {
  const opened = await openProject(projectId, viewer);
  if (opened.kind !== 'open') return opened;
  const report = reportOf(await overrideStore.where('project_id = ?', [projectId], most), viewer.now, days);
  const people = await peopleBehind(report.people.map(({ who }) => who));
  const { asked, granted, reasons } = report;
  return shown({
    ...{ sinceDay: plus(viewer.now, -days * day).slice(0, 10), asked, granted, reasons: [...reasons] },
    voided: report.states.void ?? 0,
    people: report.people.map(({ who, ...counts }) => ({
      who: { accountId: people.get(who) ?? null, pseudonym: who },
      ...counts,
    })),
  });
}
