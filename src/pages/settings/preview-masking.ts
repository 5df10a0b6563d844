import type { BridgeRequest, BridgeView } from '../../contracts/bridge';
import type { Answer } from '../../contracts/screen';
import { Masker } from '../../environments';
import { maskingKey } from '../../environments/shell';
import { notAdmin } from '../admins-only';
import { shown } from '../answer';

/** What masking by these rules would make of a text; nothing of it is kept. */
export async function previewMasking({
  text,
  rules,
}: BridgeRequest<'previewMasking'>): Promise<Answer<BridgeView<'previewMasking'>>> {
  const stop = await notAdmin();
  if (stop !== null) return stop;
  const masker = new Masker(rules, await maskingKey());
  const parts: { text: string; masked: boolean }[] = [];
  let from = 0;
  for (const { kind, start, end } of masker.findings(text)) {
    if (start > from) parts.push({ text: text.slice(from, start), masked: false });
    parts.push({ text: masker.pseudonym(kind, text.slice(start, end)), masked: true });
    from = end;
  }
  if (from < text.length) parts.push({ text: text.slice(from), masked: false });
  return shown({ parts });
}
