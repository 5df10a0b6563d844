import type { PublishedVerdict } from '../contracts/published-verdict';
import type { StoredSettings } from '../settings/shell';
import { stagesToGoBackTo } from './pass-rollback';

/**
 * What is published of gates that hold a release from where it was before: they let it pass, because a rollback is never held. The locks
 * that Jira judges by itself, and pipelines that read the property, know nothing else.
 */
export async function lettingBack(
  projectId: string,
  published: PublishedVerdict,
  settings: StoredSettings,
): Promise<PublishedVerdict> {
  if (settings.kind !== 'ok') return published;
  const holding = Object.entries(published.stages).flatMap(([key, { state, mode }]) =>
    state !== 'open' && mode === 'enforce' ? [key] : [],
  );
  const back = await stagesToGoBackTo(projectId, published.name, holding, settings.settings.stages);
  if (back.size === 0) return published;
  const stages = Object.entries(published.stages).map(([key, stage]) => {
    if (!back.has(key)) return [key, stage] as const;
    const sentence = `${published.name} was there before, and a rollback is never held, so this passes. ${stage.sentence}`;
    return [key, { ...stage, state: 'open' as const, sentence }] as const;
  });
  return { ...published, stages: Object.fromEntries(stages) };
}
