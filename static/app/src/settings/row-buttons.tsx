import Button, { IconButton } from '@atlaskit/button/new';
import AddIcon from '@atlaskit/icon/core/add';
import DeleteIcon from '@atlaskit/icon/core/delete';
import { forwardRef, type ReactElement } from 'react';

export function RemoveButton({ what, onClick }: { what: string; onClick: () => void }): ReactElement {
  return <IconButton icon={DeleteIcon} label={`Remove ${what}`} appearance="subtle" onClick={onClick} />;
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
