import { useCallback, useState, type ReactElement } from 'react';
import { call } from '../../bridge/call';
import { Loading } from '../../shared/loading';
import { NoAnswer } from '../no-answer';
import { useFollowed } from '../use-followed';
import { ThenAndNowView } from './then-and-now';

interface Props {
  readonly projectId: string;
  readonly seq: number;
  /** Whether it is open from the start. */
  readonly open: boolean;
}

/** Judges a verdict again when it is unfolded. */
export function ThenAndNowFold({ projectId, seq, open }: Props): ReactElement {
  const [isOpen, setOpen] = useState(open);
  return (
    <details
      className="decision-details then-now-fold small"
      open={isOpen}
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
    >
      <summary>
        As known then and now<span className="unseen"> of entry {seq}</span>
      </summary>
      {isOpen && <Asked projectId={projectId} seq={seq} />}
    </details>
  );
}

function Asked({ projectId, seq }: Omit<Props, 'open'>): ReactElement {
  const ask = useCallback(() => call('thenAndNow', { projectId, seq }), [projectId, seq]);
  const { view, problem, reload } = useFollowed(ask, '');
  if (problem !== null) return <NoAnswer problem={problem} retry={() => void reload()} />;
  if (view === null) return <Loading what="the comparison" heights={[96]} />;
  return view.kind === 'judged' ? <ThenAndNowView decision={view.decision} /> : <p className="subtle">{view.because}</p>;
}
