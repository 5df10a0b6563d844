import HiddenIcon from '@atlaskit/icon/core/eye-open-strikethrough';
import { useId, type ReactElement } from 'react';
import type { DefectRow, ReadinessView, StageReadiness } from '../../../../../src/contracts/readiness';
import { CopyButton } from '../../shared/copy-button';
import { ClockTime, RelativeTime } from '../../shared/moment';
import { useServerNow } from '../../shared/server-clock';
import { shownVerdict } from '../../shared/shown-verdict';
import { VerdictLozenge } from '../../shared/verdict-lozenge';
import { VerdictSentence } from '../../shared/verdict-sentence';
import { hiddenHolding } from './blocking-defects';
import { Unguarded } from './unguarded';
import { WayOut } from './way-out/way-out';

const shortHash = 8;

interface Props {
  readonly view: Pick<ReadinessView, 'project' | 'version' | 'revision'>;
  readonly stage: StageReadiness;
  readonly defects: readonly DefectRow[];
}

/** One stage: its verdict, why, the least that opens it, and when all that was decided. */
export function StageCard({ view, stage, defects }: Props): ReactElement {
  const heading = useId();
  const stale = shownVerdict(stage, useServerNow()).tone === 'stale';
  const hidden = stale ? 0 : hiddenHolding(stage);
  return (
    <article className="stage-card" aria-labelledby={heading} data-stage={stage.stage.key}>
      <div className="stage-card-head">
        <h2 id={heading}>{stage.stage.name}</h2>
        <VerdictLozenge stage={stage} />
      </div>
      <VerdictSentence stage={stage} />
      {stage.state === 'held' && !stale && <WayOut view={view} stage={stage} defects={defects} />}
      {stage.unguarded === true && <Unguarded projectId={view.project.id} />}
      {hidden > 0 && (
        <p className="note" data-hidden={hidden}>
          <HiddenIcon label="" size="small" />
          <span>Hidden defects also hold this gate: {hidden}</span>
        </p>
      )}
      <p className="subtle small decided">
        {stage.at === null ? (
          'Not decided yet'
        ) : (
          <span>
            Decided <ClockTime at={stage.at} />, <RelativeTime at={stage.at} />
            {typeof stage.until === 'string' && !stale && (
              <>
                ; good until <ClockTime at={stage.until} />
              </>
            )}
          </span>
        )}
        {stage.ledger !== null && (
          <span className="ledger">
            Ledger entry {stage.ledger.seq} · <code title={stage.ledger.hash}>{stage.ledger.hash.slice(0, shortHash)}</code>
            <CopyButton text={stage.ledger.hash} what="the whole hash of the ledger entry" />
          </span>
        )}
      </p>
    </article>
  );
}
