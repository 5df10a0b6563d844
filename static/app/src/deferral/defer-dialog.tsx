import Button from '@atlaskit/button/new';
import { useEffect, useState, type ReactElement } from 'react';
import type { DeferralOptionsView } from '../../../../src/contracts/deferrals';
import type { Answer } from '../../../../src/contracts/screen';
import { call } from '../bridge/call';
import { Loading } from '../shared/loading';
import { ModalDialog } from '../shared/modal-dialog';
import { DeferForm } from './defer-form';
import { counted } from './deferral-words';
import './deferral.css';

interface Props {
  readonly projectId: string;
  readonly issues: readonly { readonly id: string; readonly key: string }[];
  /** @param done whether anything was asked for */
  readonly onClose: (done: boolean) => void;
}

/** Asks for the deferral of one or many defects, with one rationale. */
export function DeferDialog({ projectId, issues, onClose }: Props): ReactElement {
  const [answer, setAnswer] = useState<Answer<DeferralOptionsView> | null>(null);
  const [done, setDone] = useState(false);
  const [attempt, setAttempt] = useState(0);
  const ids = issues.map(({ id }) => id).join(' ');
  useEffect(() => {
    let gone = false;
    void call('deferralOptions', { projectId, issueIds: ids.split(' ') }).then((answered) => {
      if (!gone) setAnswer(answered);
    });
    return () => {
      gone = true;
    };
  }, [projectId, ids, attempt]);
  const [only] = issues;
  const title = `Defer ${issues.length === 1 && only !== undefined ? only.key : counted(issues.length, 'defect')}`;
  return (
    <ModalDialog title={title} onLeave={() => onClose(done)}>
      {answer === null && <Loading what="what can be chosen" heights={[32, 96, 32, 32]} />}
      {answer?.kind === 'ok' && (
        <DeferForm options={answer.view} onDone={() => setDone(true)} onClose={(asked) => onClose(asked || done)} />
      )}
      {answer !== null && answer.kind !== 'ok' && (
        <div className="stack stack-tight" role="alert">
          <p>
            {answer.title}. {answer.message}
          </p>
          <div className="actions">
            {answer.kind === 'failed' && <Button onClick={() => setAttempt(attempt + 1)}>Try again</Button>}
            <Button appearance="subtle" onClick={() => onClose(done)}>
              Close
            </Button>
          </div>
        </div>
      )}
    </ModalDialog>
  );
}
