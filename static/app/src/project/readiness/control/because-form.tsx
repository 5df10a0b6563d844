import Button from '@atlaskit/button/new';
import { useEffect, useRef, useState, type FormEvent, type KeyboardEvent, type ReactElement, type ReactNode } from 'react';
import { FormField } from '../../../deferral/form-field';

interface Props {
  /** Names the form for who cannot see where it stands. */
  readonly name: string;
  readonly label: string;
  readonly verb: string;
  /** Other fields, before the reason. */
  readonly children?: ReactNode;
  /** @returns why it was not done; null where it was */
  readonly onSubmit: (because: string) => Promise<string | null>;
  readonly onCancel: () => void;
}

/** An act that needs a reason, done in place. */
export function BecauseForm({ name, label, verb, children, onSubmit, onCancel }: Props): ReactElement {
  const [because, setBecause] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [missing, setMissing] = useState(false);
  const [busy, setBusy] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector<HTMLElement>('textarea, input, select')?.focus(), []);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (busy) return;
    if (because.trim().length < 3) {
      setMissing(true);
      return form.current?.querySelector('textarea')?.focus();
    }
    setBusy(true);
    setProblem(await onSubmit(because.trim()));
    setBusy(false);
  };
  const leave = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    onCancel();
  };
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Escape leaves it from any of its fields
    <form ref={form} className="act-form" aria-label={name} noValidate onSubmit={(event) => void submit(event)} onKeyDown={leave}>
      {children}
      <FormField label={label} problem={missing ? 'Say why: it stands in the ledger.' : undefined}>
        {(attributes) => (
          <textarea
            {...attributes}
            className="input textarea"
            rows={2}
            maxLength={2000}
            value={because}
            onChange={(event) => {
              setBecause(event.target.value);
              setMissing(false);
            }}
          />
        )}
      </FormField>
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
