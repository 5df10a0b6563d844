import type { ReactElement } from 'react';
import { ConfirmButton } from '../confirm-button';

interface Props {
  readonly projectName: string;
  readonly isDisabled: boolean;
  readonly onConfirm: () => void;
}

/** Reads a project from the start, once somebody has read what that means for its gates. */
export function ReadAgain({ projectName, isDisabled, onConfirm }: Props): ReactElement {
  return (
    <ConfirmButton
      ask="Read again"
      yes="Read it again"
      what={projectName}
      question={`Read ${projectName} again?`}
      isDisabled={isDisabled}
      onConfirm={onConfirm}
    >
      <p>
        All of {projectName} is read from Jira once more. Its enforced gates stay closed until that is done; nothing that was
        decided is lost.
      </p>
    </ConfirmButton>
  );
}
