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

/** Approves several deferrals, one after the other; each is decided for itself, and what could not be approved stays chosen. */
export function BulkApprove({ projectId, rows, chosen, pick, onDone }: Props): ReactElement | null {
  const [comment, setComment] = useState(false);
  const [busy, setBusy] = useState<{ readonly at: number; readonly of: number } | null>(null);
  const [refused, setRefused] = useState<readonly string[]>([]);
  const approve = async (): Promise<void> => {
    const against = new Map<string, string>();
    setRefused([]);
    for (const [at, { id, defect }] of chosen.entries()) {
      setBusy({ at: at + 1, of: chosen.length });
      const answer = await call('decideDeferral', { act: 'approve', projectId, deferralId: id, comment });
      if (answer.kind !== 'ok') against.set(id, `${defect.key}: ${answer.message}`);
      else if (answer.view.kind === 'refused') against.set(id, `${defect.key}: ${answer.view.message}`);
    }
    setBusy(null);
    setRefused([...against.values()]);
    pick([...against.keys()]);
    const done = chosen.length - against.size;
    onDone(`${counted(done, 'deferral')} approved${against.size === 0 ? '.' : `; ${against.size} could not be.`}`);
  };
  // Others decide meanwhile, and each approval takes a row away: what is said of them stays.
  const some = rows.length > 1 || chosen.length > 0;
  if (!some && busy === null && refused.length === 0) return null;
  const all = chosen.length === rows.length;
  return (
    <div className="stack stack-tight" role="group" aria-label="Approve several">
      {(some || busy !== null) && (
        <div className="actions">
          {rows.length > 0 && (
            <label className="tick">
              <input type="checkbox" checked={all} onChange={() => pick(all ? [] : rows.map(({ id }) => id))} />
              <span>All {rows.length.toLocaleString('en')} that you may approve</span>
            </label>
          )}
          {(chosen.length > 0 || busy !== null) && (
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
              {busy.at} of {busy.of} …
            </span>
          )}
        </div>
      )}
      {refused.length > 0 && (
        <>
          <ul className="problem small" role="alert">
            {refused.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
          <div>
            <button type="button" className="link-button" onClick={() => setRefused([])}>
              Hide this
            </button>
          </div>
        </>
      )}
    </div>
  );
}
