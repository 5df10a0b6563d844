import Button from '@atlaskit/button/new';
import { useEffect, useRef, type FormEvent, type KeyboardEvent, type ReactElement, type ReactNode } from 'react';

interface Props {
  /** Names the form for who cannot see where it stands. */
  readonly name: string;
  readonly verb: string;
  readonly busy: boolean;
  /** Why it was not done; null while nothing stands against it. */
  readonly problem: string | null;
  readonly children: ReactNode;
  /** Is not called while it is busy. @param form whose field that is wrong gets the focus */
  readonly onSubmit: (form: HTMLFormElement) => void;
  readonly onCancel: () => void;
}

/** A small form that is filled in where it is needed: its first field has the focus, Escape leaves it, what failed stands above its buttons. */
export function InPlaceForm({ name, verb, busy, problem, children, onSubmit, onCancel }: Props): ReactElement {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector<HTMLElement>('textarea, input, select')?.focus(), []);
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    if (!busy) onSubmit(event.currentTarget);
  };
  const leave = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    onCancel();
  };
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Escape leaves it from any of its fields
    <form ref={form} className="act-form" aria-label={name} noValidate onSubmit={submit} onKeyDown={leave}>
      {children}
      {problem !== null && (
        <p className="problem small" role="alert">
          {problem}
        </p>
      )}
      <div className="actions">
        <Button type="submit" appearance="primary" spacing="compact" isLoading={busy}>
          {verb}
        </Button>
        <Button appearance="subtle" spacing="compact" onClick={onCancel}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
