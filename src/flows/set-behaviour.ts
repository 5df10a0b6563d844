import { countChange } from '../defects/shell';
import type { StoredDefect } from '../defects/shell';
import { behaviourWords } from '../environments';
import type { Behaviour } from '../environments';
import { saySo } from '../environments/shell';
import { appendEntry, pseudonymOf } from '../governance/shell';
import type { Instant } from '../kernel/instant';
import { newId } from '../platform/identity';
import { logFailure, logInfo } from '../platform/log';
import { pushMessages } from '../platform/queue';
import { movesAnything } from './move-defects';
import { rescoreDefects } from './rescore';
import { showBehaviours } from './show-behaviours';

/** What a person says of a defect in a stage. Whether the person may has been asked before. */
export interface SaysSo {
  readonly defect: Pick<StoredDefect, 'id' | 'key' | 'projectId' | 'securityLevel'>;
  readonly stage: { readonly key: string; readonly name: string };
  readonly state: Behaviour;
  readonly build: string | null;
  readonly note: string;
  readonly accountId: string;
  readonly now: Instant;
}

/**
 * Keeps a person's word, enters it in the ledger, and lets the score and the field follow. The word holds once it is kept: what follows
 * from it and cannot be done now is done again by the clock.
 */
export async function setBehaviour({ defect, stage, state, build, note, accountId, now }: SaysSo): Promise<void> {
  const by = await pseudonymOf(accountId, newId());
  const before = await saySo(defect, stage.key, { state, build, note, at: now, by });
  await appendEntry(
    defect.projectId,
    {
      ...{ at: now, kind: 'behaviour-set', subject: `issue:${defect.id}`, settings: null },
      entryKey: `behaviour-set:${defect.id}:${stage.key}:${now}:${by}`,
      actor: { kind: 'person', pseudonym: by },
      body: {
        schema: 1,
        stage: { key: stage.key, name: stage.name },
        ...{ from: before?.state ?? null, to: state, build },
        sentence: sentenceOf(stage.name, state, before?.state ?? null, build),
      },
      evidence: { issues: [{ id: defect.id, key: defect.key, level: defect.securityLevel, note }] },
    },
    [defect.id],
  );
  await followed(defect, now);
}

function sentenceOf(stage: string, state: Behaviour, before: Behaviour | null, build: string | null): string {
  const where = build === null ? '' : ` on build ${build}`;
  const was = before === null || before === state ? '' : ` It was said to be ${behaviourWords[before]} before.`;
  return `A defect was said to be ${behaviourWords[state]} in ${stage}${where}.${was}`;
}

async function followed({ id, projectId }: SaysSo['defect'], now: Instant): Promise<void> {
  try {
    await rescoreDefects(projectId, [id]);
    if (await movesAnything(projectId)) await pushMessages([{ kind: 'move-defects', projectId }]);
    const shown = await showBehaviours([id], now);
    if (shown.kind !== 'ok') logInfo('behaviour-waits', { because: shown.because });
  } catch (error) {
    logFailure('behaviour-not-followed', error, { project: projectId });
  }
  await countChange(projectId);
}
