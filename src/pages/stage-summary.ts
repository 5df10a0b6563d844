import type { StageSummary } from '../contracts/screen';
import type { StoredVerdict } from '../gates/shell';
import type { Instant } from '../kernel/instant';
import { gatedStages, modeOf } from '../settings';
import type { StoredSettings } from '../settings/shell';

/** What a screen says of a version and a stage. A verdict past its time is stale: never open, never held. */
export function stageSummary(
  stage: { key: string; name: string },
  mode: StageSummary['mode'],
  stored: StoredVerdict | undefined,
  now: Instant,
): StageSummary {
  if (stored === undefined) {
    return {
      stage,
      mode,
      state: 'unknown',
      sentence: 'There is no verdict yet: Holdpoint has not judged this release.',
      at: null,
      staleSince: null,
    };
  }
  const { verdict, at, until } = stored;
  if (verdict.state !== 'unknown' && until <= now) {
    const sentence = 'The last verdict is out of date: Holdpoint must read Jira again first.';
    return { stage, mode: stored.mode, state: 'unknown', sentence, at, staleSince: until };
  }
  return { stage, mode: stored.mode, state: verdict.state, sentence: verdict.sentence, at, until, staleSince: null };
}

/** The gated stages of a version in promotion order; where the settings are damaged, those that have a verdict. */
export function summarised(
  settings: StoredSettings,
  projectId: string,
  stored: readonly StoredVerdict[],
  now: Instant,
): StageSummary[] {
  if (settings.kind === 'damaged') return stored.map((one) => stageSummary(one.verdict.stage, one.mode, one, now));
  return gatedStages(settings.settings).map((stage) => {
    const found = stored.find((one) => one.verdict.stage.key === stage.key);
    return stageSummary(stage, modeOf(settings.settings, projectId, stage.key), found, now);
  });
}
