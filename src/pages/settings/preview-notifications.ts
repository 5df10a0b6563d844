import type { BridgeRequest, BridgeView } from '../../contracts/bridge';
import type { Answer } from '../../contracts/screen';
import { previewNotifications as preview } from '../../notifications/shell';
import { notAdmin } from '../admins-only';
import { shown } from '../answer';
import type { Viewer } from '../viewer';

/** Whom the rules would have told in the last 30 days. Changes nothing. */
export async function previewNotifications(
  { rules }: BridgeRequest<'previewNotifications'>,
  viewer: Viewer,
): Promise<Answer<BridgeView<'previewNotifications'>>> {
  const stop = await notAdmin();
  return stop ?? shown(await preview(rules, viewer.now));
}
