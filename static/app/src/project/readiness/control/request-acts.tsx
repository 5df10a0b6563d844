import Button from '@atlaskit/button/new';
import { useState, type ReactElement } from 'react';
import { BecauseForm } from './because-form';
import type { Outcome } from './control-call';

type Ending = 'refuse' | 'revoke';

interface Props {
  /** What was asked for, after "Refuse the" and "Revoke the". */
  readonly what: string;
  readonly state: string;
  readonly may: Readonly<Record<'approve' | Ending, boolean>>;
  readonly onApprove: () => Promise<Outcome>;
  readonly onEnd: (act: Ending, because: string) => Promise<Outcome>;
  readonly onDone: (sentence: string) => void;
}

/** What the viewer may do about a request that is open or granted: approve it, or end it with a reason. */
export function RequestActs({ what, state, may, onApprove, onEnd, onDone }: Props): ReactElement | null {
  const [ending, setEnding] = useState<Ending | null>(null);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const approve = async (): Promise<void> => {
    setBusy(true);
    const done = await onApprove();
    setBusy(false);
    setProblem(done.problem);
    if (done.problem === null) onDone(done.sentence);
  };
  const end = async (act: Ending, because: string): Promise<string | null> => {
    const done = await onEnd(act, because);
    if (done.problem === null) {
      setEnding(null);
      onDone(done.sentence);
    }
    return done.problem;
  };
  const verb = ending === 'refuse' ? 'Refuse' : 'Revoke';
  return (
    <>
      {problem !== null && (
        <p className="problem small" role="alert">
          {problem}
        </p>
      )}
      {ending === null && (may.approve || may.refuse || may.revoke) && (
        <div className="actions">
          {may.approve && (
            <Button appearance="primary" spacing="compact" isLoading={busy} onClick={() => void approve()}>
              Approve
            </Button>
          )}
          {may.refuse && (
            <Button spacing="compact" onClick={() => setEnding('refuse')}>
              Refuse
            </Button>
          )}
          {may.revoke && (
            <Button spacing="compact" appearance="subtle" onClick={() => setEnding('revoke')}>
              {state === 'requested' ? 'Take back' : 'Revoke'}
            </Button>
          )}
        </div>
      )}
      {ending !== null && (
        <BecauseForm
          name={`${verb} the ${what}`}
          label="Why?"
          verb={verb}
          onSubmit={(because) => end(ending, because)}
          onCancel={() => setEnding(null)}
        />
      )}
    </>
  );
}
