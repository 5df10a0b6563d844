import Button from '@atlaskit/button/new';
import { useState, type ReactElement } from 'react';
import type { DeferralRow } from '../../../../../src/contracts/deferrals';
import { call } from '../../bridge/call';
import { counted } from '../../deferral/deferral-words';

interface Props {
  readonly projectId: string;
  /** Those that the viewer may approve, of what is shown. */
  readonly rows: readonly DeferralRow[];
  readonly chosen: readonly DeferralRow[];
  readonly pick: (ids: readonly string[]) => void;
  readonly onDone: (sentence: string) => void;
}

/** Approves several deferrals, one after the other; each is decided for itself. */
export function BulkApprove({ projectId, rows, chosen, pick, onDone }: Props): ReactElement {
  const [comment, setComment] = useState(false);
  const [busy, setBusy] = useState<number | null>(null);
  const [refused, setRefused] = useState<readonly string[]>([]);
  const approve = async (): Promise<void> => {
    const against: string[] = [];
    for (const [at, { id, defect }] of chosen.entries()) {
      setBusy(at + 1);
      const answer = await call('decideDeferral', { act: 'approve', projectId, deferralId: id, comment });
      if (answer.kind !== 'ok') against.push(`${defect.key}: ${answer.message}`);
      else if (answer.view.kind === 'refused') against.push(`${defect.key}: ${answer.view.message}`);
    }
    setBusy(null);
    setRefused(against);
    pick([]);
    const done = chosen.length - against.length;
    onDone(`${counted(done, 'deferral')} approved${against.length === 0 ? '.' : `; ${against.length} could not be.`}`);
  };
  const all = chosen.length === rows.length;
  return (
    <div className="stack stack-tight" role="group" aria-label="Approve several">
      <div className="actions">
        <label className="tick">
          <input type="checkbox" checked={all} onChange={() => pick(all ? [] : rows.map(({ id }) => id))} />
          <span>All {rows.length.toLocaleString('en')} that you may approve</span>
        </label>
        {chosen.length > 0 && (
          <>
            <label className="tick">
              <input type="checkbox" checked={comment} onChange={(event) => setComment(event.target.checked)} />
              <span>Say so in a comment on each issue</span>
            </label>
            <Button appearance="primary" spacing="compact" isLoading={busy !== null} onClick={() => void approve()}>
              Approve {chosen.length.toLocaleString('en')}
            </Button>
          </>
        )}
        {busy !== null && (
          <span className="subtle" role="status">
            {busy} of {chosen.length} …
          </span>
        )}
      </div>
      {refused.length > 0 && (
        <ul className="problem small" role="alert">
          {refused.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      )}
    </div>
  );
}
