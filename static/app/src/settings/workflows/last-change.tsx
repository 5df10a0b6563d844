import type { ReactElement } from 'react';
import type { SetupWorkflowView } from '../../../../../src/contracts/workflow-setup';
import { useNames } from '../../project/decisions/use-names';
import { ToldTime } from '../../shared/told-time';
import { ConfirmButton } from '../confirm-button';

interface Props {
  readonly last: NonNullable<SetupWorkflowView['last']>;
  readonly name: string;
  readonly isDisabled: boolean;
  readonly onUndo: () => void;
}

/** The last change that was made from this page, and the way back. */
export function LastChange({ last: { at, who, isUndone, lines }, name, isDisabled, onUndo }: Props): ReactElement {
  const names = useNames(who === null ? [] : [who]);
  const by = names.get(who ?? '') ?? 'somebody';
  return (
    <div className="workflow-last">
      <p className="subtle small">
        {isUndone ? 'The last change from this page was undone' : 'Last changed from this page'} <ToldTime at={at} /> by {by}.
      </p>
      {!isUndone && (
        <ConfirmButton
          ask="Undo"
          yes="Put it back"
          what={`the last change of ${name}`}
          question={`Undo the last change of ${name}?`}
          isDisabled={isDisabled}
          onConfirm={onUndo}
        >
          <p>The rules of these transitions become again what they were before:</p>
          <ul className="workflow-lines">
            {lines.map(({ transition, now }) => (
              <li key={transition}>
                <strong>{transition}</strong> {now}.
              </li>
            ))}
          </ul>
        </ConfirmButton>
      )}
    </div>
  );
}
