import Button, { IconButton } from '@atlaskit/button/new';
import AddIcon from '@atlaskit/icon/core/add';
import DownIcon from '@atlaskit/icon/core/arrow-down';
import UpIcon from '@atlaskit/icon/core/arrow-up';
import DeleteIcon from '@atlaskit/icon/core/delete';
import { forwardRef, type ReactElement } from 'react';

export function RemoveButton({ what, onClick }: { what: string; onClick: () => void }): ReactElement {
  return <IconButton icon={DeleteIcon} label={`Remove ${what}`} appearance="subtle" onClick={onClick} />;
}

interface MoveProps {
  readonly what: string;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly onMove: (by: -1 | 1) => void;
}

/** Moves something among others whose order counts. */
export function MoveButtons({ what, isFirst, isLast, onMove }: MoveProps): ReactElement {
  return (
    <>
      <IconButton
        icon={UpIcon}
        label={`Move ${what} earlier`}
        appearance="subtle"
        isDisabled={isFirst}
        onClick={() => onMove(-1)}
      />
      <IconButton
        icon={DownIcon}
        label={`Move ${what} later`}
        appearance="subtle"
        isDisabled={isLast}
        onClick={() => onMove(1)}
      />
    </>
  );
}

export const AddButton = forwardRef<HTMLButtonElement, { children: string; onClick: () => void }>(function AddButton(
  { children, onClick },
  ref,
) {
  return (
    <Button ref={ref} iconBefore={AddIcon} onClick={onClick}>
      {children}
    </Button>
  );
});
