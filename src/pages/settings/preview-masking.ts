import type { BridgeRequest, BridgeView } from '../../contracts/bridge';
import type { Answer } from '../../contracts/screen';
import { notAdmin } from '../admins-only';
import { shown } from '../answer';

export async function previewMasking({ text }: BridgeRequest<'previewMasking'>): Promise<Answer<BridgeView<'previewMasking'>>> {
  const stop = await notAdmin();
  if (stop !== null) return stop;
  return shown({ parts: [{ text, masked: false }] });
}
