import Button from '@atlaskit/button/new';
import { useState, type ReactElement } from 'react';
import type { DeferralRow } from '../../../../../src/contracts/deferrals';
import { call } from '../../bridge/call';
import { counted } from '../../deferral/deferral-words';
import { BulkBar } from '../bulk/bulk-bar';
import { useEach } from '../bulk/use-each';

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
  const { busy, refused, run, forget } = useEach();
  const approve = async (): Promise<void> => {
    const items = chosen.map(({ id, defect }) => ({ id, key: defect.key }));
    const left = await run(items, async ({ id }) => {
      const answer = await call('decideDeferral', { act: 'approve', projectId, deferralId: id, comment });
      if (answer.kind !== 'ok') return answer.message;
      return answer.view.kind === 'refused' ? answer.view.message : null;
    });
    pick(left);
    onDone(
      `${counted(items.length - left.length, 'deferral')} approved${left.length === 0 ? '.' : `; ${left.length} could not be.`}`,
    );
  };
  // Others decide meanwhile, and each approval takes a row away: what is said of them stays.
  const some = rows.length > 1 || chosen.length > 0;
  if (!some && busy === null && refused.length === 0) return null;
  const isAll = chosen.length === rows.length;
  const all =
    rows.length === 0 || (!some && busy === null)
      ? null
      : {
          words: `All ${rows.length.toLocaleString('en')} that you may approve`,
          checked: isAll,
          onChange: () => pick(isAll ? [] : rows.map(({ id }) => id)),
        };
  return (
    <BulkBar label="Approve several" all={all} busy={busy} refused={refused} onForget={forget}>
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
    </BulkBar>
  );
}
