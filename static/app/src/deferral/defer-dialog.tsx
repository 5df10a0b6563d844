import Button from '@atlaskit/button/new';
import { useEffect, useRef, useState, type ReactElement } from 'react';
import type { DeferralOptionsView } from '../../../../src/contracts/deferrals';
import type { Answer } from '../../../../src/contracts/screen';
import { call } from '../bridge/call';
import { Loading } from '../shared/loading';
import { ModalDialog } from '../shared/modal-dialog';
import { DeferForm } from './defer-form';
import { counted } from './deferral-words';
import { optionsInTurns } from './in-turns';
import './deferral.css';

interface Props {
  readonly projectId: string;
  readonly issues: readonly { readonly id: string; readonly key: string }[];
  /**
   * Once more where it was left while it was sending, and something was asked for after all.
   * @param asked ids of the defects whose deferral was asked for; empty for none
   */
  readonly onClose: (asked: readonly string[]) => void;
}

/** Asks for the deferral of one or many defects, with one rationale. */
export function DeferDialog({ projectId, issues, onClose }: Props): ReactElement {
  const [answer, setAnswer] = useState<Answer<DeferralOptionsView> | null>(null);
  const asked = useRef<readonly string[]>([]);
  const left = useRef(false);
  const [attempt, setAttempt] = useState(0);
  const ids = issues.map(({ id }) => id).join(' ');
  useEffect(() => {
    let gone = false;
    const ask = optionsInTurns((request) => call('deferralOptions', request), { projectId, issueIds: ids.split(' ') });
    void ask.then((answered) => {
      if (!gone) setAnswer(answered);
    });
    return () => {
      gone = true;
    };
  }, [projectId, ids, attempt]);
  const [only] = issues;
  const title = `Defer ${issues.length === 1 && only !== undefined ? only.key : counted(issues.length, 'defect')}`;
  const close = (): void => {
    if (left.current) return;
    left.current = true;
    onClose(asked.current);
  };
  const add = (those: readonly string[]): void => {
    asked.current = [...asked.current, ...those];
    if (left.current && those.length > 0) onClose(asked.current);
  };
  return (
    <ModalDialog title={title} onLeave={close}>
      {answer === null && <Loading what="what can be chosen" heights={[32, 96, 32, 32]} />}
      {answer?.kind === 'ok' && <DeferForm options={answer.view} onAsked={add} onClose={close} />}
      {answer !== null && answer.kind !== 'ok' && (
        <div className="stack stack-tight" role="alert">
          <p>
            {answer.title}. {answer.message}
          </p>
          <div className="actions">
            {answer.kind === 'failed' && <Button onClick={() => setAttempt(attempt + 1)}>Try again</Button>}
            <Button appearance="subtle" onClick={close}>
              Close
            </Button>
          </div>
        </div>
      )}
    </ModalDialog>
  );
}
