import Button from '@atlaskit/button/new';
import { useEffect, useRef, type FormEvent, type KeyboardEvent, type ReactElement, type ReactNode } from 'react';

interface Props {
  readonly label: string;
  readonly className: string;
  readonly onSave: () => void;
  readonly onCancel: () => void;
  /** Further buttons, between saving and leaving. */
  readonly more?: ReactNode;
  readonly children: ReactNode;
}

/** A small form in a part of the panel: its first field has the focus, and Escape leaves it. Whoever shows it saves, and says what failed. */
export function PanelForm({ label, className, onSave, onCancel, more, children }: Props): ReactElement {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector<HTMLElement>('select, input')?.focus(), []);
  const save = (event: FormEvent): void => {
    event.preventDefault();
    onSave();
  };
  const leave = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    onCancel();
  };
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- keys of its fields, which bubble up to it
    <form ref={form} className={className} aria-label={label} onSubmit={save} onKeyDown={leave}>
      {children}
      <span className="actions">
        <Button type="submit" appearance="primary" spacing="compact">
          Save
        </Button>
        {more}
        <Button appearance="subtle" spacing="compact" onClick={onCancel}>
          Cancel
        </Button>
      </span>
    </form>
  );
}
