import type { BridgeView } from '../../contracts/bridge';
import type { Answer } from '../../contracts/screen';
import { siteStatuses } from '../../defects/shell';
import { notAdmin } from '../admins-only';
import { shown } from '../answer';

/** Statuses of the site, for the editor of the transition map: what comes first in work stands first. */
export async function statusChoices(): Promise<Answer<BridgeView<'statusChoices'>>> {
  const stop = await notAdmin();
  if (stop !== null) return stop;
  const order = ['new', 'indeterminate', 'done'];
  const statuses = [...(await siteStatuses()).values()].sort(
    (a, b) => order.indexOf(a.category) - order.indexOf(b.category) || a.name.localeCompare(b.name),
  );
  return shown({ statuses });
}
