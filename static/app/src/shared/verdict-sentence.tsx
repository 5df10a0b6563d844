import type { ReactElement } from 'react';
import type { StageSummary } from '../../../../src/contracts/screen';
import { useServerNow } from './server-clock';
import { shownVerdict } from './shown-verdict';

/** The verdict's sentence; of a stale one it is said that it was the last. */
export function VerdictSentence({ stage }: { stage: StageSummary }): ReactElement {
  const stale = shownVerdict(stage, useServerNow()).tone === 'stale';
  // The back end's own sentence of a stale verdict says so itself.
  return stale && stage.state !== 'unknown' ? (
    <p className="sentence subtle">
      It may have changed since. The last verdict was <strong>{stage.state}</strong>: {stage.sentence}
    </p>
  ) : (
    <p className="sentence">{stage.sentence}</p>
  );
}
