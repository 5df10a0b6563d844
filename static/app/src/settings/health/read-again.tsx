import Button from '@atlaskit/button/new';
import { useEffect, useRef, useState, type ReactElement } from 'react';

interface Props {
  readonly projectName: string;
  readonly isDisabled: boolean;
  readonly onConfirm: () => void;
}

/** Reads a project from the start, once somebody has read what that means for its gates. */
export function ReadAgain({ projectName, isDisabled, onConfirm }: Props): ReactElement {
  const [asking, setAsking] = useState(false);
  const [answered, setAnswered] = useState(false);
  const ask = useRef<HTMLButtonElement>(null);
  const cancel = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (asking) cancel.current?.focus();
    else if (answered) ask.current?.focus();
  }, [asking, answered]);
  if (!asking) {
    return (
      <Button ref={ask} isDisabled={isDisabled} aria-label={`Read again: ${projectName}`} onClick={() => setAsking(true)}>
        Read again
      </Button>
    );
  }
  const answer = (yes: boolean): void => {
    setAsking(false);
    setAnswered(true);
    if (yes) onConfirm();
  };
  return (
    <div className="confirm" role="group" aria-label={`Read ${projectName} again?`}>
      <p>
        All of {projectName} is read from Jira once more. Its enforced gates stay closed until that is done; nothing that was
        decided is lost.
      </p>
      <div className="actions">
        <Button appearance="warning" onClick={() => answer(true)}>
          Read it again
        </Button>
        <Button ref={cancel} appearance="subtle" onClick={() => answer(false)}>
          Cancel
        </Button>
      </div>
    </div>
  );
}
