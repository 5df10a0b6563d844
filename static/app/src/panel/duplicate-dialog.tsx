import Button from '@atlaskit/button/new';
import { useState, type ReactElement } from 'react';
import type { DuplicatePlan } from '../../../../src/contracts/duplicates';
import { call } from '../bridge/call';
import { ModalDialog } from '../shared/modal-dialog';
import { consequences } from './duplicate-words';

/** What somebody is about to say of two defects. */
export interface DuplicateAct {
  readonly how: 'link' | 'merge' | 'refuse';
  readonly otherId: string;
  /** Key of the other; empty where a merge goes on. */
  readonly otherKey?: string;
  readonly plan: DuplicatePlan;
  /** What would happen where the closed one is opened again; null where none is closed. */
  readonly reopened: DuplicatePlan | null;
}

interface Props {
  readonly issueId: string;
  readonly issueKey: string;
  readonly act: DuplicateAct;
  /** @param sentences what was done; null where nothing was */
  readonly onClose: (sentences: readonly string[] | null) => void;
}

/** Says what will happen, and does it once the viewer agrees. */
export function DuplicateDialog({ issueId, issueKey, act, onClose }: Props): ReactElement {
  const { how, otherId, otherKey = '', reopened } = act;
  const [reopen, setReopen] = useState(false);
  const [raise, setRaise] = useState(true);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const plan = reopen && reopened !== null ? reopened : act.plan;
  const agree = async (): Promise<void> => {
    setBusy(true);
    setProblem(null);
    const answer =
      how === 'refuse'
        ? await call('refuseDuplicate', { issueId, otherId })
        : await call('markDuplicate', { issueId, otherId, how, reopen, raise: raise && plan.raise !== null });
    setBusy(false);
    if (answer.kind === 'ok') return onClose([answer.view.done, ...answer.view.left]);
    setProblem(answer.message);
  };
  const title = { link: 'Link as a duplicate', merge: 'Merge', refuse: 'Not a duplicate' }[how];
  return (
    <ModalDialog title={title} onLeave={() => onClose(null)}>
      <ul className="because">
        {consequences(how, plan, issueKey, otherKey).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      {how !== 'refuse' && reopened !== null && (
        <label className="duplicate-choice">
          <input type="checkbox" checked={reopen} onChange={(event) => setReopen(event.target.checked)} />
          <span>
            {otherKey} is closed. Reopen it, so that {reopened.canonical} stays and {reopened.duplicate} is the duplicate
          </span>
        </label>
      )}
      {how === 'merge' && plan.raise !== null && (
        <label className="duplicate-choice">
          <input type="checkbox" checked={raise} onChange={(event) => setRaise(event.target.checked)} />
          <span>
            Also raise {plan.canonical} from {plan.raise.from} to {plan.raise.to}
          </span>
        </label>
      )}
      {problem !== null && (
        <p className="problem" role="alert">
          {problem}
        </p>
      )}
      <div className="actions">
        <Button appearance="primary" isLoading={busy} onClick={() => void agree()}>
          {{ link: 'Link', merge: `Merge into ${plan.canonical}`, refuse: 'Do not suggest it again' }[how]}
        </Button>
        <Button appearance="subtle" onClick={() => onClose(null)}>
          Cancel
        </Button>
      </div>
    </ModalDialog>
  );
}
