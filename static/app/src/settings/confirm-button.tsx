import Button from '@atlaskit/button/new';
import { useEffect, useRef, useState, type ReactElement, type ReactNode } from 'react';

interface Props {
  /** Words of the button that asks, and of the one that does it. */
  readonly ask: string;
  readonly yes: string;
  /** What it is done to, e.g. a name; read out after the words of the first button. */
  readonly what: string;
  /** The question, read out for the group. */
  readonly question: string;
  readonly isDisabled?: boolean;
  readonly isDangerous?: boolean;
  readonly onConfirm: () => void;
  /** What it means. */
  readonly children: ReactNode;
}

/** A button that does something only once somebody has read what it means. */
export function ConfirmButton({
  ask,
  yes,
  what,
  question,
  isDisabled = false,
  isDangerous = false,
  onConfirm,
  children,
}: Props): ReactElement {
  const [asking, setAsking] = useState(false);
  const [answered, setAnswered] = useState(false);
  const asker = useRef<HTMLButtonElement>(null);
  const cancel = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (asking) cancel.current?.focus();
    else if (answered) asker.current?.focus();
  }, [asking, answered]);
  if (!asking) {
    return (
      <Button ref={asker} isDisabled={isDisabled} aria-label={`${ask}: ${what}`} onClick={() => setAsking(true)}>
        {ask}
      </Button>
    );
  }
  const answer = (isYes: boolean): void => {
    setAsking(false);
    setAnswered(true);
    if (isYes) onConfirm();
  };
  return (
    <div className="confirm" role="group" aria-label={question}>
      {children}
      <div className="actions">
        <Button appearance={isDangerous ? 'danger' : 'warning'} onClick={() => answer(true)}>
          {yes}
        </Button>
        <Button ref={cancel} appearance="subtle" onClick={() => answer(false)}>
          Cancel
        </Button>
      </div>
    </div>
  );
}
