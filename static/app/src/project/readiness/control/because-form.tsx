import { useState, type ReactElement, type ReactNode } from 'react';
import { FormField } from '../../../deferral/form-field';
import { InPlaceForm } from '../../../shared/in-place-form';

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
  const submit = async (form: HTMLFormElement): Promise<void> => {
    if (because.trim().length < 3) {
      setMissing(true);
      return form.querySelector('textarea')?.focus();
    }
    setBusy(true);
    setProblem(await onSubmit(because.trim()));
    setBusy(false);
  };
  return (
    <InPlaceForm name={name} verb={verb} busy={busy} problem={problem} onSubmit={(form) => void submit(form)} onCancel={onCancel}>
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
    </InPlaceForm>
  );
}
